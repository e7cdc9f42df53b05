import { type ErrorCode } from "../core/errors.ts"
import { type PauseReason, type QueueAccess, type QueueEntry, type QueueState } from "../core/queue/entry.ts"

/** A list of addresses to capture one after another. It is the user's own order of work, and no evidence. */
export interface QueueRow {
  readonly id: string
  readonly created: string
  /** Seconds between two entries. */
  readonly paceSeconds: number
  readonly state: QueueState
  /** Why it is paused; null while it is not. */
  readonly why: PauseReason | null
  /** What the problem is that it was paused for. */
  readonly code: ErrorCode | null
  readonly access: QueueAccess
  /** Whether the user ended it before its end. */
  readonly stopped: boolean
  readonly endedAt: string | null
}

export interface QueueEntryRow extends QueueEntry {
  /** The id of its list. */
  readonly queue: string
}
