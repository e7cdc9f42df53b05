/** The lock of a shared computer: put on, opened, closed and taken off. It changes no evidence, so custody has no line of it. */
import { EvidenceError } from "../core/errors.ts"
import { type Lock, liftableFrom, newPassphrase } from "../core/lock.ts"
import { now } from "../platform/clock.ts"
import { lockFor, opens, setUnlocked } from "../platform/lock.ts"
import { type Handlers } from "../platform/messaging.ts"
import { type LockApi } from "../protocol/lock.ts"
import { keptLock } from "../vault/read-settings.ts"
import { type Vault } from "../vault/schema.ts"
import { keepLock } from "../vault/write-options.ts"

/** @param onChange the icon and the menu are to be dressed as it is now */
export function lockHandlers(vault: Vault, onChange: () => void): Handlers<LockApi> {
  const opened = async (passphrase: string): Promise<Lock> => {
    const lock = await keptLock(vault)
    if (lock === null || !(await opens(lock, passphrase))) {
      throw new EvidenceError("lock/wrong", "not the passphrase of the lock")
    }
    return lock
  }
  return {
    setLock: async ({ passphrase }) => {
      // A second one in its place would open to whoever sits there now.
      if ((await keptLock(vault)) !== null) throw new EvidenceError("lock/there", "there is a lock already")
      const lock = await lockFor(newPassphrase(passphrase))
      // Whoever has just chosen it is not to be asked for it.
      await setUnlocked(true)
      await keepLock(vault, lock)
      onChange()
      return null
    },
    unlock: async ({ passphrase }) => {
      const lock = await opened(passphrase)
      if (lock.liftAskedAt !== null) await keepLock(vault, { ...lock, liftAskedAt: null })
      await setUnlocked(true)
      return { liftAskedAt: lock.liftAskedAt }
    },
    closeLock: async () => {
      await setUnlocked(false)
      return null
    },
    askToLift: async () => {
      const lock = await keptLock(vault)
      // Asked again, the day does not begin anew.
      if (lock?.liftAskedAt === null) await keepLock(vault, { ...lock, liftAskedAt: now() })
      return null
    },
    removeLock: async ({ passphrase }) => {
      if (passphrase === null) checkLiftable(await keptLock(vault))
      else await opened(passphrase)
      await keepLock(vault, null)
      await setUnlocked(false)
      onChange()
      return null
    },
  }
}

function checkLiftable(lock: Lock | null): void {
  const from = lock === null ? null : liftableFrom(lock)
  if (from === null || Date.parse(now()) < from) throw new EvidenceError("lock/early", "the day is not over")
}
