/**
 * The list, of which only the rows in view are elements: ten thousand scroll
 * like ten. The window scrolls, so nothing is lost at any zoom. The row where
 * the keyboard is stays an element wherever the window is.
 */
import { patch } from "../parts/dom.ts"
import { type Row } from "./shown.ts"

export interface ListDrawing {
  readonly rows: readonly Row[]
  readonly render: (row: Row, at: number, isCurrent: boolean) => HTMLElement
  readonly isChosen: (row: Row) => boolean
  /** Where the row's item is filed, as far as that is shown. */
  readonly place: (row: Row) => string
  /** What a row looks like besides its item: rows with the same look are left as they are. */
  readonly look: (row: Row) => unknown
}

export interface List {
  draw(drawing: ListDrawing): void
  /** Draws again what has come into view. */
  refresh(): void
  /** The row where the keyboard is: the one that was last, or the first. */
  current(): number
  /** Takes the keyboard to a row, and the window so far that it is seen. */
  goTo(at: number): void
  /** Marks a row as the one where the keyboard is, without moving anything. */
  noteCurrent(id: string): void
  /** Rows that are seen at once, at least one. */
  pageLength(): number
  /** Ids of the rows that are elements. */
  inView(): readonly string[]
}

/** Rows above and below the window that are drawn beforehand. */
const BEYOND = 8

interface Drawn {
  readonly element: HTMLElement
  row: Row
  key: string
  look: unknown
}

/** @param place holds the rows alone, and is as high as all of them; `covered` is what lies over the window's lower edge, in pixels */
export function makeList(place: HTMLElement, covered: () => number): List {
  let drawing: ListDrawing = {
    rows: [],
    render: () => place,
    isChosen: () => false,
    place: () => "",
    look: () => null,
  }
  let currentId: string | null = null
  let indices: ReadonlyMap<string, number> = new Map()
  const drawn = new Map<string, Drawn>()
  const probe = place.ownerDocument.createElement("div")
  probe.className = "entry-probe"
  probe.setAttribute("aria-hidden", "true")
  place.after(probe)
  const rowHeight = () => Math.max(1, probe.getBoundingClientRect().height)
  const windowHeight = () => place.ownerDocument.documentElement.clientHeight

  const current = () => (currentId === null ? 0 : (indices.get(currentId) ?? 0))

  function wanted(height: number): number[] {
    const count = drawing.rows.length
    const above = -place.getBoundingClientRect().top
    const first = Math.max(0, Math.floor(above / height) - BEYOND)
    const last = Math.min(count - 1, Math.ceil((above + windowHeight()) / height) + BEYOND)
    const range = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
    const here = current()
    if (count === 0 || (here >= first && here <= last)) return range
    return here < first ? [here, ...range] : [...range, here]
  }

  function refresh(): void {
    const height = rowHeight()
    place.style.height = `${String(drawing.rows.length * height)}px`
    const rows = wanted(height).flatMap(at => {
      const row = drawing.rows[at]
      return row === undefined ? [] : [{ row, at }]
    })
    const kept = new Set(rows.map(({ row }) => row.id))
    for (const [id, { element }] of drawn) {
      if (kept.has(id)) continue
      element.remove()
      drawn.delete(id)
    }
    let next = place.firstElementChild
    for (const { row, at } of rows) {
      const element = drawRow(row, at)
      element.style.top = `${String(at * height)}px`
      // Nothing that stands where it should is moved: a moved element loses the focus.
      if (element === next) next = element.nextElementSibling
      else place.insertBefore(element, next)
    }
  }

  function drawRow(row: Row, at: number): HTMLElement {
    const isCurrent = at === current()
    const isChosen = drawing.isChosen(row)
    const look = drawing.look(row)
    const key = `${String(at)} ${String(isCurrent)} ${String(isChosen)} ${drawing.place(row)}`
    const before = drawn.get(row.id)
    if (before?.row === row && before.key === key && before.look === look) return before.element
    const made = drawing.render(row, at, isCurrent)
    const element = before?.element ?? made
    if (before !== undefined) patch(element, made)
    const box = element.querySelector("input")
    if (box !== null) box.checked = isChosen
    drawn.set(row.id, { element, row, key, look })
    return element
  }

  return {
    draw(next) {
      if (next.rows !== drawing.rows) indices = new Map(next.rows.map(({ id }, at) => [id, at]))
      drawing = next
      refresh()
    },
    refresh,
    current,
    goTo(at) {
      const row = drawing.rows[at]
      if (row === undefined) return
      currentId = row.id
      const view = place.ownerDocument.defaultView
      const height = rowHeight()
      const top = place.getBoundingClientRect().top + at * height
      const bottom = windowHeight() - covered()
      // Windows scroll by whole pixels: rather one too far than a row that is cut.
      if (top < 0) view?.scrollBy(0, Math.floor(top))
      else if (top + height > bottom) view?.scrollBy(0, Math.ceil(top + height - bottom))
      refresh()
      drawn.get(row.id)?.element.focus({ preventScroll: true })
    },
    noteCurrent(id) {
      if (id === currentId || !indices.has(id)) return
      currentId = id
      refresh()
    },
    pageLength: () => Math.max(1, Math.floor((windowHeight() - covered()) / rowHeight()) - 1),
    inView: () => [...drawn.keys()],
  }
}
