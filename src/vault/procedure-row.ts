import type { Sha256 } from "../core/seal/hash.ts"

/** One line of the procedure log of a recording that is not sealed yet; it goes when the log is one file. */
export interface ProcedureRow {
  readonly captureId: string
  readonly seq: number
  /** The line in procedure.jsonl, as it was hashed, and that hash. */
  readonly line: string
  readonly hash: Sha256
}
