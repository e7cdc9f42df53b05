/** The page as a function of its model: where files are given, what they are, where they come from, and what became of them. */
import { busyIf } from "../parts/busy.ts"
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"
import { caseName } from "../parts/case-options.ts"
import { inertText } from "../parts/inert-text.ts"
import { renderProblemOf } from "../parts/problem.ts"
import { renderFile } from "./file.ts"
import { isReading, type Model, wantedFiles } from "./model.ts"
import { renderOrigin } from "./origin.ts"

export function renderPage(words: Words, model: Model): HTMLElement {
  const { t } = words
  return el(
    "main",
    { id: "view" },
    renderProblemOf(words, model.problem),
    el("p", { id: "why" }, t("import.why")),
    renderGive(words, model),
    model.files.length === 0 ? null : renderFiles(words, model),
    model.files.some(({ course }) => course.at !== "refused") ? renderKeep(words, model) : null,
  )
}

function renderGive({ t }: Words, { isKeeping }: Model): HTMLElement {
  return el(
    "section",
    { id: "give", "aria-labelledby": "give-title" },
    el("h2", { id: "give-title" }, t("import.give")),
    el(
      "div",
      { class: "drop" },
      el(
        "label",
        { for: "file" },
        el("span", {}, `${t("import.drop")} `),
        el("span", { class: "drop-button" }, t("import.choose")),
      ),
      el("input", { id: "file", type: "file", multiple: true, disabled: isKeeping }),
    ),
    el("p", { class: "small" }, t("import.forms")),
    el("p", { class: "small soft" }, t("import.local")),
  )
}

function renderFiles(words: Words, model: Model): HTMLElement {
  return el(
    "section",
    { id: "given", "aria-labelledby": "given-title" },
    el("h2", { id: "given-title", tabindex: "-1" }, words.t("import.files")),
    el("ul", { id: "files", class: "kept" }, ...model.files.map(file => renderFile(words, model, file))),
  )
}

function renderKeep(words: Words, model: Model): HTMLElement | null {
  const { t, format } = words
  const n = wantedFiles(model).length
  if (n === 0 && !model.isKeeping && !isReading(model)) return null
  return el(
    "form",
    { id: "keep-form" },
    renderOrigin(words, model),
    model.currentCase === undefined
      ? null
      : el(
          "p",
          { class: "small soft" },
          t("import.intoCase", { name: inertText(caseName(words, model.currentCase), 80) }),
        ),
    el(
      "button",
      {
        type: "submit",
        id: "keep",
        class: "button",
        ...busyIf(n === 0 || model.isKeeping || isReading(model)),
      },
      t(model.isKeeping ? "import.keeping" : "import.keep", { n: format.number(n) }),
    ),
  )
}

/** What a screen reader is told as it changes. */
export function announcement({ t, format }: Words, { files, isKeeping }: Model): string {
  const kept = files.filter(({ course }) => course.at === "kept").length
  if (files.length === 0) return ""
  if (isKeeping) return t("import.keeping", { n: format.number(kept) })
  if (kept > 0) return t("import.keptCount", { n: format.number(kept) })
  return t("import.readCount", {
    n: format.number(files.filter(({ course }) => course.at === "ready").length),
  })
}
