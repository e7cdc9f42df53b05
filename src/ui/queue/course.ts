/** A list that was begun: how far it is, what holds it up, what came of it. */
import { countOf, type QueueEntry } from "../../core/queue/entry.ts"
import { type ErrorCode } from "../../core/errors.ts"
import { errorSentences } from "../../i18n/sentences.ts"
import { type Words } from "../../i18n/words.ts"
import { type QueueRow } from "../../vault/queue-row.ts"
import { renderConfirm } from "../parts/confirm.ts"
import { el } from "../parts/dom.ts"
import { renderProblemOf } from "../parts/problem.ts"
import { renderRefused } from "./access.ts"
import { isElsewhere, renderEntries } from "./entries.ts"
import { type Model } from "./model.ts"

export function renderCourse(words: Words, model: Model, queue: QueueRow): (HTMLElement | null)[] {
  const { t } = words
  const { entries } = model
  const isDone = queue.state === "done"
  return [
    // The library sent items here while another list is under way: they are on none.
    model.again.length + model.comments.entries.length > 0 && !isDone
      ? el("p", { id: "busy", class: "note note-calm", role: "status" }, busySaid(words))
      : null,
    el(
      "section",
      { id: "course", "data-state": queue.state, "data-why": queue.why },
      el("h2", { id: "heading", tabindex: "-1" }, headingOf(words, model, queue)),
      isDone ? null : renderProgress(words, entries),
      ...whySaid(words, model, queue),
      isDone ? renderSummary(words, entries) : null,
      renderActs(words, model, queue),
      isDone ? el("p", { class: "small soft" }, t("queue.forgetWhat")) : null,
      el("p", {}, el("a", { id: "back", href: "library.html" }, t("queue.back"))),
    ),
    renderEntries(words, entries, isDone),
  ]
}

const busySaid = ({ t }: Words): string => {
  const { cause, next } = errorSentences(t, "queue/busy")
  return `${cause} ${next}`
}

const isCapturing = (entries: readonly QueueEntry[]): boolean =>
  entries.some(({ state }) => state === "capturing")

/** What a screen reader is told as well. */
export function headingOf({ t, format }: Words, { entries }: Model, { state, stopped }: QueueRow): string {
  const { left } = countOf(entries)
  const said = { done: format.number(entries.length - left), of: format.number(entries.length) }
  if (state === "running") return t("queue.running", said)
  if (state === "paused") return isCapturing(entries) ? t("queue.pausing") : t("queue.paused", said)
  if (!stopped) return t("queue.done")
  return t(isCapturing(entries) ? "queue.ending" : "queue.ended")
}

function renderProgress({ t }: Words, entries: readonly QueueEntry[]): HTMLElement {
  const done = entries.length - countOf(entries).left
  return el("progress", {
    ...{ id: "progress", max: String(entries.length), value: String(done) },
    "aria-label": t("queue.title"),
  })
}

function whySaid(words: Words, model: Model, { state, why, code, access }: QueueRow): (HTMLElement | null)[] {
  const { t } = words
  if (state === "running") return [el("p", {}, t("queue.window"))]
  if (state === "done" || why === null) return []
  return [
    el("p", { id: "why" }, t(`queue.why.${why}`)),
    // The code of a window that was closed says no more than the sentence.
    why === "problem" ? renderProblemOf(words, code) : null,
    access === "all" ? el("p", { class: "small soft" }, t("queue.resting")) : null,
    model.isRefused ? renderRefused(words) : null,
  ]
}

function renderActs({ t }: Words, { entries }: Model, { state }: QueueRow): HTMLElement {
  const button = (id: string, look: string, said: string) =>
    el("button", { type: "button", id, class: look }, said)
  const { failed, left } = countOf(entries)
  const byState = {
    running: () => [
      button("pause", "button-plain", t("queue.pause")),
      button("stop", "button-quiet", t("queue.stop")),
    ],
    paused: () => [
      button("resume", "button-plain", t("queue.resume")),
      button("stop", "button-quiet", t("queue.stop")),
    ],
    done: () => [
      failed + left > 0 ? button("retry", "button-plain", t("queue.retry")) : null,
      button("new", "button-quiet", t("queue.new")),
      // The entry that was being captured comes to its end first.
      isCapturing(entries) ? null : renderForget({ t }),
    ],
  }
  return el("div", { id: "acts", class: "row-acts" }, ...byState[state]())
}

const renderForget = ({ t }: Pick<Words, "t">): HTMLElement =>
  renderConfirm(
    {
      id: "forget-list",
      asked: t("queue.forgetAsk"),
      named: null,
      what: t("queue.forgetSure"),
      yes: t("queue.forget"),
    },
    { id: "forget" },
  )

function renderSummary(words: Words, entries: readonly QueueEntry[]): HTMLElement {
  const { t } = words
  const { saved, refused, walled, failed, left } = countOf(entries)
  const kept = entries.filter(({ state }) => state === "saved")
  const gaps = kept.filter(({ complete }) => complete === false).length
  const elsewhere = kept.filter(isElsewhere).length
  const line = (name: string, n: number, said: string) =>
    n === 0 ? null : el("li", { "data-count": name, "data-n": String(n) }, said)
  return el(
    "div",
    { id: "summary" },
    el("h3", {}, t("queue.summary")),
    el(
      "ul",
      { class: "sentences" },
      el("li", { "data-count": "saved", "data-n": String(saved) }, t("queue.saved", { n: saved })),
      line("gaps", gaps, t("queue.withGaps", { n: gaps })),
      line("refused", refused, t("queue.refusedBySite", { n: refused })),
      line("walled", walled, t("queue.walled", { n: walled })),
      line("elsewhere", elsewhere, t("queue.elsewhere", { n: elsewhere })),
      line("left", left, t("queue.left", { n: left })),
      line("failed", failed, t("queue.failed", { n: failed })),
    ),
    ...failuresOf(entries).map(([code, n]) => renderFailure(words, code, n)),
  )
}

/** Each code once, with how many it is of. */
function failuresOf(entries: readonly QueueEntry[]): [ErrorCode, number][] {
  const counted = new Map<ErrorCode, number>()
  for (const { state, code } of entries)
    if (state === "failed" && code !== null) counted.set(code, (counted.get(code) ?? 0) + 1)
  return [...counted]
}

function renderFailure({ t, format }: Words, code: ErrorCode, n: number): HTMLElement {
  const said = errorSentences(t, code)
  return el(
    "div",
    { class: "note note-warn", "data-failed": code },
    el("p", { class: "strong" }, `${format.number(n)} × `, said.cause),
    el("p", {}, said.safe),
    el("p", {}, said.next),
    el("code", { class: "code" }, said.code),
  )
}
