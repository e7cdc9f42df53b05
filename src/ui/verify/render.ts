/** The page as a function of its model. */
import { type Language, languages } from "../../i18n/language.ts"
import { el } from "../parts/dom.ts"
import { inertText } from "../parts/inert-text.ts"
import { button } from "./act.ts"
import { type Model, type Stage } from "./model.ts"
import { renderResult } from "./result.ts"
import { type Speech } from "./speech.ts"

export function renderView(speech: Speech, model: Model): HTMLElement {
  const { t, commandsFile } = speech
  const { stage } = model
  return el(
    "main",
    { id: "view" },
    el("h1", {}, t("verify.title")),
    stage.at === "checking" ? renderProgress(speech, stage) : renderInputs(speech, model),
    stage.at === "done" ? renderResult(speech, stage, model.copied) : null,
    el("p", { id: "our-own", class: "small soft" }, t("verify.ourOwn", { file: commandsFile })),
  )
}

/** What the reader gives to a check (`Inputs`). */
function renderInputs({ t }: Speech, { stage, note, roots, stamps }: Model): HTMLElement {
  return el(
    "form",
    { id: "inputs" },
    renderFile(t("verify.drop"), t(stage.at === "done" ? "verify.chooseAnother" : "verify.choose")),
    el("p", { class: "small soft" }, t("verify.local")),
    el(
      "details",
      { id: "trust", class: "small" },
      el("summary", {}, t("verify.roots")),
      el("p", {}, t("verify.rootsWhat")),
      el("label", { for: "roots" }, t("verify.rootsFile")),
      el("input", { id: "roots", type: "file", accept: ".pem,.crt,.cer" }),
      roots === null
        ? null
        : el(
            "p",
            { id: "trusted" },
            t("verify.rootsTaken", { n: roots.count }),
            " ",
            el("bdi", {}, inertText(roots.name, 120)),
          ),
      el("label", { for: "stamps" }, t("verify.stampsFile")),
      el("input", { id: "stamps", type: "file", multiple: true, accept: ".tsr,.tst" }),
    ),
    stamps.length === 0 ? null : renderStamps(t, stamps),
    note === null ? null : el("p", { id: "note", class: "note note-calm" }, t(note)),
  )
}

const renderStamps = (t: Speech["t"], names: readonly string[]): HTMLElement =>
  el(
    "p",
    { id: "beside", class: "small" },
    t("verify.stampsTaken", { n: names.length }),
    " ",
    ...names.map(name => el("bdi", {}, `${inertText(name, 120)} `)),
  )

/** The file input itself lies over the whole zone, seen by nobody: it takes the click, the keys and the drop. */
const renderFile = (drop: string, choose: string): HTMLElement =>
  el(
    "div",
    { class: "drop" },
    el("label", { for: "file" }, el("span", {}, `${drop} `), el("span", { class: "drop-button" }, choose)),
    el("input", { id: "file", type: "file", multiple: true, accept: ".zip,.age,application/zip,.tsr,.tst" }),
  )

function renderProgress({ t, format }: Speech, stage: Extract<Stage, { at: "checking" }>): HTMLElement {
  const { file, read, total } = stage
  return el(
    "section",
    { id: "checking", "aria-labelledby": "heading" },
    el("h2", { id: "heading", tabindex: "-1" }, t("verify.checking")),
    el("p", {}, el("bdi", {}, inertText(file.name, 120))),
    el("progress", { "aria-labelledby": "heading", max: String(Math.max(total, 1)), value: String(read) }),
    el(
      "p",
      { class: "row" },
      el(
        "span",
        { id: "read" },
        t("verify.progress", { done: format.size(read), total: format.size(total) }),
      ),
      button("cancel", "quiet", { id: "cancel" }, t("verify.cancel")),
    ),
  )
}

const ownNames: Readonly<Record<Language, string>> = { "zh-CN": "中文", en: "English" }

/** For the page that no browser tells which language it is in: each language by its own name. */
export function renderLanguages({ t, language: spoken }: Speech): HTMLElement {
  return el(
    "div",
    { id: "languages", role: "group", "aria-label": t("verify.language") },
    ...languages.map(language =>
      button(
        "speak",
        "quiet",
        { lang: language, "data-language": language, "aria-pressed": String(language === spoken) },
        ownNames[language],
      ),
    ),
  )
}

/** What a screen reader is told, politely: that it began, what came of it, never each piece. */
export function announcement({ t, verdict }: Speech, { stage, note, copied }: Model): string {
  if (note !== null) return t(note)
  if (stage.at === "checking") return t("verify.checking")
  if (stage.at !== "done") return ""
  if (copied === "yes") return t("export.copied")
  if (copied === "refused") return t("verify.copyRefused")
  return verdict.verdicts[stage.result.verdict].title
}
