/** What the user has chosen in the settings. Nothing here writes. */
import { type BackupReminder, usualReminder } from "../core/backup.ts"
import { type Beacons, usualBeacons } from "../core/bracket/beacons.ts"
import { type CaptureOptions, usualOptions } from "../core/capture-options.ts"
import { type Recipient } from "../core/encryption/recipient.ts"
import { EvidenceError } from "../core/errors.ts"
import { type Languages, usualLanguages } from "../core/languages.ts"
import { type Lock } from "../core/lock.ts"
import { type Anchoring, OPEN_TIMESTAMPS, usualAnchoring } from "../core/ots/calendars.ts"
import { type Person } from "../core/papers/person.ts"
import { type Authority } from "../core/stamp/authority.ts"
import { type Vault } from "./schema.ts"
import { type SettingRow } from "./setting-row.ts"
import { query } from "./transact.ts"

/** The authorities that the user has entered, switched on or not. */
export async function authorities(vault: Vault): Promise<readonly Authority[]> {
  return authoritiesIn(await query(vault.settings.get("time")))
}

export const authoritiesIn = (row: SettingRow | undefined): readonly Authority[] =>
  row?.name === "time" ? row.authorities : []

/** Whom the user lets be asked for time stamps, by name; OpenTimestamps among them. */
export async function askedNames(vault: Vault): Promise<readonly string[]> {
  const on = (await authorities(vault)).filter(each => each.on).map(({ name }) => name)
  return (await anchoring(vault)).on ? [...on, OPEN_TIMESTAMPS] : on
}

/** Whether OpenTimestamps are asked for, and of which calendars. */
export async function anchoring(vault: Vault): Promise<Anchoring> {
  return anchoringIn(await query(vault.settings.get("anchors")))
}

export const anchoringIn = (row: SettingRow | undefined): Anchoring =>
  row?.name === "anchors" ? row.anchoring : usualAnchoring

/** Whether public random numbers are asked for, and of whom. */
export async function beacons(vault: Vault): Promise<Beacons> {
  return beaconsIn(await query(vault.settings.get("beacons")))
}

export const beaconsIn = (row: SettingRow | undefined): Beacons =>
  row?.name === "beacons" ? row.beacons : usualBeacons

/** How the user wants captures to be made. */
export async function captureOptions(vault: Vault): Promise<CaptureOptions> {
  const row = await query(vault.settings.get("capture"))
  return row?.name === "capture" ? row.options : usualOptions
}

/** When the user wants to be told of items without a backup. */
export async function backupReminder(vault: Vault): Promise<BackupReminder> {
  const row = await query(vault.settings.get("backup"))
  return row?.name === "backup" ? row.reminder : usualReminder
}

/** The languages of our pages and of reports. */
export async function languages(vault: Vault): Promise<Languages> {
  const row = await query(vault.settings.get("language"))
  return row?.name === "language" ? row.languages : usualLanguages
}

/** Who speaks in the papers; null where they did not want it kept. */
export async function keptPerson(vault: Vault): Promise<Person | null> {
  const row = await query(vault.settings.get("person"))
  return row?.name === "person" ? row.person : null
}

/** The lock of a shared computer; null where there is none. */
export async function keptLock(vault: Vault): Promise<Lock | null> {
  const row = await query(vault.settings.get("lock"))
  return row?.name === "lock" ? row.lock : null
}

/** The public keys that a bundle can be encrypted to, in the order in which they were added. */
export function allRecipients(vault: Vault): Promise<Recipient[]> {
  return query(vault.recipients.toCollection().sortBy("addedAt"))
}

/** Those of the ids. Throws `export/no-recipient` where one is not there: a file for fewer than were named is not what was asked. */
export async function recipientsById(vault: Vault, ids: readonly string[]): Promise<Recipient[]> {
  const found = (await query(vault.recipients.bulkGet([...new Set(ids)]))).filter(row => row !== undefined)
  if (found.length === 0 || found.length < new Set(ids).size) {
    throw new EvidenceError("export/no-recipient", "a key is not in the settings")
  }
  return found
}
