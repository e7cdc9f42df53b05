/** What could still be kept for the item. No badge, no pop-up: it stands here, and can be put away. */
import { type Advice, adviceFor } from "../../core/coach.ts"
import { asFields, asString } from "../../core/parse.ts"
import { retentionDates } from "../../core/retention.ts"
import { type Words } from "../../i18n/words.ts"
import { type CaptureRow } from "../../vault/capture-row.ts"
import { adviceDismiss, adviceFound, adviceMark, adviceTick, dismissedAdvice } from "../parts/advice.ts"
import { el } from "../parts/dom.ts"
import { hostOf } from "../parts/inert-text.ts"
import { isOfWeb } from "../parts/visitor-views.ts"
import { type Model } from "./model.ts"

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
    dismissedAdvice(words, dismissed),
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

function renderAdvice(words: Words, row: CaptureRow, { name, state, items }: Advice): HTMLElement {
  const { t } = words
  return el(
    "li",
    { "data-advice": name, "data-state": state },
    adviceMark(state),
    el(
      "div",
      {},
      el("p", { class: "strong" }, t(`coach.${name}`)),
      el("p", { class: "small" }, t(`coach.${name}.why`)),
      state === "found" ? el("p", { class: "small soft" }, adviceFound(words, items)) : null,
      el(
        "div",
        { class: "row-acts" },
        adviceTick(words, name, state),
        name === "signed-out" && state === "open"
          ? el(
              "a",
              { href: `visitor.html?${new URLSearchParams({ item: row.id }).toString()}` },
              t("coach.look"),
            )
          : null,
        adviceDismiss(words, name, state),
      ),
    ),
  )
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
