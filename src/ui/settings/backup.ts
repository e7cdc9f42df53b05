/** What has a backup and when the user is told of what has none, what removing the extension takes with it, and the room that it takes. */
import { type BackupReminder, reminderRange } from "../../core/backup.ts"
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"
import { type ChoicesModel } from "./choices-model.ts"
import { numberIn, renderNumber } from "./number-field.ts"

export const BACKUP_FORM = "backup-form"

const names = ["days", "items"] as const
type LimitName = (typeof names)[number]

/** What became of the last entry: `wrong` names the fields that hold no such number. */
export interface ReminderNote {
  readonly kept: boolean
  readonly wrong: readonly LimitName[]
}

export function renderBackup(words: Words, model: ChoicesModel): HTMLElement {
  const { t } = words
  return el(
    "section",
    { id: "backup", "aria-labelledby": "backup-title" },
    el("h3", { id: "backup-title" }, t("backup.title")),
    el("p", { id: "backup-state" }, ...stateOf(words, model)),
    renderExport(words, model, "backup-export"),
    el("p", {}, t("backup.what")),
    el("p", {}, t("backup.later")),
    renderWhole(words, model),
    el("p", {}, el("a", { id: "open-restore", href: "restore.html" }, t("restore.open"))),
    el("p", {}, el("a", { id: "open-restore-test", href: "restore.html?test" }, t("restore.testOpen"))),
    renderReminder(words, model),
  )
}

/** All of it in one bundle, whatever has a backup already; and what cannot be in it. */
function renderWhole({ t }: Words, { backup }: ChoicesModel): HTMLElement | null {
  if (backup === null || backup.items === 0) return null
  return el(
    "div",
    { id: "whole-vault" },
    el("h4", {}, t("restore.wholeTitle")),
    el("p", {}, t("restore.wholeIs")),
    el("p", {}, el("a", { id: "whole-export", href: "library.html?export=everything" }, t("restore.whole"))),
  )
}

/** Stands by itself too, for who looks for it before they uninstall: then nothing of ours is asked any more. */
export function renderUninstall(words: Words, model: ChoicesModel): HTMLElement {
  const { t } = words
  const { backup } = model
  const n = backup?.without.length ?? 0
  const said = n > 0 ? t("uninstall.some", { n }) : t("uninstall.every")
  return el(
    "section",
    { id: "uninstall", "aria-labelledby": "uninstall-title" },
    el("h3", { id: "uninstall-title" }, t("uninstall.title")),
    el("p", {}, t("uninstall.what")),
    backup === null || backup.items === 0
      ? null
      : el("p", { id: "uninstall-state", class: n > 0 ? "note note-warn" : "note note-calm" }, said),
    renderExport(words, model, "uninstall-export"),
  )
}

export function renderStorage({ t, format }: Words, { usage }: ChoicesModel): HTMLElement {
  const size = usage === null ? "…" : format.size(usage.usedBytes)
  return el(
    "section",
    { id: "storage", "aria-labelledby": "storage-title" },
    el("h3", { id: "storage-title" }, t("settings.storage")),
    el(
      "p",
      { id: "storage-room" },
      usage?.freeBytes == null
        ? t("ready.usage", { size })
        : t("ready.usageFree", { size, free: format.size(usage.freeBytes) }),
    ),
    el("p", { class: "soft" }, t("settings.storageWhat")),
  )
}

function stateOf({ t, format }: Words, { backup }: ChoicesModel): HTMLElement[] {
  if (backup === null) return []
  const { items, without, last } = backup
  if (items === 0) return [el("span", {}, t("backup.none"))]
  const count =
    without.length === 0
      ? t("backup.every", { n: items })
      : t("backup.some", { n: without.length, all: format.number(items) })
  const when = last === null ? t("backup.never") : t("backup.lastAt", { time: format.time(last.at) })
  return [el("span", { class: "strong" }, count), el("span", {}, when)]
}

/** In the library, where the export's course is shown. */
function renderExport({ t }: Words, { backup }: ChoicesModel, id: string): HTMLElement | null {
  const n = backup?.without.length ?? 0
  if (n === 0) return null
  return el(
    "p",
    {},
    el("a", { id, href: "library.html?export=without-backup" }, t("backup.exportSome", { n })),
  )
}

function renderReminder(words: Words, { reminder, reminderNote }: ChoicesModel): HTMLElement {
  const { t } = words
  return el(
    "form",
    { id: BACKUP_FORM, class: "fields", novalidate: true },
    el(
      "label",
      { class: "choice" },
      el("input", {
        type: "checkbox",
        name: "remind",
        "data-on": reminder?.on === true ? "yes" : "no",
        disabled: reminder === null,
        "aria-describedby": "about-remind",
      }),
      el("span", { class: "strong" }, t("backup.remind")),
    ),
    el("p", { id: "about-remind", class: "small soft" }, t("backup.remindWhat")),
    ...names.map(name =>
      renderNumber(words, {
        ...{ form: "backup", name, range: reminderRange, value: reminder?.[name] ?? null },
        label: t(`backup.${name}`),
        isWrong: reminderNote.wrong.includes(name),
      }),
    ),
    el("button", { type: "submit", class: "button-plain", disabled: reminder === null }, t("backup.keep")),
    el("p", { id: "backup-kept", role: "status" }, reminderNote.kept ? t("backup.kept") : ""),
  )
}

/** The numbers that were entered, or which fields hold none. */
export function readReminder(
  entered: FormData,
): Pick<BackupReminder, "days" | "items"> | readonly LimitName[] {
  const [days, items] = names.map(name => numberIn(entered.get(name), reminderRange))
  if (days != null && items != null) return { days, items }
  return names.filter(name => numberIn(entered.get(name), reminderRange) === null)
}
