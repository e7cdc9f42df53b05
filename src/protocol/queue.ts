/** Addresses that are captured one after another. Asked by our own pages; answered by the background. */
import type { EntryWish, QueueAccess } from "../core/queue/entry.ts"

export interface QueueApi {
  /** Begins a list. Throws `queue/busy` while one is not done, `queue/nothing` for none. */
  startQueue(input: QueueWish): { queueId: string }
  /** Opens nothing more; the entry that is being captured comes to its end first. */
  pauseQueue(input: { queueId: string }): null
  /** Goes on with what is left. */
  resumeQueue(input: { queueId: string; access: QueueAccess }): null
  /** Ends a list before its end; as for {@link pauseQueue}. */
  stopQueue(input: { queueId: string }): null
  /** Deletes a list that is done, with its addresses; what was captured of it stays. Nothing for one that is not done. */
  forgetQueue(input: { queueId: string }): null
}

export interface QueueWish {
  readonly entries: readonly EntryWish[]
  readonly paceSeconds: number
  /** What the browser answered when it was asked for all sites. */
  readonly access: QueueAccess
}
