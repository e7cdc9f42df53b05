/**
 * One line in the header: where the next capture goes, or where the shown one is.
 * Nobody has to touch it. It has the header's height whatever stands in it, so
 * that nothing below moves.
 */
import { LONGEST_CASE_NAME } from "../../core/cases.ts"
import { type Words } from "../../i18n/words.ts"
import { caseIdOf } from "../../vault/case-row.ts"
import { caseOption, caseValue, openCases } from "../parts/case-options.ts"
import { el, patch } from "../parts/dom.ts"
import { button } from "./button.ts"
import { type Model, type Screen, screenOf } from "./model.ts"

/** Whose case is shown: null for that of captures to come, a capture that is kept; undefined where none is. */
export function filedIn(screen: Screen | null): string | null | undefined {
  if (screen?.view === "ready") return null
  return screen?.view === "saved" ? screen.row.id : undefined
}

export const NEW_CASE = "new"

/** Into `#filing`, which stands outside of what is drawn anew from scene to scene. */
export function drawFiling(page: Document, words: Words, model: Model): void {
  const place = page.querySelector("#filing")
  if (place === null) return
  patch(place, renderFiling(words, model))
  const select = page.querySelector<HTMLSelectElement>("#case")
  const id = shownCase(model)
  if (select !== null && id !== null && select.value !== caseValue(id)) select.value = caseValue(id)
}

export function renderFiling(words: Words, model: Model): HTMLElement {
  const { t } = words
  const of = filedIn(screenOf(model))
  const id = shownCase(model)
  if (of === undefined || id === null) return el("div", { id: "filing" })
  if (model.isNamingCase) return el("div", { id: "filing" }, renderNaming(words))
  return el(
    "div",
    { id: "filing" },
    el("label", { for: "case", class: "small soft" }, t(of === null ? "case.saveTo" : "case.in")),
    el(
      "select",
      { id: "case" },
      ...openCases(model.cases, id).map(row => caseOption(words, row)),
      el("option", { value: NEW_CASE }, t("case.new")),
    ),
  )
}

const renderNaming = ({ t }: Words): HTMLElement =>
  el(
    "form",
    { id: "case-form" },
    el("input", {
      id: "case-name",
      type: "text",
      maxlength: String(LONGEST_CASE_NAME),
      autocomplete: "off",
      "aria-label": t("case.name"),
      placeholder: t("case.name"),
    }),
    button("keep-case", "quiet", { id: "case-keep", type: "submit" }, t("case.keep")),
    button("cancel-case", "quiet", { id: "case-cancel" }, t("case.cancel")),
  )

function shownCase(model: Model): string | null {
  const screen = screenOf(model)
  if (screen?.view === "saved") return caseIdOf(screen.row)
  return model.currentCase
}
