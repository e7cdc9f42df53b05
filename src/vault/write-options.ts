/** What the user chose of how captures are made, when a backup is due, which languages are spoken, and who may see it. */
import { type BackupReminder } from "../core/backup.ts"
import { type Beacons, beaconSources } from "../core/bracket/beacons.ts"
import { type CaptureOptions } from "../core/capture-options.ts"
import { type Languages } from "../core/languages.ts"
import { type Lock } from "../core/lock.ts"
import { type Person } from "../core/papers/person.ts"
import { appendCustody } from "./append.ts"
import { beaconsIn } from "./read-settings.ts"
import { type Vault } from "./schema.ts"
import { commit } from "./transact.ts"

/** The user's choice, whole, in place of the one before. It speaks of captures to come, so custody has no line of it: each record says what it was begun with. */
export function keepCaptureOptions(vault: Vault, options: CaptureOptions): Promise<void> {
  return commit(vault, [vault.settings], async () => {
    await vault.settings.put({ name: "capture", options })
  })
}

/**
 * The user's choice, whole, in place of the one before. Each record says itself what was asked for; that nothing was,
 * and since when, stands in custody, as with time stamps.
 */
export function keepBeacons(vault: Vault, at: string, beacons: Beacons): Promise<void> {
  return commit(vault, [vault.settings, vault.custody], async () => {
    const before = beaconsIn(await vault.settings.get("beacons"))
    await vault.settings.put({ name: "beacons", beacons })
    const [was, is] = [before, beacons].map(({ on, drand, nist }) => (on ? [...drand, nist] : []))
    if (was?.join() === is?.join()) return
    const on = beacons.on ? beaconSources : []
    await appendCustody(vault, at, { event: "settings.changed", setting: "beacons", on })
  })
}

/** The user's choice, in place of the one before. It changes no evidence, so custody has no line of it. */
export function keepBackupReminder(vault: Vault, reminder: BackupReminder): Promise<void> {
  return commit(vault, [vault.settings], async () => {
    await vault.settings.put({ name: "backup", reminder })
  })
}

/** The user's choice, in place of the one before. No line of custody: each bundle has its words in both languages. */
export function keepLanguages(vault: Vault, languages: Languages): Promise<void> {
  return commit(vault, [vault.settings], async () => {
    await vault.settings.put({ name: "language", languages })
  })
}

/** Who speaks in the papers, in place of whom was kept before; null forgets them. No evidence, and so no line of custody. */
export function keepPerson(vault: Vault, person: Person | null): Promise<void> {
  return commit(vault, [vault.settings], async () => {
    if (person === null) await vault.settings.delete("person")
    else await vault.settings.put({ name: "person", person })
  })
}

/** The lock of a shared computer, in place of the one before; null takes it off. It hides evidence and changes none: no line of custody. */
export function keepLock(vault: Vault, lock: Lock | null): Promise<void> {
  return commit(vault, [vault.settings], async () => {
    if (lock === null) await vault.settings.delete("lock")
    else await vault.settings.put({ name: "lock", lock })
  })
}
