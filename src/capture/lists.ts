/**
 * Lists that take rows away again once they are out of sight (virtual lists):
 * which there are, and the text of every row that they showed. A row is told
 * from others by its words and by its place in what is scrolled.
 */
import { type Container, contentOf, type Place, placeIn, type Row, rowsOf } from "./list-rows.ts"
import { lossesIn } from "./losses.ts"
import { boxOf, isInPage } from "./unclobbered.ts"

export interface Lists {
  /** Told of changes, in the order in which they came. */
  readonly note: (records: readonly MutationRecord[]) => void
  /** Remembers what the lists show now. Answers with how much came above the window since the last look. */
  readonly look: () => number
  readonly recycle: () => boolean
  readonly kept: () => readonly KeptList[]
  /** Rows are left out, since there were too many. */
  readonly isFull: () => boolean
}

export interface KeptList {
  readonly container: Container
  /** From the first to the last, each once. */
  readonly rows: readonly KeptRow[]
}

export interface KeptRow {
  readonly text: string
  readonly drafts: number
}

export const MOST_ROWS = 20_000
const MOST_TEXT = 16 * 1024 * 1024
/** Two different texts that are gone make a list of it: one may have been a word of waiting. */
const LEAST_LOST = 2
/** Smaller than this, what came late is no line of text and no picture. */
const LEAST_LENGTH = 24

interface Known extends Row, Place {}

interface List {
  readonly rows: Map<string, Known[]>
  /** What each element said last. */
  readonly by: Map<Element, Known>
}

export function listsOfPage(): Lists {
  const lost = new Map<Container, Set<string>>()
  const lists = new Map<Container, List>()
  const reused = new WeakSet<Element>()
  let records: MutationRecord[] = []
  let rows = 0
  let length = 0

  const find = () => {
    for (const { container, texts } of lossesIn(records, reused)) {
      const known = lost.get(container) ?? new Set()
      for (const text of texts) if (known.size < LEAST_LOST) known.add(text)
      lost.set(container, known)
      if (known.size >= LEAST_LOST && !lists.has(container))
        lists.set(container, { rows: new Map(), by: new Map() })
    }
  }

  const keep = (list: List, row: Row) => {
    const found: Known = { ...row, ...placeIn(row) }
    const others = (list.rows.get(row.text) ?? []).filter(each => !isSame(each, found))
    const isNew = others.length === (list.rows.get(row.text) ?? []).length
    if (isNew && (rows >= MOST_ROWS || length >= MOST_TEXT)) return
    list.rows.set(row.text, [...others, found])
    // One that says something else in the same place: a counter, or words that came where there was a blank.
    const before = list.by.get(row.element)
    const isUpdate = before !== undefined && before.text !== row.text && isNear(before, found)
    if (isUpdate) {
      const left = (list.rows.get(before.text) ?? []).filter(each => each !== before)
      list.rows.set(before.text, left)
    }
    list.by.set(row.element, found)
    if (!isNew || isUpdate) return
    rows += 1
    length += row.text.length
  }

  const isSame = (known: Known, row: Known): boolean =>
    // An element that shows the same words as before is the same row, unless it was put to use for another.
    (known.element === row.element && !reused.has(row.element)) || isNear(known, row)

  return {
    note(more) {
      records.push(...more)
    },
    look() {
      find()
      const late = lists.size > 0 ? 0 : countLate(records)
      records = []
      for (const [container, list] of lists) {
        if (isInPage(container)) for (const row of rowsOf(container)) keep(list, row)
      }
      return late
    },
    recycle: () => lists.size > 0,
    kept: () =>
      Array.from(lists, ([container, { rows: known }]) => ({
        container,
        rows: Array.from(known.values())
          .flat()
          .sort((a, b) => a.top - b.top || a.left - b.left),
      })),
    isFull: () => rows >= MOST_ROWS || length >= MOST_TEXT,
  }
}

/** Within half a row: what stands above may have been measured anew. */
const isNear = (known: Place, row: Place): boolean =>
  Math.abs(known.top - row.top) <= Math.max(4, row.height / 2) && Math.abs(known.left - row.left) <= 4

/** What was added above the window, where frames were taken already. */
function countLate(records: readonly MutationRecord[]): number {
  const added = new Set<Element>()
  for (const { addedNodes } of records) {
    for (const node of addedNodes) {
      if (node instanceof Element && isInPage(node) && node.ownerDocument === document) added.add(node)
    }
  }
  let late = 0
  for (const element of added) {
    const { bottom, width, height } = boxOf(element)
    if (bottom <= 0 && width >= LEAST_LENGTH && height >= LEAST_LENGTH && contentOf(element) !== "") late += 1
  }
  return late
}
