/** What to give to an authority: digits to copy, or a file to upload. Nothing is sent from here. */
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"
import { type Model, targetOf } from "./model.ts"
import { renderChoice } from "./target.ts"

export function renderHandOver(words: Words, model: Model): HTMLElement {
  const { t } = words
  return el(
    "section",
    { id: "hand-over", "aria-labelledby": "hand-over-title" },
    el("h2", { id: "hand-over-title" }, t("attach.handOver")),
    el("p", {}, t("attach.handOverHow")),
    model.captures.length + model.exports.length === 0
      ? el("p", { class: "soft" }, t("attach.nothing"))
      : renderChoice(words, model, "handed-over", model.handedOver),
    renderPrints(words, model),
  )
}

function renderPrints(words: Words, model: Model): HTMLElement | null {
  const { t } = words
  const target = targetOf(model.handedOver)
  if (target?.kind === "capture" && model.record !== null) {
    const { sha256, sm3 } = model.record
    return el(
      "div",
      { id: "prints" },
      el("p", { class: "small soft" }, t("attach.recordWhat")),
      renderPrint(words, model, t("attach.recordSha256"), sha256),
      renderPrint(words, model, t("attach.recordSm3"), sm3),
      el(
        "button",
        { type: "button", id: "save-record", class: "button-plain", "data-act": "save-record" },
        t("attach.saveRecord"),
      ),
    )
  }
  const bundle = model.exports.find(row => target?.kind === "export" && row.id === target.id)
  if (bundle === undefined) return null
  return el(
    "div",
    { id: "prints" },
    el("p", { class: "small soft" }, t("attach.zipWhat")),
    renderPrint(words, model, t("attach.zip"), bundle.zip),
    renderPrint(words, model, t("attach.encrypted"), bundle.encrypted),
    renderPrint(words, model, t("attach.stamped"), bundle.stamped?.zip ?? null),
  )
}

/** In one piece: it is to be pasted, or compared by a machine. */
function renderPrint(
  { t }: Words,
  { copied }: Model,
  label: string,
  digits: string | null,
): HTMLElement | null {
  if (digits === null) return null
  return el(
    "div",
    { class: "print" },
    el(
      "div",
      { class: "row" },
      el("h3", { class: "small soft" }, label),
      el(
        "button",
        {
          ...{ type: "button", class: "button-plain", "data-act": "copy", "data-text": digits },
          "aria-label": `${t(copied === digits ? "export.copied" : "export.copy")} ${label}`,
        },
        t(copied === digits ? "export.copied" : "export.copy"),
      ),
    ),
    el("code", { class: "digits" }, digits),
  )
}
