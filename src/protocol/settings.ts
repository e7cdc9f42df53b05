/** What the user chooses in the settings, as far as it concerns this device alone. Asked by our own pages; answered by the background. */
import type { BackupReminder } from "../core/backup.ts"
import type { Beacons } from "../core/bracket/beacons.ts"
import type { Anchoring } from "../core/ots/calendars.ts"
import type { CaptureOptions } from "../core/capture-options.ts"
import type { Languages } from "../core/languages.ts"
import type { Person } from "../core/papers/person.ts"
import type { FileSettings } from "../core/settings-file.ts"

export interface SettingsApi {
  /** Whether OpenTimestamps are asked for from now on, and of which calendars. Throws `input/malformed`. */
  setAnchoring(input: { anchoring: Anchoring }): null
  /** Whether public random numbers are asked for from now on, and of whom. Throws `input/malformed`. */
  setBeacons(input: { beacons: Beacons }): null
  /** How captures to come are made, whole, in place of what was chosen before. Throws `input/malformed`. */
  setCaptureOptions(input: { options: CaptureOptions }): null
  /** When to tell of items without a backup. Throws `input/malformed`. */
  setBackupReminder(input: { reminder: BackupReminder }): null
  /** The languages of our pages and of reports. Throws `input/malformed`. */
  setLanguages(input: { languages: Languages }): null
  /** Keeps who speaks in the papers, in place of whom was kept before; null forgets them. Throws `input/malformed`. */
  keepPerson(input: { person: Person | null }): null
  /** Takes over what a settings file brings: all of it, or nothing. Throws `input/malformed`, and `recipient/…` for what is no key. */
  importSettings(input: { settings: FileSettings }): null
}
