import type { ReadingFile, VisitorSummary } from "../core/server/reading.ts"
import type { Sha256 } from "../core/seal/hash.ts"

/** What was read again of a sealed capture, on the user's click. Never changed; goes only with its capture. */
export interface ReadingRow {
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
  readonly summary: VisitorSummary
}
