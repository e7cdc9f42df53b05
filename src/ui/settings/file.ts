/** The settings as a file: what goes into one, and what one would change, before it does. */
import { type ErrorCode } from "../../core/errors.ts"
import { type SettingsChange } from "../../core/settings-changes.ts"
import { type FileSettings } from "../../core/settings-file.ts"
import { ownNames } from "../../i18n/language.ts"
import { type Words } from "../../i18n/words.ts"
import { type Child, el } from "../parts/dom.ts"
import { inertText } from "../parts/inert-text.ts"
import { renderProblemOf } from "../parts/problem.ts"

export const FILE_FORM = "settings-file-form"

export interface FileModel {
  /** What was wrong with the file that was chosen, or kept it from being taken over. */
  readonly problem: ErrorCode | null
  /** The name of the file that was handed over; null before one was. */
  readonly exported: string | null
  /** What a chosen file brings and would change; null while none is chosen. */
  readonly read: { readonly file: FileSettings; readonly changes: readonly SettingsChange[] } | null
  /** How many changes the last import made; null before one. */
  readonly applied: number | null
}

export const noFile: FileModel = { problem: null, exported: null, read: null, applied: null }

export function renderFile(words: Words, model: FileModel): HTMLElement {
  const { t } = words
  const tick = (name: string, label: string) =>
    el("label", { class: "choice" }, el("input", { type: "checkbox", name }), el("span", {}, label))
  return el(
    "section",
    { id: "settings-file", "aria-labelledby": "settings-file-title" },
    el("h3", { id: "settings-file-title" }, t("settingsFile.title")),
    el("p", {}, t("settingsFile.what")),
    el("p", { id: "settings-file-grants", class: "note note-calm" }, t("settingsFile.grants")),
    el(
      "form",
      { id: FILE_FORM, class: "fields" },
      tick("recipients", t("settingsFile.withRecipients")),
      tick("secrets", t("settingsFile.withSecrets")),
      el("button", { type: "submit", class: "button-plain" }, t("settingsFile.export")),
      el(
        "p",
        { id: "settings-exported", role: "status" },
        model.exported === null ? "" : t("settingsFile.exported", { name: model.exported }),
      ),
    ),
    el("h4", {}, t("settingsFile.import")),
    el("p", {}, t("settingsFile.importWhat")),
    el(
      "div",
      { class: "drop" },
      el(
        "label",
        {},
        el("span", { class: "drop-button" }, t("settingsFile.choose")),
        el("input", { id: "settings-chosen", type: "file", accept: ".json,application/json" }),
      ),
    ),
    // Here, where the reader is, and not at the top of a long page.
    renderProblemOf(words, model.problem),
    model.read === null ? null : renderChanges(words, model.read.changes),
    el(
      "p",
      { id: "settings-applied", role: "status" },
      model.applied === null ? "" : t("settingsFile.applied", { n: model.applied }),
    ),
  )
}

function renderChanges(words: Words, changes: readonly SettingsChange[]): HTMLElement {
  const { t } = words
  const button = (act: string, weight: "plain" | "quiet", said: string) =>
    el("button", { type: "button", class: `button-${weight}`, "data-act": act }, said)
  if (changes.length === 0)
    return el("p", { id: "settings-same", class: "note note-calm", role: "status" }, t("settingsFile.same"))
  return el(
    "div",
    { id: "settings-preview" },
    el(
      "h5",
      { id: "settings-preview-title", class: "strong", tabindex: "-1" },
      t("settingsFile.preview", { n: changes.length }),
    ),
    el(
      "ul",
      { class: "authorities" },
      ...changes.map(change => el("li", { "data-change": change.what }, ...renderChange(words, change))),
    ),
    el(
      "div",
      { class: "beside" },
      button("apply-settings", "plain", t("settingsFile.apply")),
      button("drop-settings", "quiet", t("settingsFile.cancel")),
    ),
  )
}

function renderChange(words: Words, change: SettingsChange): readonly Child[] {
  const { t, format } = words
  const turned = (what: string, on: boolean) =>
    t("settingsFile.change", {
      what,
      from: t(on ? "settingsFile.off" : "settingsFile.on"),
      to: t(on ? "settingsFile.on" : "settingsFile.off"),
    })
  const moved = (what: string, from: string, to: string) => t("settingsFile.change", { what, from, to })
  const count = (n: number | null) => (n === null ? t("settingsFile.unlimited") : format.number(n))
  switch (change.what) {
    case "screens":
    case "seconds":
    case "items":
      return [moved(t(`endless.${change.what}`), count(change.from), count(change.to))]
    case "backup.days":
    case "backup.items":
      return [moved(t(change.what), count(change.from), count(change.to))]
    case "extra": {
      const said = turned(t(`extras.${change.name}`), change.on)
      // Whoever switches it on here is told what it sends, as they are where it stands.
      return change.on ? [said, el("p", { class: "small soft" }, t(`extras.${change.name}.sent`))] : [said]
    }
    case "remind":
      return [turned(t("backup.remind"), change.on)]
    case "pages":
      return [moved(t("settings.pages"), pageName(words, change.from), pageName(words, change.to))]
    case "reports":
      return [moved(t("settings.reports"), reportName(words, change.from), reportName(words, change.to))]
    case "authority": {
      const url = inertText(change.url, 200)
      return [t(change.hasAuthorization ? "settingsFile.authorityWith" : "settingsFile.authority", { url })]
    }
    case "recipient":
      return [
        t("settingsFile.recipient", { name: inertText(change.label, 60) }),
        el("div", {}, el("code", { class: "recipient-key small soft" }, change.key)),
      ]
  }
}

type Moved<What> = Extract<SettingsChange, { readonly what: What; readonly to: unknown }>["to"]

const pageName = ({ t }: Words, pages: Moved<"pages">): string =>
  pages === "browser" ? t("settings.pages.browser") : ownNames[pages]

const reportName = ({ t }: Words, reports: Moved<"reports">): string =>
  t(reports === "page" ? "settings.reports.page" : `export.report.${reports}`)
