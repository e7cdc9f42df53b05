/** What the user paid in the case that is listed: a list with its sum, and a form for one more. */
import { MOST_CENTS } from "../../core/remarks.ts"
import { type Words } from "../../i18n/words.ts"
import { type StandingCost } from "../../vault/read-remarks.ts"
import { el } from "../parts/dom.ts"
import { inertText } from "../parts/inert-text.ts"
import { renderFileField, renderRemarkFiles } from "../parts/remark-files.ts"
import { button } from "./button.ts"
import { type Model } from "./model.ts"

const LONGEST_LINE = 200

/** The case whose costs are shown: the one that is listed, or the only one there is; null in the trash, and of all cases. */
export function costsOf({ view, caseView, cases }: Model): string | null {
  if (view === "trash") return null
  return caseView ?? (cases.length === 1 ? (cases[0]?.id ?? null) : null)
}

/** Folded; empty where no case is shown. */
export function renderCosts(words: Words, model: Model): HTMLElement {
  const { t, format } = words
  const caseId = costsOf(model)
  if (caseId === null) return el("div", { id: "case-costs" })
  const costs = model.costs.filter(({ of }) => of === caseId)
  const sum = costs.reduce((cents, { said }) => cents + said.cents, 0)
  return el(
    "div",
    { id: "case-costs" },
    el(
      "details",
      // Another case has a list of its own, and is not open for this one.
      { id: `costs-${caseId}`, class: "costs" },
      el("summary", {}, t("cost.title", { n: costs.length, sum: format.money(sum) })),
      el("p", { class: "small soft" }, t("cost.what")),
      costs.length === 0 ? null : renderTable(words, costs, sum),
      renderForm(words, model, caseId),
    ),
  )
}

function renderTable(words: Words, costs: readonly StandingCost[], sum: number): HTMLElement {
  const { t, format } = words
  return el(
    "div",
    { class: "wide" },
    el(
      "table",
      { class: "cost-table" },
      el(
        "thead",
        {},
        el(
          "tr",
          {},
          el("th", { scope: "col" }, t("cost.day")),
          el("th", { scope: "col" }, t("cost.for")),
          el("th", { scope: "col", class: "amount" }, t("cost.amount")),
          el("th", { scope: "col" }, el("span", { class: "only-read" }, t("remark.takeBack"))),
        ),
      ),
      el("tbody", {}, ...costs.map(cost => renderCost(words, cost))),
      el(
        "tfoot",
        {},
        el(
          "tr",
          {},
          el("th", { scope: "row", colspan: "2" }, t("cost.sum")),
          el("td", { id: "cost-sum", class: "amount strong" }, format.money(sum)),
          el("td"),
        ),
      ),
    ),
  )
}

function renderCost(words: Words, { id, said }: StandingCost): HTMLElement {
  const { t, format } = words
  return el(
    "tr",
    { "data-remark": id },
    el("td", {}, said.day),
    el(
      "td",
      {},
      el("span", { dir: "auto" }, inertText(said.what, 200)),
      renderRemarkFiles(words, said.files),
    ),
    el("td", { class: "amount" }, format.money(said.cents)),
    el(
      "td",
      {},
      button(
        "take-back-cost",
        "link",
        { "data-remark": id, "aria-label": t("remark.takeBackOf", { what: inertText(said.what, 30) }) },
        t("remark.takeBack"),
      ),
    ),
  )
}

function renderForm(words: Words, { costsKept, now }: Model, caseId: string): HTMLElement {
  const { t } = words
  return el(
    "form",
    // Each that is kept makes way for an empty one. What is in it is the reader's, so nothing of it hangs on the model.
    {
      id: `cost-form-${String(costsKept)}`,
      class: "fields cost-form",
      "data-keep": caseId,
      "data-case": caseId,
    },
    el(
      "label",
      {},
      t("cost.day"),
      el("input", { id: "cost-day", type: "date", required: true, value: localDay(now) }),
    ),
    el(
      "label",
      {},
      t("cost.for"),
      el("input", {
        id: "cost-what",
        type: "text",
        maxlength: String(LONGEST_LINE),
        autocomplete: "off",
        required: true,
      }),
    ),
    el(
      "label",
      {},
      t("cost.amount"),
      el("input", {
        id: "cost-amount",
        type: "number",
        inputmode: "decimal",
        min: "0.01",
        max: String(MOST_CENTS / 100),
        step: "0.01",
        required: true,
      }),
    ),
    renderFileField(words, "cost-files", t("cost.receipt")),
    button("keep-cost", "plain", { id: "cost-keep", type: "submit" }, t("cost.add")),
  )
}

/** Of this device's calendar. */
function localDay(now: number): string {
  const at = new Date(now)
  return new Date(now - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}
