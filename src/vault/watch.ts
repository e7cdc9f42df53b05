/** Following what the vault answers. */
import { Dexie, liveQuery } from "dexie"
import { EvidenceError } from "../core/errors.ts"

/** A capture writes dozens of times a second, and each answer is drawn: that took more than taking the pictures. */
const WATCH_PAUSE_MS = 300

/**
 * Calls `onValue` now and whenever the answer changes, whichever context wrote:
 * at once after a while of rest, else once in 300 ms. Returns what ends it.
 */
export function watch<T>(
  ask: () => Promise<T>,
  onValue: (value: T) => void,
  onError: (error: EvidenceError) => void,
): () => void {
  let askedAt = -Infinity
  let turn = 0
  // An async function that awaits Dexie's own promise: else it does not see what is read behind it, and would not ask again.
  const askSeldom = async (): Promise<T> => {
    const mine = ++turn
    await dexieWait(askedAt + WATCH_PAUSE_MS - performance.now())
    // Of one that was asked again meanwhile nobody takes the answer.
    if (mine !== turn) return new Promise(() => undefined)
    askedAt = performance.now()
    return ask()
  }
  const subscription = liveQuery(askSeldom).subscribe({
    next: onValue,
    error: thrown => {
      onError(EvidenceError.from(thrown))
    },
  })
  return () => {
    turn += 1
    subscription.unsubscribe()
  }
}

const dexieWait = (ms: number): PromiseLike<void> =>
  ms <= 0 ? Dexie.Promise.resolve() : new Dexie.Promise(resolve => setTimeout(resolve, ms))
