/** What the ready screen says of backups: when the last one was, how many items have none, and past the user's limits a hint. */
import { isBackupDue } from "../../core/backup.ts"
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"
import { button } from "./button.ts"
import { type Model } from "./model.ts"

/** Whether the hint is shown: not while an export runs, which may be the backup. */
export const isHinted = ({ backup, reminder, lastExport, now }: Model): boolean =>
  backup !== null && lastExport?.state !== "running" && isBackupDue(backup, reminder, now)

/** Calm, and gone as soon as each item has a backup. */
export function renderBackupHint({ t }: Words, model: Model): HTMLElement | null {
  if (!isHinted(model)) return null
  const n = model.backup?.without.length ?? 0
  return el(
    "div",
    { id: "backup-due", class: "note note-warn small", role: "status" },
    el(
      "p",
      {},
      `${t("backup.due", { n })} `,
      button(
        "open-export",
        "link",
        { id: "backup-export", "data-of": "without-backup" },
        t("backup.export", { n }),
      ),
    ),
  )
}

/** The newest export, or how far one is, and the way to its digits. Null where there is nothing to speak of. */
export function renderBackupLine(words: Words, model: Model): HTMLElement | null {
  const { t, format } = words
  const { lastExport, backup } = model
  const running = lastExport?.state === "running"
  const shown = running || lastExport?.state === "done" ? madeIn(lastExport) : (backup?.last ?? null)
  if ((model.counts?.kept ?? 0) === 0 && !running) return null
  // The hint says it already.
  if (shown === null && isHinted(model)) return null
  const said = (): string => {
    if (running) return t("export.running")
    if (shown === null) return t("ready.backupNone")
    // One of nothing that is still here is no backup of it.
    const isBackup = shown.exportId === backup?.last?.exportId
    return t(isBackup ? "ready.backup" : "ready.lastExport", { time: format.time(shown.at) })
  }
  const count = running || isHinted(model) ? null : counted(words, model)
  return el(
    "p",
    { id: "backup", class: "small soft" },
    el("span", {}, [said(), ...(count === null ? [] : [count])].join(" · ")),
    " ",
    shown === null
      ? null
      : button(
          "view-export",
          "link",
          { id: "export-view", "data-export": shown.exportId },
          t(running ? "ready.seenView" : "ready.backupView"),
        ),
  )
}

const madeIn = ({ id, at }: NonNullable<Model["lastExport"]>) => ({ exportId: id, at })

function counted({ t }: Words, { backup }: Model): string | null {
  if (backup === null || backup.items === 0) return null
  if (backup.without.length === 0) return t("backup.allHave")
  // That there was none yet says the same of them all.
  return backup.last === null ? null : t("backup.without", { n: backup.without.length })
}
