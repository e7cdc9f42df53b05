/**
 * The rows of all stops as one list, each once and in order. A list may take its
 * rows away and draw them anew, so a row is known again by what the site calls
 * it; where it has no name, by its words and its place in what is scrolled.
 * Lengths are CSS pixels.
 */
import { type RowWords } from "./row.ts"

/** A row as it was found at one stop; `R` carries what else is known of it there. */
export interface FoundRow extends RowWords {
  readonly element: number
  readonly y: number
  readonly height: number
}

export interface Merged<R extends FoundRow> {
  /** As it was read where most of it was shown; the first of equals. */
  readonly row: R
  /** Every time that it was found, in the order of the stops. */
  readonly found: readonly R[]
}

/** A place is told from the next one by this share of the row's height. */
const SAME_PLACE = 0.5
const LEAST_REACH = 2

export const wordsOfRow = ({ kind, side, sender, time, text, replyTo }: RowWords): string =>
  JSON.stringify([kind, side, sender?.raw, time?.raw, text?.raw, replyTo?.raw])

const isSameRow = (a: FoundRow, b: FoundRow): boolean =>
  a.key !== null || b.key !== null
    ? a.key === b.key
    : a.element === b.element && wordsOfRow(a) === wordsOfRow(b)

const isInPlace = (a: FoundRow, b: FoundRow): boolean =>
  Math.abs(a.y - b.y) <= 1 && wordsOfRow(a) === wordsOfRow(b)

/**
 * How far what is scrolled has moved down between two stops, by the rows that
 * both show: older lines came in above, or were taken away there. The median:
 * an element that was put to use for another row of the same words tells nothing.
 * Null where they share none.
 */
export function shiftBetween(before: readonly FoundRow[], after: readonly FoundRow[]): number | null {
  const moves: number[] = []
  for (const row of after) {
    const known = before.find(each => isSameRow(each, row))
    if (known !== undefined) moves.push(row.y - known.y)
  }
  moves.sort((a, b) => a - b)
  const middle = moves[Math.floor(moves.length / 2)]
  if (middle !== undefined) return middle
  // Drawn anew, and without names: known by their words, where they stand as before.
  return after.some(row => before.some(each => isInPlace(each, row))) ? 0 : null
}

interface Known<R> {
  readonly found: R[]
  /** Where it stands, in the measure of the first stop. */
  y: number
}

/** @param stops the rows of each stop, from the upper end of the chat to the lower one, each from top to bottom */
export function mergeStops<R extends FoundRow>(stops: readonly (readonly R[])[]): Merged<R>[] {
  const list: Known<R>[] = []
  let shift = 0
  let before: readonly R[] = []
  for (const rows of stops) {
    shift += shiftBetween(before, rows) ?? 0
    before = rows
    addStop(list, rows, shift)
  }
  return list.map(({ found }) => ({ row: best(found), found }))
}

function addStop<R extends FoundRow>(list: Known<R>[], rows: readonly R[], shift: number): void {
  const taken = new Set<Known<R>>()
  const places = rows.map(row => {
    const y = row.y - shift
    const known = find(list, row, y, taken)
    if (known !== null) taken.add(known)
    return { row, y, known }
  })
  for (const [index, { row, y, known }] of places.entries()) {
    if (known !== null) {
      known.found.push(row)
      known.y = y
      continue
    }
    const added: Known<R> = { found: [row], y }
    list.splice(placeFor(list, places, index), 0, added)
    places[index] = { row, y, known: added }
  }
}

/** After the row that stands above it at this stop; where none is known, before the one below; else at the end. */
function placeFor<R>(
  list: readonly Known<R>[],
  places: readonly { readonly known: Known<R> | null }[],
  index: number,
): number {
  const above = places[index - 1]?.known ?? null
  if (above !== null) return list.indexOf(above) + 1
  const below = places.slice(index + 1).find(({ known }) => known !== null)?.known ?? null
  return below === null ? list.length : list.indexOf(below)
}

/** Rows of these many before the end are looked at: a stop shares its rows with the stop before it. */
const REACH = 2_000

function find<R extends FoundRow>(
  list: readonly Known<R>[],
  row: R,
  y: number,
  taken: ReadonlySet<Known<R>>,
): Known<R> | null {
  let nearest: Known<R> | null = null
  const words = wordsOfRow(row)
  for (let index = list.length - 1; index >= Math.max(0, list.length - REACH); index--) {
    const known = list[index]
    const [first] = known?.found ?? []
    if (known === undefined || first === undefined || taken.has(known)) continue
    if (row.key !== null || first.key !== null) {
      if (row.key !== first.key || row.kind !== first.kind) continue
      // A site may call several parts of an album by one name: the same words come first.
      if (wordsOfRow(first) === words) return known
      nearest ??= known
      continue
    }
    const reach = Math.max(LEAST_REACH, row.height * SAME_PLACE)
    const away = Math.abs(known.y - y)
    if (away > reach || wordsOfRow(first) !== words) continue
    if (nearest === null || away < Math.abs(nearest.y - y)) nearest = known
  }
  return nearest
}

/** Of a row that filled up while it was shown, the words that came in the end. */
function best<R extends FoundRow>(found: readonly R[]): R {
  const length = ({ text, sender, time }: R) =>
    (text?.raw.length ?? 0) + (sender?.raw.length ?? 0) + (time?.raw.length ?? 0)
  return found.reduce((most, row) => (length(row) > length(most) ? row : most))
}
