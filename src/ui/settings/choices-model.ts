/** What the settings show of backups, languages and storage. */
import { type Backup, type BackupReminder } from "../../core/backup.ts"
import { type Languages } from "../../core/languages.ts"
import { type ReminderNote } from "./backup.ts"

export interface ChoicesModel {
  /** Null, as the others, until the vault has answered. */
  readonly backup: Backup | null
  readonly reminder: BackupReminder | null
  readonly reminderNote: ReminderNote
  readonly languages: Languages | null
  /** Whether the language of reports was just kept. */
  readonly isKept: boolean
  readonly usage: { readonly usedBytes: number; readonly freeBytes: number | null } | null
}

export const noChoices: ChoicesModel = {
  backup: null,
  reminder: null,
  reminderNote: { kept: false, wrong: [] },
  languages: null,
  isKept: false,
  usage: null,
}
