import type { CountersSummary } from "../core/readings/reading.ts"
import type { ReadingFile, VisitorSummary } from "../core/server/reading.ts"
import type { Sha256 } from "../core/seal/hash.ts"

interface Kept {
  readonly id: string
  /** The id of the capture. */
  readonly of: string
  /** The number of its line in custody: a bundle holds those whose lines its log holds. */
  readonly custodySeq: number
  /** Its line of readings.jsonl, LF and all, as it goes into bundles. */
  readonly line: string
  readonly files: readonly ReadingFile[]
  /** The SHA-256 of each file, under which its bytes are stored. */
  readonly hashes: readonly Sha256[]
}

/** Whether a visitor got the page. */
export interface VisitorRow extends Kept {
  readonly kind: "visitor"
  readonly summary: VisitorSummary
}

/** The page's numbers, and whether the post was as it had been. */
export interface CountersRow extends Kept {
  readonly kind: "counters"
  readonly summary: CountersSummary
}

/** What was read again of a sealed capture. Never changed; goes only with its capture. */
export type ReadingRow = VisitorRow | CountersRow

/** Requests of ours for the item's address that it took: what the user opened is none. */
export const requestsOf = (row: ReadingRow): number =>
  row.kind === "visitor" ? row.summary.requests : row.summary.openedBy === "tool" ? 1 : 0

export const isVisitorRow = (row: ReadingRow): row is VisitorRow => row.kind === "visitor"
export const isCountersRow = (row: ReadingRow): row is CountersRow => row.kind === "counters"
