/** Whether a visitor gets the page of an item, as it was asked later, and the button that asks. */
import { busyIf } from "../parts/busy.ts"
import { type Words } from "../../i18n/words.ts"
import { type CaptureRow } from "../../vault/capture-row.ts"
import { isVisitorRow } from "../../vault/reading-row.ts"
import { el } from "../parts/dom.ts"
import { isOfWeb, renderVisitorViews } from "../parts/visitor-views.ts"
import { button } from "./button.ts"
import { type Model } from "./model.ts"

export function renderVisitor(words: Words, model: Model, row: CaptureRow): HTMLElement | null {
  if (!isOfWeb(row.url)) return null
  const { t } = words
  const own = model.readings.filter(reading => reading.of === row.id && isVisitorRow(reading))
  const isLooking = model.pending === "visitor"
  const label = isLooking ? "visitor.looking" : own.length === 0 ? "visitor.look" : "visitor.lookAgain"
  return el(
    "section",
    { id: "visitor", class: "small" },
    renderVisitorViews(words, own),
    button(
      "see-as-visitor",
      "link",
      { id: "see-as-visitor", "data-capture": row.id, ...busyIf(model.pending !== null) },
      t(label),
    ),
  )
}
