/** One row of the list: facts of an item, and no word of what it says until that is asked for. */
import { siteOf } from "../../core/search/arrange.ts"
import { type EntryFacts } from "../../core/search/entry.ts"
import { type Snippet } from "../../core/search/query.ts"
import { daysLeft } from "../../core/trash.ts"
import { siteKey } from "../../i18n/papers/site-key.ts"
import { readingsWords } from "../../i18n/readings.ts"
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"
import { inertText } from "../parts/inert-text.ts"
import { chip, itemLabel } from "../parts/item.ts"
import { rangeSaid } from "../parts/time-range.ts"
import { type Later } from "./details.ts"
import { type Row } from "./shown.ts"

/** What a row shows besides its item. */
export interface RowState {
  /** Its place in the list, from 0. */
  readonly at: number
  readonly isChosen: boolean
  /** Whether the keyboard is at it: the others cannot be reached by Tab. */
  readonly isCurrent: boolean
  /** The case that it is in; null where that is not shown. */
  readonly caseName: string | null
  /** The words found in it; undefined where none are shown, null where they are not among its text. */
  readonly words: Snippet | null | undefined
  /** What was read again of it; undefined where the view does not tell, null where nothing was. */
  readonly later: Later | null | undefined
  readonly now: number
}

export const columns = [
  "select",
  "item",
  "page",
  "author",
  "published",
  "captured",
  "standing",
  "open",
] as const

/** The names of the columns are the first row: items begin at the second. */
export const rowIndex = (at: number): string => String(at + 2)

export function renderRow(words: Words, row: Row, state: RowState): HTMLElement {
  const { t } = words
  const label = itemLabel(row.item)
  const canBeChosen = row.standing !== "running"
  return el(
    "div",
    {
      role: "row",
      id: `row-${row.id}`,
      class: "entry",
      "data-id": row.id,
      "data-item": label,
      "aria-rowindex": rowIndex(state.at),
      "aria-selected": canBeChosen ? String(state.isChosen) : null,
      tabindex: state.isCurrent ? "0" : "-1",
    },
    cell(
      "select",
      el("input", {
        type: "checkbox",
        tabindex: "-1",
        "aria-label": t("library.select", { item: label }),
        disabled: !canBeChosen,
      }),
    ),
    cell("item", label),
    cell(
      "page",
      el("bdi", { class: "strong" }, siteName(words, row)),
      ...kindOf(words, row),
      ...(state.caseName === null ? [] : [caseMark(words, state.caseName)]),
    ),
    cell("author", authorOf(words, row)),
    cell("published", publishedOf(words, row, state.later !== undefined)),
    cell("captured", capturedOf(words, row, state.now)),
    cell("standing", chip(words, row.standing)),
    cell(
      "open",
      el(
        "button",
        {
          type: "button",
          class: "button-link",
          tabindex: "-1",
          "data-act": "open-item",
          "data-capture": row.id,
          "aria-label": t("library.openItem", { item: label }),
        },
        t("library.view"),
      ),
    ),
    state.later === undefined ? null : cell("later", renderLater(words, state.later)),
    state.words === undefined ? null : cell("words", ...renderWords(state.words)),
  )
}

const cell = (name: string, ...children: readonly (Node | string)[]): HTMLElement =>
  el("span", { role: "gridcell", class: `cell-${name}` }, ...children)

/** Sites that are known have a name in every language; of others the host is shown. */
export function siteName({ t }: Words, facts: Pick<EntryFacts, "adapter" | "host" | "imported">): string {
  // No page of a browser either: what it is called is its user's matter, and stands on its own page.
  if (facts.imported !== undefined) return t("chip.imported")
  const site = siteOf(facts)
  const key = siteKey(site)
  if (key !== null) return t(key)
  return site === "" ? t("library.noSite") : inertText(site, 60)
}

const caseMark = ({ t }: Words, name: string): HTMLElement =>
  el(
    "span",
    { class: "row-case small soft" },
    el("span", { class: "only-read" }, ` ${t("case.in")} `),
    el("bdi", {}, name),
  )

function kindOf({ t }: Words, { pageType, imported }: Row): string[] {
  if (imported !== undefined) return [` · ${t(`import.kind.${imported}`)}`]
  return pageType === null ? [] : [` · ${t(`library.type.${pageType}`)}`]
}

function authorOf(words: Words, { authorName, authorHandle, filled }: Row): HTMLElement {
  const name = inertText(authorName ?? authorHandle ?? "", 60)
  if (name === "") return el("span", { class: "soft" }, words.t("library.unknown"))
  const isFilled = filled?.includes(authorName === null ? "authorHandle" : "authorName") === true
  return el("span", {}, el("bdi", {}, name), isFilled ? filledMark(words) : null)
}

/** What a page did not say, or said otherwise, and the user did. */
const filledMark = ({ t }: Words): HTMLElement =>
  el("span", { class: "filled-mark small soft" }, ` ○ ${t("library.filled")}`)

/** From here on a time is told as one that is not exact. */
const EXACT_SECONDS = 60

/** With its error bar, where times are what is looked at. */
function publishedOf(words: Words, { publishedAt, publishedSaid }: Row, isExact: boolean): HTMLElement {
  const { t, format } = words
  if (publishedSaid !== undefined)
    return el("span", {}, t("library.published", { time: inertText(publishedSaid, 60) }), filledMark(words))
  if (publishedAt === null)
    return el("span", { class: "soft" }, t("library.published", { time: t("library.unknown") }))
  const time = format.time(publishedAt.at)
  if (isExact) {
    const range = rangeSaid(words, publishedAt.plusMinusSeconds)
    return el("span", {}, t("library.published", { time: t("item.plusMinus", { time, range }) }))
  }
  const said = publishedAt.plusMinusSeconds > EXACT_SECONDS ? t("library.about", { time }) : time
  return el("span", {}, t("library.published", { time: said }))
}

function capturedOf({ t, format }: Words, { at, trashedAt, imported }: Row, now: number): HTMLElement {
  const said = imported === undefined ? "library.captured" : "imported.at"
  if (trashedAt === null) return el("span", {}, t(said, { time: format.time(at) }))
  return el(
    "span",
    {},
    `${t("library.trashed", { time: format.time(trashedAt) })} · ${t("library.daysLeft", { n: daysLeft(trashedAt, now) })}`,
  )
}

/** How often it was read again, and how it came out last, with the numbers that tell how far it went. */
function renderLater({ t, format, language }: Words, later: Later | null): HTMLElement {
  if (later === null) return el("span", { class: "soft" }, t("library.notReadAgain"))
  const { times, newest } = later
  const numbers = (["views", "reposts"] as const).flatMap(name => {
    const value = newest.counters[name]?.value ?? null
    if (value === null) return []
    const n = format.number(value.count)
    const said = value.rounded ? t("readings.rounded", { n }) : n
    return [`${readingsWords[language].counterName(name)} ${said}`]
  })
  const state = t(`library.later.${newest.state}`)
  const said = t("library.later", { n: times, time: format.time(newest.at), state })
  return el("span", { "data-state": newest.state }, [said, ...numbers].join(" · "))
}

function renderWords(found: Snippet | null): (Node | string)[] {
  if (found === null) return []
  const shown = (text: string) => inertText(text, 80)
  return [el("bdi", {}, shown(found.before), el("mark", {}, shown(found.found)), shown(found.after))]
}
