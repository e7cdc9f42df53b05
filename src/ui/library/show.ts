/** Brings the model into the document, with focus and announcements as a reader needs them. */
import { DEFAULT_CASE } from "../../core/cases.ts"
import { isNarrowed } from "../../core/search/arrange.ts"
import { type Words } from "../../i18n/words.ts"
import { caseName, caseValue } from "../parts/case-options.ts"
import { el, patch } from "../parts/dom.ts"
import { arrangementOf } from "./arranging.ts"
import { renderBar, renderPanel } from "./bar.ts"
import { button } from "./button.ts"
import { idsUnder } from "./choosing.ts"
import { renderHeading } from "./heading.ts"
import { isHeading, type Line } from "./lines.ts"
import { type Chosen, type List } from "./list.ts"
import { type Model } from "./model.ts"
import { columns, renderRow } from "./row.ts"
import { type Row, type Shown } from "./shown.ts"
import { chosenSaid, countSentence, isWholeAnswer, renderTop } from "./tools.ts"

/** Draws all but the rows, which the list draws by itself when the window scrolls as well. */
export function drawLibrary(page: Document, words: Words, model: Model, shown: Shown, list: List): void {
  const before = sceneOf(page)
  put(page, renderTop(words, model, shown))
  put(page, renderPanel(words, model))
  put(page, renderEmpty(words, model, shown))
  put(page, renderBar(words, model, shown))
  put(page, renderStrip(words, model))
  drawGrid(page, words, model, shown, list)
  readFields(page, model)
  page.body.dataset.view = model.view
  page.body.dataset.arrangement = arrangementOf(model)
  page.body.classList.toggle("with-words", showsWords(model))
  followPanel(page, before)
  const status = page.querySelector("#status")
  const said = statusOf(words, model, shown)
  if (status !== null && status.textContent !== said) status.textContent = said
}

export const showsWords = ({ showsWords: isOn, found, view }: Model): boolean =>
  isOn && found !== null && view === "kept"

function put(page: Document, wanted: HTMLElement): void {
  const there = page.querySelector(`#${wanted.id}`)
  if (there !== null) patch(there, wanted)
}

function drawGrid(page: Document, words: Words, model: Model, shown: Shown, list: List): void {
  const { rows, lines, order } = shown
  const { chosen: ids } = model.selection
  const grid = page.querySelector("#grid")
  if (grid === null) return
  grid.toggleAttribute("hidden", rows.length === 0)
  grid.setAttribute("aria-rowcount", String(lines.length + 1))
  grid.setAttribute("aria-label", words.t("library.grid"))
  put(page, renderColumns(words))
  const all = page.querySelector<HTMLInputElement>("#select-all")
  const chosen = model.selection.chosen.size
  if (all !== null) {
    all.checked = chosen > 0 && chosen === order.length
    all.indeterminate = chosen > 0 && chosen < order.length
  }
  const found = showsWords(model)
  const placeOf = placesShown(words, model)
  const isTimeline = arrangementOf(model) === "timeline"
  const wordsOf = (id: string) => (found ? (model.words.get(id) ?? null) : undefined)
  const laterOf = (id: string) => (isTimeline ? (model.later.get(id) ?? null) : undefined)
  const chosenOf = (line: Line<Row>): Chosen => {
    const under = isHeading(line) ? idsUnder(line) : [line.id]
    const n = under.filter(id => ids.has(id)).length
    return n === 0 ? "none" : n === under.length ? "all" : "some"
  }
  list.draw({
    lines,
    chosen: chosenOf,
    look: line =>
      isHeading(line)
        ? [model.totals.get(line.id)]
        : [wordsOf(line.id), laterOf(line.id), isTimeline, placeOf(line.id)],
    render: (line, at, isCurrent) =>
      isHeading(line)
        ? renderHeading(words, line, {
            at,
            isCurrent,
            isChosen: chosenOf(line) === "all",
            totals: model.totals.get(line.id) ?? null,
          })
        : renderRow(words, line, {
            at,
            isCurrent,
            isChosen: ids.has(line.id),
            caseName: placeOf(line.id),
            words: wordsOf(line.id),
            later: laterOf(line.id),
            now: model.now,
          }),
  })
}

/** The name of an item's case, where items of all cases are listed, and there is more than one; null otherwise. */
function placesShown(words: Words, { view, caseView, cases, places }: Model): (id: string) => string | null {
  if (view === "trash" || caseView !== null || cases.length < 2) return () => null
  const names = new Map(cases.map(row => [row.id, caseName(words, row)]))
  return id => names.get(places.get(id) ?? DEFAULT_CASE) ?? null
}

function renderColumns({ t }: Words): HTMLElement {
  const name = (column: (typeof columns)[number]) =>
    column === "select"
      ? el("input", { type: "checkbox", id: "select-all", "aria-label": t("library.selectAll") })
      : el("span", {}, t(`library.column.${column}`))
  return el(
    "div",
    { id: "columns", role: "rowgroup" },
    el(
      "div",
      { role: "row", class: "entry entry-names small soft", "aria-rowindex": "1" },
      ...columns.map(column => el("span", { role: "columnheader", class: `cell-${column}` }, name(column))),
    ),
  )
}

function renderEmpty({ t }: Words, model: Model, { all, rows }: Shown): HTMLElement {
  const isSearching = model.found !== null && !isWholeAnswer(model)
  if (rows.length > 0 || isSearching || (model.view === "kept" && !model.isRead))
    return el("div", { id: "empty" })
  if (all.length > 0) {
    return el(
      "div",
      { id: "empty", "data-empty": "no-match" },
      el("p", {}, t("library.noMatch")),
      model.typed !== "" || isNarrowed(model.criteria)
        ? button("clear", "plain", { id: "clear-all" }, t("library.clear"))
        : null,
    )
  }
  if (model.view === "trash")
    return el("div", { id: "empty", "data-empty": "trash" }, el("p", {}, t("library.emptyTrash")))
  if (model.caseView !== null)
    return el("div", { id: "empty", "data-empty": "case" }, el("p", {}, t("case.empty")))
  return el(
    "div",
    { id: "empty", "data-empty": "nothing" },
    el("h2", {}, t("library.emptyTitle")),
    el("p", {}, t("library.emptyBody")),
    el("p", {}, el("a", { id: "welcome-open", href: "welcome.html" }, t("welcome.open"))),
    el("p", {}, el("a", { id: "restore-empty", href: "restore.html" }, t("restore.open"))),
  )
}

function renderStrip({ t, format }: Words, { usage, backup, exporting }: Model): HTMLElement {
  const used = usage === null ? null : format.size(usage.usedBytes)
  const free = usage?.freeBytes == null ? null : format.size(usage.freeBytes)
  const room =
    used === null
      ? []
      : [free === null ? t("library.usage", { size: used }) : t("library.usageFree", { size: used, free })]
  return el(
    "footer",
    { id: "strip", class: "small soft" },
    el("span", {}, [...room, t("library.local"), t("library.uninstall")].join(" · ")),
    el("a", { id: "restore-open", href: "restore.html" }, t("restore.open")),
    backup === null || backup.without.length === 0
      ? null
      : el(
          "p",
          { id: "strip-backup" },
          `${t("backup.without", { n: backup.without.length })} `,
          exporting === null
            ? button(
                "export-unbacked",
                "link",
                { id: "backup-export" },
                t("backup.export", { n: backup.without.length }),
              )
            : null,
        ),
  )
}

/** What the reader typed or chose stays theirs, until it is cleared from elsewhere. */
function readFields(page: Document, { typed, criteria, caseView }: Model): void {
  const set = (id: string, value: string) => {
    const field = page.querySelector<HTMLInputElement | HTMLSelectElement>(`#${id}`)
    if (field !== null && field.value !== value) field.value = value
  }
  set("search", typed)
  set("case-view", caseView === null ? "" : caseValue(caseView))
  set("site", criteria.site === null ? "" : `=${criteria.site}`)
  set("standing", criteria.standing ?? "")
  set("author", criteria.author === null ? "" : `=${criteria.author}`)
  set("tag", criteria.tag === null ? "" : `=${criteria.tag}`)
  set("wrong", criteria.wrong ?? "")
  set("order", criteria.order)
  if (criteria.from === null && page.activeElement?.id !== "from") set("from", "")
  if (criteria.before === null && page.activeElement?.id !== "to") set("to", "")
}

interface Scene {
  readonly heading: string | null
  readonly hadFocus: boolean
}

const sceneOf = (page: Document): Scene => ({
  heading: page.querySelector("#panel h2")?.id ?? null,
  hadFocus: page.activeElement?.closest("#bar, #panel") != null,
})

/** Takes the reader to a panel that has come, and back to the list from one that has gone. */
function followPanel(page: Document, before: Scene): void {
  const heading = page.querySelector<HTMLElement>("#panel h2")
  if (heading !== null && heading.id !== before.heading) {
    heading.focus({ preventScroll: true })
    heading.scrollIntoView({ block: "center" })
    return
  }
  const isLost = page.activeElement === page.body
  if (!isLost || !(before.hadFocus || (before.heading !== null && heading === null))) return
  const place =
    page.querySelector<HTMLElement>("#undo") ??
    page.querySelector<HTMLElement>("#rows [tabindex='0']") ??
    page.querySelector<HTMLElement>("#case-view") ??
    page.querySelector<HTMLElement>("#view-kept")
  place?.focus({ preventScroll: place.id !== "undo" })
}

function statusOf(words: Words, model: Model, shown: Shown): string {
  const { t } = words
  if (model.course?.state === "running") return t("export.running")
  if (model.course?.state === "done" && model.exporting !== null) return t("export.done")
  if (model.selection.chosen.size > 0) return chosenSaid(words, model, shown)
  return countSentence(words, model, shown.rows.length)
}
