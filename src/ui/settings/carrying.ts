/** What the section of the settings file does: hands one over, reads one, and has it kept where it is pressed. */
import { changesBy } from "../../core/settings-changes.ts"
import {
  type HeldSettings,
  MOST_SETTINGS_BYTES,
  readSettingsFile,
  settingsFile,
} from "../../core/settings-file.ts"
import { EvidenceError } from "../../core/errors.ts"
import { now } from "../../platform/clock.ts"
import { type Ask } from "../../platform/messaging.ts"
import { saveFile } from "../../platform/save.ts"
import { type BackgroundApi } from "../../protocol.ts"
import {
  allRecipients,
  authorities,
  backupReminder,
  captureOptions,
  languages,
} from "../../vault/read-settings.ts"
import { type Vault } from "../../vault/schema.ts"
import { FILE_FORM, type FileModel, noFile } from "./file.ts"

export interface Surroundings {
  readonly vault: Vault
  readonly background: Ask<BackgroundApi>
  readonly show: (file: FileModel) => void
}

export function followFile({ vault, background, show }: Surroundings): void {
  const held: { model: FileModel } = { model: noFile }
  const change = (part: Partial<FileModel>) => {
    held.model = { ...held.model, ...part }
    show(held.model)
  }
  const report = (thrown: unknown) => {
    change({ problem: EvidenceError.from(thrown).code })
  }

  const readHeld = async (): Promise<HeldSettings> => ({
    capture: await captureOptions(vault),
    authorities: await authorities(vault),
    recipients: await allRecipients(vault),
    languages: await languages(vault),
    backup: await backupReminder(vault),
  })

  async function handOver(entered: FormData): Promise<void> {
    const ticked = { recipients: entered.has("recipients"), secrets: entered.has("secrets") }
    const text = settingsFile(await readHeld(), ticked)
    // The second, without what a file's name cannot hold everywhere.
    const name = `holdfast-settings-${now().slice(0, 19).replaceAll(/[-:]/g, "")}Z.json`
    saveFile(new Blob([text], { type: "application/json" }), name)
    change({ exported: name, problem: null })
  }

  async function read(chosen: File): Promise<void> {
    change({ read: null, applied: null, problem: null })
    if (chosen.size > MOST_SETTINGS_BYTES) throw new EvidenceError("settings/malformed", "too large")
    const file = readSettingsFile(await chosen.text())
    change({ read: { file, changes: changesBy(await readHeld(), file) } })
    document.querySelector<HTMLElement>("#settings-preview-title")?.focus()
  }

  async function apply(): Promise<void> {
    const { read } = held.model
    if (read === null) return
    await background("importSettings", { settings: read.file })
    change({ read: null, applied: read.changes.length, problem: null })
    document.querySelector<HTMLElement>("#settings-chosen")?.focus()
  }

  document.addEventListener("submit", event => {
    if (!(event.target instanceof HTMLFormElement) || event.target.id !== FILE_FORM) return
    event.preventDefault()
    handOver(new FormData(event.target)).catch(report)
  })
  document.addEventListener("change", event => {
    const input = event.target
    if (!(input instanceof HTMLInputElement) || input.id !== "settings-chosen") return
    const chosen = input.files?.[0]
    if (chosen === undefined) return
    // The same file may be chosen again, changed or not.
    read(chosen)
      .catch(report)
      .finally(() => {
        input.value = ""
      })
  })
  document.addEventListener("click", event => {
    const pressed = event.target instanceof Element ? event.target.closest("button") : null
    if (pressed?.dataset.act === "apply-settings") apply().catch(report)
    if (pressed?.dataset.act === "drop-settings") {
      change({ read: null })
      document.querySelector<HTMLElement>("#settings-chosen")?.focus()
    }
  })
}
