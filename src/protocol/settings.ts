/** What the user chooses in the settings, as far as it concerns this device alone. Asked by our own pages; answered by the background. */
import type { BackupReminder } from "../core/backup.ts"
import type { Languages } from "../core/languages.ts"

export interface SettingsApi {
  /** When to tell of items without a backup. Throws `input/malformed`. */
  setBackupReminder(input: { reminder: BackupReminder }): null
  /** The languages of our pages and of reports. Throws `input/malformed`. */
  setLanguages(input: { languages: Languages }): null
}
