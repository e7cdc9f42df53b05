/** The popup as a function of its model. */
import { errorSentences } from "../../i18n/sentences.ts"
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"
import { itemLabel } from "../parts/item.ts"
import { renderCapturing } from "./capturing.ts"
import { renderExport } from "./export.ts"
import { type Model, type Screen } from "./model.ts"
import { renderProblem } from "./problem.ts"
import { renderReady } from "./ready.ts"
import { renderDiscarded, renderSaved } from "./saved.ts"
import { stageAdvice, stageLines } from "./stages.ts"

/** The whole of the popup below its header, an error first where there is one. */
export function renderPopup(words: Words, model: Model, screen: Screen): HTMLElement {
  return el(
    "main",
    { id: "view" },
    el(
      "div",
      { id: "problem" },
      model.problem === null || screen.view === "blocked" ? null : renderProblem(words, model.problem),
    ),
    renderScreen(words, model, screen),
  )
}

function renderScreen(words: Words, model: Model, screen: Screen): HTMLElement {
  switch (screen.view) {
    case "ready":
    case "blocked":
      return renderReady(words, model, screen.page)
    case "capturing":
      return renderCapturing(words, model, screen.row)
    case "saved":
      return renderSaved(words, model, screen.row)
    case "discarded":
      return renderDiscarded(words, model, screen.item, screen.captureId)
    case "export":
      return renderExport(words, model, screen.row)
  }
}

/** What a screen reader is told, politely: one sentence a stage, never one a frame. */
export function announcement(words: Words, screen: Screen): string {
  const { t } = words
  if (screen.view === "saved") return t("saved.announce", { item: itemLabel(screen.row.item) })
  if (screen.view === "discarded") return t("discarded.title", { item: itemLabel(screen.item) })
  if (screen.view === "export" && screen.row?.state === "running") return t("export.running")
  if (screen.view === "export" && screen.row?.state === "done") return t("export.done")
  if (screen.view === "export" && screen.row?.state === "failed") {
    return errorSentences(t, screen.row.code ?? "export/failed").cause
  }
  if (screen.view !== "capturing") return ""
  const { stage } = screen.row.progress
  if (stage === "paused" || stage === "waiting") return stageAdvice(words, stage)
  return stageLines(words, screen.row).find(line => line.state === "now")?.label ?? ""
}
