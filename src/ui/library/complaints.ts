/** The complaints of the case that is listed, about the whole of it or about an item in it. */
import { DEFAULT_CASE } from "../../core/cases.ts"
import { type Words } from "../../i18n/words.ts"
import { type StandingComplaint } from "../../vault/read-remarks.ts"
import { complaintSaid } from "../parts/complaint.ts"
import { el } from "../parts/dom.ts"
import { itemLabel } from "../parts/item.ts"
import { type Model } from "./model.ts"

/** Folded; empty where no case is listed, or it has none. */
export function renderCaseComplaints(words: Words, model: Model): HTMLElement {
  const { t } = words
  const shown = model.view === "trash" ? [] : complaintsIn(model)
  return el(
    "div",
    { id: "case-complaints" },
    shown.length === 0
      ? null
      : el(
          "details",
          { id: "complaints" },
          el("summary", {}, t("case.complaints", { n: words.format.number(shown.length) })),
          el("ul", { class: "said" }, ...shown.map(complaint => renderOne(words, model, complaint))),
          el("p", { class: "small soft" }, t("complaint.limits")),
        ),
  )
}

function complaintsIn({ complaints, caseView, entries, places }: Model): StandingComplaint[] {
  if (caseView === null) return []
  const isIn = ({ of }: StandingComplaint) =>
    of === caseView || (entries.has(of) && (places.get(of) ?? DEFAULT_CASE) === caseView)
  return complaints.filter(isIn)
}

function renderOne(words: Words, model: Model, { id, of, said }: StandingComplaint): HTMLElement {
  const item = model.entries.get(of)?.item
  const about = item === undefined ? words.t("complaint.ofCase") : itemLabel(item)
  const now = new Date(model.now).toISOString()
  return el("li", { "data-remark": id }, ...complaintSaid(words, said, about, now))
}
