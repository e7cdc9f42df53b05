/** The item's page, opened again later: its numbers as a table and as lines, what was found, and what can be asked for. */
import { busyIf } from "../parts/busy.ts"
import { spreadNumbers } from "../../core/law/provisions.ts"
import { type CounterName, counterNames, type PostSummary } from "../../core/post-facts/summary.ts"
import type { CountersSummary, ReadCounter } from "../../core/readings/reading.ts"
import type { SummedCounter } from "../../core/readings/account.ts"
import { dueAt, intervals } from "../../core/readings/schedule.ts"
import { readingsWords } from "../../i18n/readings.ts"
import { type Words } from "../../i18n/words.ts"
import { addressToRead, type CaptureRow } from "../../vault/capture-row.ts"
import { isCountersRow } from "../../vault/reading-row.ts"
import { accountSumSaid } from "../parts/account-sum.ts"
import { el } from "../parts/dom.ts"
import { hostOf, inertText } from "../parts/inert-text.ts"
import { renderPanel } from "../parts/readings-chart.ts"
import { renderTextDifference } from "../parts/text-difference.ts"
import { isOfWeb } from "../parts/visitor-views.ts"
import { type Model } from "./model.ts"

const STANDARDS: Readonly<Partial<Record<CounterName, number>>> = spreadNumbers
const LONGEST_RAW = 40

interface Line {
  readonly at: string
  readonly counters: CountersSummary["counters"]
  /** Null for the capture itself. */
  readonly summary: CountersSummary | null
}

export function renderReadings(words: Words, model: Model, item: CaptureRow): HTMLElement {
  const { t } = words
  const own = model.readings.filter(isCountersRow).map(({ summary }) => summary)
  const lines: Line[] = [
    { at: item.startedAt, counters: countersOf(model, item.facts), summary: null },
    ...own.map(summary => ({ at: summary.at, counters: summary.counters, summary })),
  ]
  return el(
    "section",
    { id: "readings", "aria-labelledby": "readings-title" },
    el("h2", { id: "readings-title" }, t("readings.title")),
    own.length === 0 ? el("p", { id: "no-readings", class: "soft" }, t("readings.none")) : null,
    renderTable(words, lines),
    ...renderPanels(words, lines),
    renderFound(words, own, model.content.at === "shown"),
    renderAsk(words, model, item),
    renderSchedule(words, model, item),
    renderAccount(words, model),
  )
}

/** With the page's own words where post.json could be read; else the numbers alone. */
function countersOf({ facts }: Model, summary: PostSummary | undefined): CountersSummary["counters"] {
  const known = counterNames.flatMap((name): [CounterName, ReadCounter][] => {
    const field = facts.at === "read" ? facts.facts.fields[name] : null
    const value = field?.value ?? summary?.counters[name] ?? null
    const raw = field?.raw ?? (value === null ? null : String(value.count))
    return raw === null ? [] : [[name, { value, raw }]]
  })
  return Object.fromEntries(known)
}

function renderTable(words: Words, lines: readonly Line[]): HTMLElement | null {
  const { t, format, language } = words
  const { counterName } = readingsWords[language]
  const shown = counterNames.filter(name => lines.some(({ counters }) => counters[name] !== undefined))
  if (shown.length === 0) return null
  const row = ({ at, counters, summary }: Line) =>
    el(
      "tr",
      { "data-reading": summary === null ? "capture" : summary.state },
      el(
        "th",
        { scope: "row" },
        format.time(at),
        summary === null ? el("span", { class: "small soft" }, ` ${t("readings.captured")}`) : null,
      ),
      ...shown.map(name => el("td", {}, numberSaid(words, counters[name]))),
      el("td", { class: "small" }, rawSaid(shown, counters)),
    )
  return el(
    "div",
    { class: "wide", tabindex: "0", role: "group", "aria-labelledby": "readings-title" },
    el(
      "table",
      { id: "numbers", class: "numbers", "aria-labelledby": "readings-title" },
      el(
        "thead",
        {},
        el(
          "tr",
          {},
          ...[t("readings.time"), ...shown.map(counterName), t("readings.raw")].map(label =>
            el("th", { scope: "col" }, label),
          ),
        ),
      ),
      el("tbody", {}, ...lines.map(row)),
    ),
  )
}

function numberSaid({ t, format }: Words, counter: ReadCounter | undefined): string {
  if (counter?.value == null) return "—"
  const n = format.number(counter.value.count)
  return counter.value.rounded ? t("readings.rounded", { n }) : n
}

/** Of those numbers that the page writes otherwise. */
const rawSaid = (shown: readonly CounterName[], counters: Line["counters"]): HTMLElement =>
  el(
    "bdi",
    {},
    shown
      .flatMap(name => {
        const { value = null, raw = null } = counters[name] ?? {}
        return raw === null || raw.trim() === String(value?.count ?? "") ? [] : [inertText(raw, LONGEST_RAW)]
      })
      .join(" / "),
  )

function renderPanels(words: Words, lines: readonly Line[]): (HTMLElement | null)[] {
  const { t, format, language } = words
  return counterNames.map(name => {
    const points = lines.flatMap(({ at, counters }) => {
      const count = counters[name]?.value?.count
      return count === undefined ? [] : [{ at, count }]
    })
    if (points.length < 2) return null
    const what = readingsWords[language].counterName(name)
    const standard = STANDARDS[name]
    return renderPanel({
      ...{ name, label: what, points, format: count => format.number(count) },
      line:
        standard === undefined
          ? null
          : { count: standard, said: t("readings.line", { n: format.number(standard) }) },
      alt: t("readings.chartAlt", {
        ...{ what, n: points.length },
        first: format.number(points[0]?.count ?? 0),
        last: format.number(points.at(-1)?.count ?? 0),
      }),
    })
  })
}

function renderFound(words: Words, own: readonly CountersSummary[], isShown: boolean): HTMLElement | null {
  if (own.length === 0) return null
  const { t, format, language } = words
  const said = readingsWords[language]
  return el(
    "ul",
    { id: "found", class: "sentences" },
    ...own.map(summary =>
      el(
        "li",
        { "data-state": summary.state },
        `${format.time(summary.at)} `,
        said.found(summary),
        " ",
        el(
          "span",
          { class: "small soft" },
          `${said.by(summary)} ${t("readings.visits", { n: summary.visits })}`,
        ),
        summary.text === undefined
          ? null
          : isShown
            ? renderTextDifference(words, summary.text)
            : el("p", { class: "small soft" }, `${t("readings.difference")} · ${t("item.hidden")}`),
      ),
    ),
  )
}

function renderAsk({ t }: Words, { again }: Model, item: CaptureRow): HTMLElement {
  const address = addressToRead(item)
  if (!isOfWeb(address)) return el("p", { class: "soft" }, t("readings.noAddress"))
  const host = inertText(hostOf(address) ?? "", 80)
  return el(
    "div",
    { id: "read-again-part" },
    el("p", { class: "small soft" }, t("readings.what", { host })),
    again.allowed === true ? null : el("p", { class: "small soft" }, t("readings.ask", { host })),
    again.refused ? el("p", { id: "read-refused", class: "note note-warn" }, t("readings.refused")) : null,
    el(
      "button",
      {
        ...{ type: "button", id: "read-again", class: "button-quiet", "data-act": "read-again" },
        ...busyIf(again.reading),
        disabled: again.allowed === null,
      },
      t(again.reading ? "readings.reading" : "readings.again"),
    ),
  )
}

function renderSchedule({ t, format }: Words, { again }: Model, item: CaptureRow): HTMLElement | null {
  if (!isOfWeb(addressToRead(item))) return null
  const { schedule } = again
  const chosen = schedule?.off === null ? schedule.everyDays : null
  const choice = (days: number | null) =>
    el(
      "button",
      {
        ...{ type: "button", class: "button-quiet", "data-act": "schedule" },
        ...{ "data-days": days === null ? "" : String(days), "aria-pressed": String(days === chosen) },
        disabled: again.allowed === null,
      },
      days === null ? t("readings.off") : t("readings.every", { n: String(days) }),
    )
  return el(
    "div",
    { id: "schedule", role: "group", "aria-labelledby": "schedule-title" },
    el("h3", { id: "schedule-title" }, t("readings.schedule")),
    el("p", { class: "small soft" }, t("readings.scheduleWhat")),
    el("div", { class: "choices" }, ...[null, ...intervals].map(choice)),
    schedule?.off == null
      ? null
      : el("p", { id: "schedule-off", class: "note note-warn" }, t("readings.noPermission")),
    schedule === null || chosen === null
      ? null
      : el(
          "p",
          { id: "schedule-next", class: "small" },
          t("readings.next", { time: format.time(dueAt(schedule)) }),
        ),
  )
}

function renderAccount(words: Words, { again }: Model): HTMLElement | null {
  const { t } = words
  const { account } = again
  if (account === null || account.posts === 0) return null
  const line = (name: SummedCounter) => accountSumSaid(words, name, account.sums[name])
  return el(
    "div",
    { id: "account" },
    el("h3", {}, t("readings.account")),
    el("p", { class: "small soft" }, t("readings.accountWhat", { n: account.posts })),
    el("ul", { class: "sentences" }, el("li", {}, line("views")), el("li", {}, line("reposts"))),
    el("p", {}, line("likes"), " ", el("span", { class: "small soft" }, t("readings.likesApart"))),
    el("p", { class: "small soft" }, t("readings.caution")),
  )
}
