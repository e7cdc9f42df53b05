/**
 * The list, of which only the lines in view are elements: ten thousand scroll
 * like ten. The window scrolls, so nothing is lost at any zoom. The line where
 * the keyboard is stays an element wherever the window is.
 */
import { patch } from "../parts/dom.ts"
import { isHeading, type Line } from "./lines.ts"
import { type Row } from "./shown.ts"

/** How much of what a line stands for is chosen: a heading stands for its group. */
export type Chosen = "all" | "some" | "none"

export interface ListDrawing {
  readonly lines: readonly Line<Row>[]
  readonly render: (line: Line<Row>, at: number, isCurrent: boolean) => HTMLElement
  readonly chosen: (line: Line<Row>) => Chosen
  /** What a line looks like besides its item: those with the same look are left as they are. */
  readonly look: (line: Line<Row>) => readonly unknown[]
}

export interface List {
  draw(drawing: ListDrawing): void
  /** Draws again what has come into view. */
  refresh(): void
  /** The line where the keyboard is: the one that was last, or the first. */
  current(): number
  /** Takes the keyboard to a line, and the window so far that it is seen. */
  goTo(at: number): void
  /** Marks a line as the one where the keyboard is, without moving anything. */
  noteCurrent(id: string): void
  /** Rows that are seen at once, at least one. */
  pageLength(): number
  /** The lines that are elements. */
  inView(): readonly Line<Row>[]
}

/** Lines above and below the window that are drawn beforehand. */
const BEYOND = 8

interface Drawn {
  readonly element: HTMLElement
  line: Line<Row>
  key: string
  look: readonly unknown[]
}

/** @param place holds the lines alone, and is as high as all of them; `covered` is what lies over the window's lower edge, in pixels */
export function makeList(place: HTMLElement, covered: () => number): List {
  let drawing: ListDrawing = { lines: [], render: () => place, chosen: () => "none", look: () => [] }
  let currentId: string | null = null
  let indices: ReadonlyMap<string, number> = new Map()
  /** How many of the lines before each are headings, which are lower than rows; one more than there are lines. */
  let headingsBefore: readonly number[] = [0]
  const drawn = new Map<string, Drawn>()
  const rowHeight = heightOf(place, "entry-probe")
  const headingHeight = heightOf(place, "heading-probe")
  const windowHeight = () => place.ownerDocument.documentElement.clientHeight

  const current = () => (currentId === null ? 0 : (indices.get(currentId) ?? 0))

  /** Where each line begins, in pixels from the first; of the number of lines: where they end. */
  function measure(): (at: number) => number {
    const [row, heading] = [rowHeight(), headingHeight()]
    return at => {
      const headings = headingsBefore[at] ?? 0
      return headings * heading + (at - headings) * row
    }
  }

  function wanted(topOf: (at: number) => number): number[] {
    const count = drawing.lines.length
    const above = -place.getBoundingClientRect().top
    const first = Math.max(0, lineAt(above, count, topOf) - BEYOND)
    const last = Math.min(count - 1, lineAt(above + windowHeight(), count, topOf) + 1 + BEYOND)
    const range = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
    const here = current()
    if (count === 0 || (here >= first && here <= last)) return range
    return here < first ? [here, ...range] : [...range, here]
  }

  function refresh(): void {
    const topOf = measure()
    place.style.height = `${String(topOf(drawing.lines.length))}px`
    const lines = wanted(topOf).flatMap(at => {
      const line = drawing.lines[at]
      return line === undefined ? [] : [{ line, at }]
    })
    const kept = new Set(lines.map(({ line }) => line.id))
    for (const [id, { element }] of drawn) {
      if (kept.has(id)) continue
      element.remove()
      drawn.delete(id)
    }
    let next = place.firstElementChild
    for (const { line, at } of lines) {
      const element = drawLine(line, at)
      element.style.top = `${String(topOf(at))}px`
      // Nothing that stands where it should is moved: a moved element loses the focus.
      if (element === next) next = element.nextElementSibling
      else place.insertBefore(element, next)
    }
  }

  function drawLine(line: Line<Row>, at: number): HTMLElement {
    const isCurrent = at === current()
    const chosen = drawing.chosen(line)
    const look = drawing.look(line)
    const key = `${String(at)} ${String(isCurrent)} ${chosen}`
    const before = drawn.get(line.id)
    if (before?.line === line && before.key === key && isSameLook(before.look, look)) return before.element
    const made = drawing.render(line, at, isCurrent)
    const element = before?.element ?? made
    if (before !== undefined) patch(element, made)
    const box = element.querySelector("input")
    if (box !== null) {
      box.checked = chosen === "all"
      box.indeterminate = chosen === "some"
    }
    drawn.set(line.id, { element, line, key, look })
    return element
  }

  return {
    draw(next) {
      if (next.lines !== drawing.lines) {
        indices = new Map(next.lines.map(({ id }, at) => [id, at]))
        headingsBefore = countHeadings(next.lines)
      }
      drawing = next
      refresh()
    },
    refresh,
    current,
    goTo(at) {
      const line = drawing.lines[at]
      if (line === undefined) return
      currentId = line.id
      const view = place.ownerDocument.defaultView
      const topOf = measure()
      const start = place.getBoundingClientRect().top
      const [top, end] = [start + topOf(at), start + topOf(at + 1)]
      const bottom = windowHeight() - covered()
      // Windows scroll by whole pixels: rather one too far than a row that is cut.
      if (top < 0) view?.scrollBy(0, Math.floor(top))
      else if (end > bottom) view?.scrollBy(0, Math.ceil(end - bottom))
      refresh()
      drawn.get(line.id)?.element.focus({ preventScroll: true })
    },
    noteCurrent(id) {
      if (id === currentId || !indices.has(id)) return
      currentId = id
      refresh()
    },
    pageLength: () => Math.max(1, Math.floor((windowHeight() - covered()) / rowHeight()) - 1),
    inView: () => Array.from(drawn.values(), ({ line }) => line),
  }
}

/** The height that the page's style gives to one kind of line, by an element that nobody sees. */
function heightOf(place: HTMLElement, kind: string): () => number {
  const probe = place.ownerDocument.createElement("div")
  probe.className = kind
  probe.setAttribute("aria-hidden", "true")
  place.after(probe)
  return () => Math.max(1, probe.getBoundingClientRect().height)
}

function countHeadings(lines: readonly Line<Row>[]): number[] {
  const counts = [0]
  for (const line of lines) counts.push((counts.at(-1) ?? 0) + (isHeading(line) ? 1 : 0))
  return counts
}

/** The last line that begins at a height or above it; the first, where none does. */
function lineAt(height: number, count: number, topOf: (at: number) => number): number {
  let [from, to] = [0, count]
  while (to - from > 1) {
    const middle = (from + to) >> 1
    if (topOf(middle) <= height) from = middle
    else to = middle
  }
  return from
}

const isSameLook = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((each, at) => each === b[at])
