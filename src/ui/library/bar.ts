/** What is done with the chosen items: the bar at the lower edge, the question before the trash, the export. */
import { busyIf } from "../parts/busy.ts"
import { DEFAULT_CASE } from "../../core/cases.ts"
import { type Words } from "../../i18n/words.ts"
import { keysOfCase } from "../../vault/case-row.ts"
import { el } from "../parts/dom.ts"
import { renderCourse, renderStart } from "../popup/export.ts"
import { renderMoving, renderNaming } from "./cases.ts"
import { button } from "./button.ts"
import { renderDeleting } from "./deleting.ts"
import { type Exporting, type Model } from "./model.ts"
import { type Shown } from "./shown.ts"
import { renderTagging } from "./tagging-form.ts"
import { chosenSaid } from "./tools.ts"

/** At the lower edge of the window, as long as something is chosen; empty otherwise. */
export function renderBar(words: Words, model: Model, shown: Shown): HTMLElement {
  const n = model.selection.chosen.size
  const isAsking =
    model.isAskingTrash ||
    model.isAskingMove ||
    model.isAskingTag ||
    model.naming !== null ||
    model.deleting !== null
  const isOpen = n > 0 && !isAsking && model.exporting === null
  return el("div", { id: "bar" }, isOpen ? renderActions(words, model, shown) : null)
}

/** Above the list: what the reader is asked, and the export. Empty where there is neither. */
export function renderPanel(words: Words, model: Model): HTMLElement {
  const { exporting, isAskingTrash, selection } = model
  const n = selection.chosen.size
  return el(
    "div",
    { id: "panel" },
    exporting === null ? null : renderExporting(words, model, exporting),
    isAskingTrash && n > 0 ? renderQuestion(words, model, n) : null,
    renderDeleting(words, model),
    renderMoving(words, model, n),
    renderTagging(words, model, n),
    renderNaming(words, model),
  )
}

function renderActions(words: Words, model: Model, shown: Shown): HTMLElement {
  const { t } = words
  const isBusy = model.pending !== null
  return el(
    "div",
    { id: "actions", role: "region", "aria-label": t("library.actions") },
    el("output", { id: "chosen", class: "strong" }, chosenSaid(words, model, shown)),
    ...(model.view === "trash"
      ? [
          button(
            "restore-chosen",
            "plain",
            { id: "restore", ...busyIf(isBusy) },
            t(model.pending === "restore" ? "library.moving" : "library.restoreSelected"),
          ),
          button(
            "ask-delete",
            "quiet",
            { id: "delete-open", ...busyIf(isBusy) },
            t("library.deleteSelected"),
          ),
        ]
      : [
          button("open-export", "plain", { id: "export-open", ...busyIf(isBusy) }, t("library.export")),
          button("capture-again", "quiet", { id: "again-open", ...busyIf(isBusy) }, t("queue.again")),
          button("ask-move", "quiet", { id: "move-open", ...busyIf(isBusy) }, t("case.move")),
          button("ask-tag", "quiet", { id: "tag-open", ...busyIf(isBusy) }, t("library.tag.open")),
          button("ask-trash", "quiet", { id: "trash", ...busyIf(isBusy) }, t("library.trashSelected")),
        ]),
    button("deselect", "link", { id: "deselect" }, t("library.deselect")),
  )
}

function renderQuestion({ t }: Words, { pending }: Model, n: number): HTMLElement {
  const isMoving = pending === "trash"
  return el(
    "section",
    { id: "trash-question", class: "note note-warn", "aria-labelledby": "trash-title" },
    el("h2", { id: "trash-title", tabindex: "-1" }, t("library.trashTitle", { n })),
    el("p", {}, t("library.trashBody")),
    el(
      "div",
      { class: "row" },
      button("cancel-trash", "quiet", { id: "trash-no", ...busyIf(isMoving) }, t("library.trashNo")),
      button(
        "trash",
        "quiet",
        { id: "trash-yes", ...busyIf(isMoving) },
        t(isMoving ? "library.moving" : "library.trashYes"),
      ),
    ),
  )
}

/** The export itself, its progress and its digits are the popup's. */
function renderExporting(words: Words, model: Model, exporting: Exporting): HTMLElement {
  const { t } = words
  const { captureIds, exportId } = exporting
  const pending = model.pending === "export" || model.pending === "complete" ? model.pending : null
  const casesOf = (ids: readonly string[]) => ids.map(id => model.places.get(id) ?? DEFAULT_CASE)
  const course = model.course?.id === exportId ? model.course : null
  return el(
    "section",
    { id: "export", "aria-labelledby": "export-title" },
    el(
      "header",
      { class: "row" },
      el("h2", { id: "export-title", tabindex: "-1" }, t("library.exportTitle", { n: captureIds.length })),
      button("close-export", "link", { id: "export-close" }, t("library.exportClose")),
    ),
    exportId === null ? button("open-prepare", "quiet", { id: "prepare-open" }, t("prepare.open")) : null,
    el(
      "form",
      { id: "export-form" },
      ...(exportId === null
        ? renderStart(words, { ...model, pending }, keysOfCase(model.cases, casesOf(captureIds)))
        : []),
      course === null ? null : renderCourse(words, { ...model, pending }, course),
    ),
  )
}
