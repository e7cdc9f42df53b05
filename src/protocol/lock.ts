/** The lock of a shared computer. Asked by our own pages; answered by the background. */

export interface LockApi {
  /** From now on our screens open by this passphrase alone. Throws `lock/short`, and `lock/wrong` where there is a lock. */
  setLock(input: { passphrase: string }): null
  /** Opens our screens until the browser ends. Says when somebody asked to have it taken off, which this undoes. Throws `lock/wrong`. */
  unlock(input: { passphrase: string }): { liftAskedAt: string | null }
  /** Closes our screens again. */
  closeLock(input: null): null
  /** Has the lock come off without the passphrase, a day from now. */
  askToLift(input: null): null
  /** Takes it off: by the passphrase, or by null where the day is over. Throws `lock/wrong`, `lock/early`. */
  removeLock(input: { passphrase: string | null }): null
}
