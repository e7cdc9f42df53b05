/** What the user chooses in the settings, as far as it concerns this device alone. Asked by our own pages; answered by the background. */
import type { BackupReminder } from "../core/backup.ts"

export interface SettingsApi {
  /** When to tell of items without a backup. Throws `input/malformed`. */
  setBackupReminder(input: { reminder: BackupReminder }): null
}
