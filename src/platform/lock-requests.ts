/** What is asked about the lock of a shared computer, read field by field as platform/requests.ts does. */
import { asPassphrase } from "../core/lock.ts"
import { asFields, asNothing } from "../core/parse.ts"
import { type LockApi } from "../protocol/lock.ts"
import { type Readers } from "./messaging.ts"

export const lockReaders: Readers<LockApi> = {
  setLock: input => ({ passphrase: asPassphrase(asFields(input, "setLock").passphrase) }),
  unlock: input => ({ passphrase: asPassphrase(asFields(input, "unlock").passphrase) }),
  closeLock: asNothing,
  askToLift: asNothing,
  removeLock: input => {
    const { passphrase } = asFields(input, "removeLock")
    return { passphrase: passphrase === null ? null : asPassphrase(passphrase) }
  },
}
