/** The cases: which one is listed, and what can be done with it. */
import { busyIf } from "../parts/busy.ts"
import { DEFAULT_CASE, LONGEST_CASE_NAME } from "../../core/cases.ts"
import { type Words } from "../../i18n/words.ts"
import { type CaseRow } from "../../vault/case-row.ts"
import { caseName, caseOption, openCases, roadsLink } from "../parts/case-options.ts"
import { el } from "../parts/dom.ts"
import { button } from "./button.ts"
import { type Model } from "./model.ts"
import { type Shown } from "./shown.ts"

/** Empty in the trash, which is of all cases. */
export function renderCases(words: Words, model: Model, { inCases }: Shown): HTMLElement {
  const { t, format } = words
  if (model.view === "trash") return el("div", { id: "cases" })
  const said = (n: number) => (name: string) => t("case.option", { name, n: format.number(n) })
  const option = (row: CaseRow) => caseOption(words, row, said(inCases.get(row.id) ?? 0))
  const all = [...inCases.values()].reduce((sum, n) => sum + n, 0)
  const archived = model.cases.filter(row => row.archived !== null)
  const shown = model.cases.find(({ id }) => id === model.caseView)
  // The next steps are of one case, which need not be chosen where there is no other.
  const next = shown ?? (model.cases.length === 1 ? model.cases[0] : undefined)
  return el(
    "div",
    { id: "cases", role: "group", "aria-label": t("case.show") },
    el("label", { for: "case-view", class: "strong" }, t("case.show")),
    el(
      "select",
      { id: "case-view" },
      el("option", { value: "" }, t("case.all", { n: format.number(all) })),
      ...openCases(model.cases).map(option),
      archived.length === 0
        ? null
        : el("optgroup", { label: t("case.archivedOnes") }, ...archived.map(option)),
    ),
    button("new-case", "quiet", { id: "case-new" }, t("case.new")),
    ...(shown === undefined ? [] : actsOn(words, model, shown)),
    next === undefined ? null : roadsLink(words, next, "button-quiet"),
  )
}

function actsOn({ t }: Words, model: Model, { id, archived }: CaseRow): (HTMLElement | null)[] {
  const isBusy = model.pending !== null
  const isCurrent = model.currentCase === id
  return [
    button("rename-case", "quiet", { id: "case-rename", ...busyIf(isBusy) }, t("case.rename")),
    id === DEFAULT_CASE
      ? null
      : button(
          "archive-case",
          "quiet",
          { id: "case-archive", "data-archived": archived === null ? "no" : "yes", ...busyIf(isBusy) },
          t(archived === null ? "case.archive" : "case.unarchive"),
        ),
    button("export-case", "quiet", { id: "case-export", ...busyIf(isBusy) }, t("case.exportAll")),
    archived === null
      ? button(
          "choose-case",
          "quiet",
          { id: "case-choose", "aria-pressed": String(isCurrent), ...busyIf(isBusy) },
          t(isCurrent ? "case.isCurrent" : "case.choose"),
        )
      : null,
  ]
}

/** Null where no case is being named. */
export function renderNaming(words: Words, { naming, cases, pending }: Model): HTMLElement | null {
  if (naming === null) return null
  const { t } = words
  const row = naming === "new" ? undefined : cases.find(({ id }) => id === naming.caseId)
  return el(
    "section",
    { id: "case-naming", class: "note note-calm", "aria-labelledby": "case-naming-title" },
    el(
      "h2",
      { id: "case-naming-title", tabindex: "-1" },
      t(naming === "new" ? "case.newTitle" : "case.renameTitle"),
    ),
    el(
      "form",
      { id: "case-form" },
      el("label", { for: "case-name" }, t("case.name")),
      el("input", {
        id: "case-name",
        type: "text",
        maxlength: String(LONGEST_CASE_NAME),
        autocomplete: "off",
        "aria-describedby": "case-what",
        value: row === undefined ? "" : caseName(words, row),
      }),
      button(
        "keep-case",
        "plain",
        { id: "case-keep", type: "submit", ...busyIf(pending !== null) },
        t("case.keep"),
      ),
      button("cancel-case", "quiet", { id: "case-cancel" }, t("case.cancel")),
    ),
    el("p", { id: "case-what", class: "small" }, t("case.nameWhat")),
  )
}

/** Null where nobody asked to move. */
export function renderMoving(words: Words, model: Model, n: number): HTMLElement | null {
  if (!model.isAskingMove || n === 0) return null
  const { t } = words
  return el(
    "section",
    { id: "move", class: "note note-calm", "aria-labelledby": "move-title" },
    el("h2", { id: "move-title", tabindex: "-1" }, t("case.moveTitle", { n })),
    el(
      "form",
      { id: "move-form" },
      el(
        "select",
        { id: "move-to", "aria-labelledby": "move-title", "aria-describedby": "move-what" },
        ...openCases(model.cases).map(row => caseOption(words, row)),
      ),
      button(
        "move",
        "plain",
        { id: "move-yes", type: "submit", ...busyIf(model.pending !== null) },
        t(model.pending === "case" ? "library.moving" : "case.moveYes"),
      ),
      button("cancel-move", "quiet", { id: "move-no" }, t("case.cancel")),
    ),
    el("p", { id: "move-what", class: "small" }, t("case.moveWhat")),
  )
}
