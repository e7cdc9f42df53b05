/** What could still be kept for the item. No badge, no pop-up: it stands here, and can be put away. */
import { type Advice, adviceFor, type AdviceName, adviceNames } from "../../core/coach.ts"
import { asFields, asString } from "../../core/parse.ts"
import { retentionDates } from "../../core/retention.ts"
import { type Words } from "../../i18n/words.ts"
import { type CaptureRow } from "../../vault/capture-row.ts"
import { el } from "../parts/dom.ts"
import { hostOf } from "../parts/inert-text.ts"
import { itemLabel } from "../parts/item.ts"
import { isOfWeb } from "../parts/visitor-views.ts"
import { type Model } from "./model.ts"

/** What no vault can tell is ticked by the user; the rest may be kept elsewhere too. */
const TICKED: ReadonlySet<AdviceName> = new Set(["profile", "context", "own-reply", "loss"])

export const adviceOfName = (name: string | undefined): AdviceName | null =>
  adviceNames.find(each => each === name) ?? null

export function renderCoach(words: Words, model: Model, row: CaptureRow): HTMLElement {
  const { t } = words
  const all = adviceFor(groundOf(model, row))
  const shown = all.filter(({ state }) => state !== "dismissed")
  const dismissed = all.filter(({ state }) => state === "dismissed")
  return el(
    "section",
    { id: "coach", "aria-labelledby": "coach-title" },
    el("h2", { id: "coach-title", tabindex: "-1" }, t("coach.title")),
    el("p", { class: "small soft" }, t("coach.what")),
    shown.length === 0
      ? el("p", { class: "soft" }, t("coach.allDone"))
      : el("ul", { class: "advice" }, ...shown.map(advice => renderAdvice(words, row, advice))),
    dismissed.length === 0
      ? null
      : el(
          "details",
          { id: "dismissed" },
          el("summary", {}, t("coach.dismissed", { n: dismissed.length })),
          el("ul", { class: "advice" }, ...dismissed.map(advice => renderDismissed(words, advice))),
        ),
    renderRetention(words, row),
  )
}

function groundOf({ related, readings, advice }: Model, row: CaptureRow): Parameters<typeof adviceFor>[0] {
  const other = ({ id, item, url, startedAt, facts }: CaptureRow) => ({
    ...{ item, startedAt, host: hostOf(url) ?? "", facts: facts ?? null, told: related.told.get(id) ?? null },
  })
  return {
    host: hostOf(row.url) ?? "",
    isOfWeb: isOfWeb(row.url),
    startedAt: row.startedAt,
    facts: row.facts ?? null,
    told: related.told.get(row.id) ?? null,
    ofAuthor: related.ofAuthor.map(other),
    ofPost: related.ofPost.map(other),
    // What kind it is, its own line says.
    readings: readings.map(({ line, summary }) => ({ kind: kindOf(line), at: summary.at })),
    said: new Map(advice.map(({ name, state }) => [name, state])),
  }
}

function kindOf(line: string): string {
  const reading: unknown = JSON.parse(line)
  return asString(asFields(reading, "reading").kind, "reading.kind")
}

const MARKS = { open: "○", found: "✓", ticked: "✓", dismissed: "—" } as const

function renderAdvice(words: Words, row: CaptureRow, { name, state, items }: Advice): HTMLElement {
  const { t } = words
  const what = t(`coach.${name}`)
  return el(
    "li",
    { "data-advice": name, "data-state": state },
    el("span", { class: "dot", "aria-hidden": "true" }, MARKS[state]),
    el(
      "div",
      {},
      el("p", { class: "strong" }, what),
      el("p", { class: "small" }, t(`coach.${name}.why`)),
      state === "found" ? el("p", { class: "small soft" }, foundSaid(words, items)) : null,
      el(
        "div",
        { class: "row-acts" },
        TICKED.has(name) && state !== "found" ? renderTick(words, name, what, state === "ticked") : null,
        name === "signed-out" && state === "open"
          ? el(
              "a",
              { href: `visitor.html?${new URLSearchParams({ item: row.id }).toString()}` },
              t("coach.look"),
            )
          : null,
        state === "open"
          ? adviceButton("dismiss", name, t("coach.dismiss"), t("coach.dismissOf", { what }))
          : null,
      ),
    ),
  )
}

/** What is ticked is the vault's: the page puts it there after each drawing. */
const renderTick = ({ t }: Words, name: AdviceName, what: string, isOn: boolean): HTMLElement =>
  el(
    "label",
    { class: "tick" },
    el("input", {
      type: "checkbox",
      id: `tick-${name}`,
      name: "advice",
      value: name,
      "data-on": isOn ? "yes" : "no",
      "aria-label": t("coach.tickOf", { what }),
    }),
    t("coach.tick"),
  )

const renderDismissed = ({ t }: Words, { name }: Advice): HTMLElement => {
  const what = t(`coach.${name}`)
  return el(
    "li",
    { "data-advice": name, "data-state": "dismissed" },
    el("span", { class: "dot", "aria-hidden": "true" }, MARKS.dismissed),
    el(
      "div",
      { class: "row-acts" },
      el("span", {}, what),
      adviceButton("again", name, t("coach.again"), t("coach.againOf", { what })),
    ),
  )
}

const adviceButton = (act: string, name: AdviceName, said: string, whole: string): HTMLElement =>
  el(
    "button",
    {
      type: "button",
      id: `${act}-${name}`,
      class: "button-link",
      "data-act": act,
      "data-name": name,
      "aria-label": whole,
    },
    said,
  )

function foundSaid({ t }: Words, items: readonly number[]): string {
  return items.length === 0
    ? t("coach.found")
    : t("coach.foundIn", { items: items.map(itemLabel).join(", ") })
}

/** Dates of the calendar alone: nothing here says what a platform does, or will do. */
function renderRetention({ t, format }: Words, { facts, startedAt }: CaptureRow): HTMLElement {
  const published = facts?.publishedAt?.at
  const from = published ?? startedAt
  const basis = published === undefined ? "retention.firstSeen" : "retention.published"
  return el(
    "section",
    { id: "retention" },
    el("h3", {}, t("retention.title")),
    el("p", { class: "small soft" }, t(basis, { time: format.time(from) })),
    el(
      "ul",
      { class: "sentences" },
      ...retentionDates(from).map(({ name, until }) =>
        el("li", { "data-term": name }, t(`retention.${name}`, { time: format.time(until) })),
      ),
    ),
    el("p", { class: "small soft" }, t("retention.limits")),
  )
}
