/** What the page shows, as one value. */
import { type ErrorCode } from "../../core/errors.ts"
import { type CaptureRow } from "../../vault/capture-row.ts"
import { type ReadingRow } from "../../vault/reading-row.ts"

export interface Model {
  /** The item; null where there is none, undefined until the vault has answered. */
  readonly item: CaptureRow | null | undefined
  readonly readings: readonly ReadingRow[]
  /** Whether the browser lets the extension ask the item's site; null until it is known. */
  readonly allowed: boolean | null
  /** True after the browser's question was answered with no. */
  readonly refused: boolean
  readonly looking: boolean
  /** Whether the user has allowed the extension in private windows; null until it is known. */
  readonly inPrivate: boolean | null
  readonly problem: ErrorCode | null
}

export const emptyModel: Model = {
  item: undefined,
  readings: [],
  allowed: null,
  refused: false,
  looking: false,
  inPrivate: null,
  problem: null,
}
