/** What stands above the list: the views, the search, the filters, and what came of them. */
import { busyIf } from "../parts/busy.ts"
import { parseQuery } from "../../core/search/query.ts"
import { type Words } from "../../i18n/words.ts"
import { caseName } from "../parts/case-options.ts"
import { el } from "../parts/dom.ts"
import { inertText } from "../parts/inert-text.ts"
import { renderProblemOf } from "../parts/problem.ts"
import { renderArranging } from "./arranging.ts"
import { button } from "./button.ts"
import { renderCases } from "./cases.ts"
import { renderCaseComplaints } from "./complaints.ts"
import { renderCosts } from "./costs.ts"
import { type Model, type Moved } from "./model.ts"
import { renderFilters } from "./filters.ts"
import { type Shown } from "./shown.ts"

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
    moved.to === "trash" || moved.to === "case" || moved.to === "tagged"
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
    case "tagged":
      return t("library.tag.added", { n, tags: moved.tags.map(tag => inertText(tag, 40)).join(" · ") })
    case "untagged":
      return t("library.tag.undone", { n })
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
    model.view === "kept" && model.unindexed.count > 0
      ? el("p", { id: "indexing", class: "small soft" }, indexingSaid(words, model))
      : null,
    isSearch && unread > 0
      ? el("p", { id: "unread", class: "small soft" }, t("library.unread", { n: unread }))
      : null,
  )
}

function indexingSaid({ t }: Words, { unindexed: { rows, count } }: Model): string {
  const unlisted = count - rows.length
  const said = t("library.indexing", { n: count })
  return unlisted > 0 ? `${said} ${t("library.unlisted", { n: unlisted })}` : said
}

/** How many are chosen; where all that are listed are, and there is more, that it is not among them. */
export function chosenSaid({ t, format }: Words, model: Model, { order }: Shown): string {
  const { selection, unindexed, isRead, view } = model
  const n = format.number(selection.chosen.size)
  const isMore = view === "kept" && (!isRead || unindexed.count > unindexed.rows.length)
  return t(isMore && selection.chosen.size === order.length ? "library.selectedListed" : "library.selected", {
    n,
  })
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
