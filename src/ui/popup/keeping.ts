/** What the ready screen says of the vault: the ways to the export, the verifier and the settings, and how much room is left. */
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"
import { renderBackupHint, renderBackupLine } from "./backup.ts"
import { button } from "./button.ts"
import { type Model } from "./model.ts"

/** What is kept, what of it has a backup, and how much room it takes. */
export function renderKeeping(words: Words, model: Model): HTMLElement {
  const { t } = words
  const kept = model.counts?.kept ?? 0
  return el(
    "section",
    { id: "keeping", class: "keeping", "aria-label": t("export.title") },
    el(
      "div",
      { class: "beside" },
      button(
        "open-export",
        "plain",
        { id: "export-open", disabled: kept === 0 },
        t("ready.export", { n: kept }),
      ),
      button("open-verifier", "quiet", { id: "verify-open" }, t("verify.open")),
    ),
    renderBackupHint(words, model),
    renderBackupLine(words, model),
    el(
      "p",
      { id: "usage", class: "small soft" },
      `${renderUsage(words, model.usage) ?? ""} ${t("ready.uninstall")} `,
      button("open-settings", "link", { id: "settings-open" }, t("settings.open")),
      " ",
      button("open-queue", "link", { id: "queue-open" }, t("queue.open")),
    ),
  )
}

/** Room for the frames of a few long pages: with less, a capture may be cut short. */
const LOW_BYTES = 300_000_000

export const isLow = ({ usage }: Model): boolean =>
  usage !== null && usage.freeBytes !== null && usage.freeBytes < LOW_BYTES

export function renderLowStorage({ t, format }: Words, model: Model): HTMLElement | null {
  if (!isLow(model)) return null
  const free = format.size(model.usage?.freeBytes ?? 0)
  return el(
    "p",
    { id: "low-storage", class: "note note-warn", role: "status" },
    t("ready.lowStorage", { free }),
  )
}

function renderUsage({ t, format }: Words, usage: Model["usage"]): string | null {
  if (usage === null) return null
  const size = format.size(usage.usedBytes)
  if (usage.freeBytes === null) return t("ready.usage", { size })
  return t("ready.usageFree", { size, free: format.size(usage.freeBytes) })
}
