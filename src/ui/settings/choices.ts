/** What is chosen of backups and languages: followed, and kept where it is pressed. */
import { type BackupReminder } from "../../core/backup.ts"
import { rememberLanguage } from "../../platform/remembered-language.ts"
import { storageUse } from "../../platform/popup.ts"
import { backupState } from "../../vault/read-backup.ts"
import { backupReminder, languages } from "../../vault/read-settings.ts"
import { watch } from "../../vault/read.ts"
import { BACKUP_FORM, readReminder } from "./backup.ts"
import { type ChoicesModel, noChoices } from "./choices-model.ts"
import { PAGES_FORM, readLanguages, REPORTS_FORM } from "./languages.ts"
import { type Surroundings } from "./surroundings.ts"

export interface Choosing extends Surroundings<ChoicesModel> {
  /** Draws the whole page anew, in the language that is remembered. */
  readonly reload: () => void
}

export function followChoices({ vault, background, show, report, reload }: Choosing): void {
  const held: { model: ChoicesModel } = { model: noChoices }
  const change = (part: Partial<ChoicesModel>) => {
    held.model = { ...held.model, ...part }
    show(held.model)
  }

  async function keepReminder(part: Partial<BackupReminder>): Promise<void> {
    await background("setBackupReminder", { reminder: { ...(await backupReminder(vault)), ...part } })
  }

  async function keepNumbers(entered: FormData): Promise<void> {
    const read = readReminder(entered)
    if (!("days" in read)) {
      change({ reminderNote: { kept: false, wrong: read } })
      document.querySelector<HTMLElement>(`#${BACKUP_FORM} [aria-invalid=true]`)?.focus()
      return
    }
    await keepReminder(read)
    change({ reminderNote: { kept: true, wrong: [] } })
  }

  async function keepLanguage(entered: FormData): Promise<void> {
    const before = await languages(vault)
    const chosen = readLanguages(before, entered)
    await background("setLanguages", { languages: chosen })
    rememberLanguage(chosen.pages)
    if (chosen.pages === before.pages) change({ isKept: true })
    else reload()
  }

  watch(
    () => backupState(vault),
    backup => {
      change({ backup })
    },
    report,
  )
  watch(
    () => backupReminder(vault),
    reminder => {
      change({ reminder })
    },
    report,
  )
  watch(
    () => languages(vault),
    chosen => {
      rememberLanguage(chosen.pages)
      change({ languages: chosen })
    },
    report,
  )
  storageUse().then(usage => {
    change({ usage })
  }, report)

  document.addEventListener("change", event => {
    const box = event.target
    if (!(box instanceof HTMLInputElement) || box.name !== "remind") return
    keepReminder({ on: box.checked }).catch(report)
  })
  document.addEventListener("submit", event => {
    if (!(event.target instanceof HTMLFormElement)) return
    const { id } = event.target
    if (![BACKUP_FORM, PAGES_FORM, REPORTS_FORM].includes(id)) return
    event.preventDefault()
    const entered = new FormData(event.target)
    const kept = id === BACKUP_FORM ? keepNumbers(entered) : keepLanguage(entered)
    kept.catch(report)
  })
}
