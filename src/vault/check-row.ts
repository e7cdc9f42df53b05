import type { ErrorCode } from "../core/errors.ts"

/** The check of every stored file against its hash: the one that runs, and how the last one came out. */
export interface CheckRow {
  readonly id: "files"
  /** How far it is, in items; null while none runs. */
  readonly running: { readonly run: string; readonly done: number; readonly total: number } | null
  readonly last: CheckOutcome | null
  /** Why the newest one came to no end; null where it did. */
  readonly code: ErrorCode | null
}

export interface CheckOutcome {
  readonly at: string
  readonly files: number
  readonly items: number
  /** Captures of which a file is gone, or not what was sealed. */
  readonly damaged: readonly { readonly id: string; readonly item: number }[]
}
