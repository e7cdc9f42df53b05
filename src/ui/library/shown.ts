/** The rows of the list, out of all that the page knows. Each step is done again only where what it is made of has changed. */
import { DEFAULT_CASE } from "../../core/cases.ts"
import { arrange, type Listed, siteOf, sitesIn } from "../../core/search/arrange.ts"
import { type AccountGroup, type Arrangement, byAccount } from "../../core/search/groups.ts"
import { type Labels, type Wrong, wrongs } from "../../core/remarks.ts"
import { type CaptureRow } from "../../vault/capture-row.ts"
import { entryFacts, type EntryRow } from "../../vault/entry-row.ts"
import { chipKind } from "../parts/item.ts"
import { arrangementOf } from "./arranging.ts"
import { isHeading, type Line, linesOf } from "./lines.ts"
import { type Model } from "./model.ts"

export interface Row extends Listed {
  readonly trashedAt: string | null
}

export interface Shown {
  /** All of the view, filtered or not. */
  readonly all: readonly Row[]
  /** Those that are listed, in order. */
  readonly rows: readonly Row[]
  /** The same with the headings of the view. */
  readonly lines: readonly Line<Row>[]
  /** The ids of the rows, as the lines have them: none of those that still run, which cannot be chosen. */
  readonly order: readonly string[]
  /** One row of each site of the view, those with the most first. */
  readonly sites: readonly Row[]
  /** The accounts of the view of which anything is known, those with the most items first; none until all is read. */
  readonly authors: readonly AccountGroup<Row>[]
  /** The user's own tags, and kinds of wrong, of the view. */
  readonly tags: readonly string[]
  readonly wrongs: readonly Wrong[]
  /** How many items there are in each case, whichever is shown. */
  readonly inCases: ReadonlyMap<string, number>
  /** How many entries lack the words of a file that could not be read. */
  readonly unread: number
}

/** @param monthOf names the month of a time, as the reader's calendar has it */
export function makeShown(monthOf: (at: string) => string): (model: Model) => Shown {
  const kept = remember(keptRows)
  const trashed = remember((rows: readonly CaptureRow[], damaged: Model["damaged"]) =>
    rows.map(row => rowOf(row, damaged)),
  )
  const listed = remember(
    (all: readonly Row[], criteria: Model["criteria"], found: Model["found"], authors: Shown["authors"]) => {
      const { author } = criteria
      const of = author === null ? all : (authors.find(({ id }) => id === author)?.items ?? [])
      return arrange(found === null ? of : of.filter(({ id }) => found.ids.has(id)), criteria)
    },
  )
  const grouped = remember((all: readonly Row[], isRead: boolean) =>
    isRead ? byAccount(all).filter(({ by }) => by !== null) : [],
  )
  const labelled = remember((all: readonly Row[]) => ({
    tags: [...new Set(all.flatMap(({ labels }) => labels?.tags ?? []))].sort(),
    wrongs: wrongs.filter(wrong => all.some(({ labels }) => labels?.wrongs.includes(wrong) === true)),
  }))
  const lined = remember((rows: readonly Row[], arrangement: Arrangement) =>
    linesOf(rows, arrangement, monthOf),
  )
  const order = remember((lines: readonly Line<Row>[]) =>
    lines.flatMap(line => (isHeading(line) || line.standing === "running" ? [] : [line.id])),
  )
  const sites = remember((all: readonly Row[]) => {
    const first = new Map(all.map(row => [siteOf(row), row]))
    return sitesIn(all).flatMap(site => first.get(site) ?? [])
  })
  const unread = remember(
    (entries: Model["entries"]) => [...entries.values()].filter(({ isTextRead }) => !isTextRead).length,
  )
  const counted = remember((all: readonly Row[], places: Model["places"]) => {
    const counts = new Map<string, number>()
    for (const { id } of all) {
      const place = places.get(id) ?? DEFAULT_CASE
      counts.set(place, (counts.get(place) ?? 0) + 1)
    }
    return counts
  })
  const ofCase = remember((all: readonly Row[], places: Model["places"], id: string | null) =>
    id === null ? all : all.filter(row => (places.get(row.id) ?? DEFAULT_CASE) === id),
  )
  return model => {
    const { view, entries, running, unindexed, damaged, criteria, found, places, caseView, labels } = model
    const ofAllCases = kept(entries, running, unindexed.rows, damaged, labels)
    const all = view === "trash" ? trashed(model.trashed, damaged) : ofCase(ofAllCases, places, caseView)
    const authors = grouped(all, model.isRead)
    const rows = listed(all, criteria, view === "trash" ? null : found, authors)
    const lines = lined(rows, arrangementOf(model))
    const inCases = counted(ofAllCases, places)
    const ofView = { sites: sites(all), authors, ...labelled(all) }
    return { all, rows, lines, inCases, ...ofView, unread: unread(entries), order: order(lines) }
  }
}

function keptRows(
  entries: Model["entries"],
  running: readonly CaptureRow[],
  unindexed: readonly CaptureRow[],
  damaged: Model["damaged"],
  labels: Model["labels"],
): Row[] {
  const without = [...running, ...unindexed].filter(({ id }) => !entries.has(id))
  return [
    ...Array.from(entries.values(), entry => listedEntry(entry, damaged)),
    ...without.map(row => rowOf(row, damaged)),
  ].map(row => withLabels(row, labels.get(row.id)?.said))
}

const withLabels = (row: Row, labels: Labels | undefined): Row =>
  labels === undefined ? row : { ...row, labels }

const listedEntry = (entry: EntryRow, damaged: Model["damaged"]): Row => ({
  ...entry,
  standing: standingOf(entry, damaged),
  trashedAt: null,
})

function standingOf({ id, complete, imported }: EntryRow, damaged: Model["damaged"]): Row["standing"] {
  if (damaged.has(id)) return "damaged"
  if (imported !== undefined) return "imported"
  return complete ? "complete" : "gaps"
}

const rowOf = (row: CaptureRow, damaged: Model["damaged"]): Row => ({
  ...entryFacts(row),
  standing: chipKind(row, damaged),
  trashedAt: row.trashedAt,
})

/** The last answer, for the same arguments. */
function remember<Given extends readonly unknown[], T>(work: (...given: Given) => T): (...given: Given) => T {
  let last: { readonly given: Given; readonly answer: T } | null = null
  return (...given) => {
    if (last?.given.every((each, at) => each === given[at]) !== true) last = { given, answer: work(...given) }
    return last.answer
  }
}
