/** What stands above the list: the views, the search, the filters, and what came of them. */
import { busyIf } from "../parts/busy.ts"
import { isNarrowed, orders, siteOf, standings } from "../../core/search/arrange.ts"
import { parseQuery } from "../../core/search/query.ts"
import { type Words } from "../../i18n/words.ts"
import { caseName } from "../parts/case-options.ts"
import { el } from "../parts/dom.ts"
import { renderProblemOf } from "../parts/problem.ts"
import { arrangementOf, renderArranging } from "./arranging.ts"
import { button } from "./button.ts"
import { renderCases } from "./cases.ts"
import { renderCaseComplaints } from "./complaints.ts"
import { renderCosts } from "./costs.ts"
import { type Model, type Moved } from "./model.ts"
import { siteName } from "./row.ts"
import { type Row, type Shown } from "./shown.ts"

export function renderTop(words: Words, model: Model, shown: Shown): HTMLElement {
  return el(
    "div",
    { id: "top" },
    el("div", { id: "problem" }, renderProblemOf(words, model.problem)),
    el("div", { id: "moved-place" }, renderMoved(words, model)),
    renderViews(words, model),
    renderCases(words, model, shown),
    renderCaseComplaints(words, model),
    renderCosts(words, model),
    renderSearch(words, model),
    renderFilters(words, model, shown),
    renderArranging(words, model),
    renderCount(words, model, shown),
  )
}

function renderMoved(words: Words, model: Model): HTMLElement | null {
  const { t } = words
  const { moved, pending } = model
  if (moved === null) return null
  return el(
    "p",
    { id: "moved", class: "note note-calm row", role: "status", "data-to": moved.to },
    el("span", {}, movedSaid(words, model, moved)),
    moved.to === "trash" || moved.to === "case"
      ? button("undo", "quiet", { id: "undo", ...busyIf(pending !== null) }, t("library.undo"))
      : null,
  )
}

function movedSaid(words: Words, { cases }: Model, moved: Moved): string {
  const { t } = words
  const n = moved.ids.length
  switch (moved.to) {
    case "trash":
      return t("library.inTrash", { n })
    case "kept":
      return t("library.restored", { n })
    case "back":
      return t("case.movedBack", { n })
    case "nowhere":
      return t("library.deleted", { n })
    case "case": {
      const row = cases.find(({ id }) => id === moved.caseId)
      return t("case.moved", { n, name: row === undefined ? "" : caseName(words, row) })
    }
  }
}

function renderViews({ t, format }: Words, model: Model): HTMLElement {
  const kept = model.entries.size + model.unindexed.count + model.running.length
  const view = (name: Model["view"], said: string) =>
    button(
      "show-view",
      "quiet",
      { id: `view-${name}`, "data-view": name, "aria-pressed": String(model.view === name) },
      said,
    )
  return el(
    "div",
    { id: "views", role: "group", "aria-label": t("library.views") },
    view("kept", t("library.kept", { n: format.number(kept) })),
    view("trash", t("library.trash", { n: format.number(model.trashed.length) })),
    el("a", { id: "import-open", class: "button-quiet", href: "import.html" }, t("import.open")),
    el(
      "a",
      { id: "queue-open", class: "button-quiet", href: "queue.html" },
      t(model.isListPaused ? "queue.openPaused" : "queue.open"),
    ),
  )
}

function renderSearch({ t }: Words, model: Model): HTMLElement {
  const isTrash = model.view === "trash"
  return el(
    "div",
    { id: "search-place", role: "search" },
    el("label", { for: "search", class: "strong" }, t("library.search")),
    el("input", {
      id: "search",
      type: "search",
      autocomplete: "off",
      spellcheck: "false",
      maxlength: "500",
      "aria-describedby": "search-what",
      "aria-keyshortcuts": "/",
      disabled: isTrash,
    }),
    el(
      "p",
      { id: "search-what", class: "small soft" },
      t(isTrash ? "library.searchTrash" : "library.searchWhat"),
    ),
  )
}

function renderFilters(words: Words, model: Model, { sites }: Shown): HTMLElement {
  const { t } = words
  const { criteria, view } = model
  const option = (value: string, said: string) => el("option", { value }, said)
  const field = (id: string, said: string, control: HTMLElement) =>
    el("label", { class: "filter", for: id }, el("span", { class: "small soft" }, said), control)
  const select = (id: string, ...options: readonly HTMLElement[]) => el("select", { id }, ...options)
  return el(
    "div",
    { id: "filters" },
    field(
      "site",
      t("library.site"),
      select("site", option("", t("library.allSites")), ...siteOptions(words, sites)),
    ),
    field(
      "standing",
      t("library.standing"),
      select(
        "standing",
        option("", t("library.allStandings")),
        ...standings.map(each => option(each, t(`chip.${each}`))),
      ),
    ),
    field("from", t("library.from"), el("input", { id: "from", type: "date" })),
    field("to", t("library.to"), el("input", { id: "to", type: "date" })),
    // A timeline has the order of time.
    arrangementOf(model) === "timeline"
      ? null
      : field(
          "order",
          t("library.order"),
          select("order", ...orders.map(each => option(each, t(`library.order.${each}`)))),
        ),
    isNarrowed(criteria)
      ? button("clear", "link", { id: "clear", "data-view": view }, t("library.clear"))
      : null,
  )
}

/** Values begin with a mark, so that an item without a host is told from no choice. */
const siteOptions = (words: Words, sites: readonly Row[]): HTMLElement[] =>
  sites.map(row => el("option", { value: `=${siteOf(row)}` }, siteName(words, row)))

function renderCount(words: Words, model: Model, { rows, unread }: Shown): HTMLElement {
  const { t } = words
  const isSearch = model.view === "kept" && parseQuery(model.typed).terms.length > 0
  return el(
    "div",
    {
      id: "count",
      "data-whole": isSearch ? String(isWholeAnswer(model)) : null,
      "data-n": String(rows.length),
    },
    el(
      "p",
      { class: "row" },
      el("output", { id: "counted" }, countSentence(words, model, rows.length)),
      isSearch && rows.length > 0
        ? button(
            "show-words",
            "quiet",
            { id: "show-words", "aria-pressed": String(model.showsWords), title: t("library.wordsNote") },
            t("library.showWords"),
          )
        : null,
      model.view === "trash" && model.trashed.length > 0
        ? button(
            "ask-empty",
            "quiet",
            { id: "empty-trash", ...busyIf(model.pending !== null || model.deleting !== null) },
            t("library.emptyAll"),
          )
        : null,
    ),
    isSearch && model.unindexed.count > 0
      ? el("p", { id: "indexing", class: "small soft" }, t("library.indexing", { n: model.unindexed.count }))
      : null,
    isSearch && unread > 0
      ? el("p", { id: "unread", class: "small soft" }, t("library.unread", { n: unread }))
      : null,
  )
}

/** Whether what is listed is all that holds the words typed: until then it may be of the words before. */
export const isWholeAnswer = ({ found, typed }: Model): boolean =>
  found !== null && found.isWhole && found.typed === typed

/** What a screen reader is told as well. */
export function countSentence({ t }: Words, model: Model, n: number): string {
  if (model.view === "kept" && parseQuery(model.typed).terms.length > 0) {
    return isWholeAnswer(model) ? t("library.found", { n }) : t("library.searching")
  }
  if (model.view === "kept" && !model.isRead && n === 0) return t("library.loading")
  return t("library.listed", { n })
}
