/** The page as a function of its model. */
import { type Words } from "../../i18n/words.ts"
import { attachedSentences } from "../parts/attached.ts"
import { el } from "../parts/dom.ts"
import { inertText } from "../parts/inert-text.ts"
import { renderProblemOf } from "../parts/problem.ts"
import { type ImportRow } from "../../vault/import-row.ts"
import { renderGiven } from "./given.ts"
import { renderHandOver } from "./hand-over.ts"
import { type Model } from "./model.ts"
import { targetName } from "./target.ts"

export function renderPage(words: Words, model: Model): HTMLElement {
  const { t } = words
  return el(
    "main",
    { id: "view" },
    renderProblemOf(words, model.problem),
    el("p", { id: "why" }, t("attach.why")),
    renderHandOver(words, model),
    renderGiven(words, model),
    renderKept(words, model),
  )
}

function renderKept(words: Words, model: Model): HTMLElement {
  const { t } = words
  return el(
    "section",
    { id: "kept", "aria-labelledby": "kept-title" },
    el("h2", { id: "kept-title" }, t("attach.list")),
    model.imports.length === 0
      ? el("p", { class: "soft" }, t("attach.listNone"))
      : el("ul", { class: "kept" }, ...model.imports.map(row => renderRow(words, model, row))),
  )
}

function renderRow(words: Words, model: Model, row: ImportRow): HTMLElement {
  const { t, format } = words
  const name = inertText(row.name, 120)
  const about = targetName(model, { kind: row.kind, id: row.of })
  return el(
    "li",
    { "data-import": row.id, "data-over": row.over, "data-matched": row.matchedBy },
    el(
      "div",
      { class: "row" },
      el("span", {}, el("span", { class: "strong" }, about), " · ", el("bdi", {}, name)),
      el(
        "button",
        {
          type: "button",
          class: "button-link",
          "data-act": "save",
          "data-import": row.id,
          "aria-label": t("attach.saveAgainOf", { name }),
        },
        t("attach.saveAgain"),
      ),
    ),
    ...attachedSentences(words, row).map(said => el("p", {}, said)),
    el(
      "p",
      { class: "small soft" },
      `${t("attach.at", { time: format.time(row.at) })} · ${format.size(row.bytes)}`,
    ),
  )
}
