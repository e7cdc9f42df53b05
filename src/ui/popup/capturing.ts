/** A running capture. It runs in the background: this only looks on, and can be closed. */
import { busyIf } from "../parts/busy.ts"
import { type ErrorCode } from "../../core/errors.ts"
import { type Words } from "../../i18n/words.ts"
import { type CaptureRow } from "../../vault/capture-row.ts"
import { el } from "../parts/dom.ts"
import { hostName } from "../parts/item.ts"
import { button } from "./button.ts"
import { failureOf, isRecording, type Model } from "./model.ts"
import { renderProblem } from "./problem.ts"
import { isScrolling, stageAdvice, type StageLine, stageLines } from "./stages.ts"

const marks = { done: "●", now: "◐", next: "○" } as const

export function renderCapturing(words: Words, model: Model, row: CaptureRow): HTMLElement {
  const { t, format } = words
  const failure = failureOf(model, row)
  const time = format.elapsed(model.now - Date.parse(row.startedAt))
  return el(
    "div",
    { class: "view" },
    el(
      "header",
      { class: "title-row" },
      el(
        "h2",
        { id: "heading", tabindex: "-1" },
        t(failure === null ? "capturing.title" : "capturing.unclosed"),
      ),
      hostName(words, row.url),
      failure === null
        ? el("span", { class: "clock", role: "timer", "aria-label": t("capturing.elapsed", { time }) }, time)
        : null,
    ),
    el(
      "ol",
      { id: "stages", class: "stages" },
      ...stageLines(words, row).map(line => renderStage(words, line, row)),
    ),
    ...(failure === null ? renderCourse(words, model, row) : renderFailure(words, failure)),
  )
}

function renderCourse(words: Words, model: Model, row: CaptureRow): (HTMLElement | null)[] {
  const { t } = words
  const { stage } = row.progress
  const others = model.running.filter(
    other => other.id !== row.id && failureOf(model, other) === null && !isRecording(other),
  ).length
  return [
    el(
      "p",
      { id: "advice", class: stage === "paused" ? "note note-warn" : "note note-calm", "data-stage": stage },
      stageAdvice(words, stage),
    ),
    el("p", { class: "small soft" }, t("capturing.closeable")),
    others > 0 ? el("p", { class: "small soft" }, t("capturing.others", { n: others })) : null,
    model.confirmingDiscard ? renderConfirm(words, model, row) : renderActions(words, model, row),
  ]
}

/** It could not be sealed: nothing is left to stop, and the next start of the browser closes it with what there is. */
const renderFailure = (words: Words, failure: ErrorCode): HTMLElement[] => [
  el("div", { role: "alert" }, renderProblem(words, failure, true)),
  button("home", "plain", { id: "back" }, words.t("export.back")),
]

function renderStage({ t }: Words, line: StageLine, row: CaptureRow): HTMLElement {
  const { done, total } = row.progress
  const measured = line.name === "frames" && line.state === "now" && total !== null && total > 0
  return el(
    "li",
    { class: `stage stage-${line.state}`, "data-stage": line.name, "data-state": line.state },
    el("span", { class: "mark", "aria-hidden": "true" }, marks[line.state]),
    el(
      "span",
      { class: "stage-label" },
      line.label,
      el("span", { class: "only-read" }, ` – ${t(`stage.${line.state}`)}`),
    ),
    line.detail === null ? null : el("span", { class: "stage-detail" }, line.detail),
    measured
      ? el("progress", { max: String(total), value: String(Math.min(done, total)), "aria-label": line.label })
      : null,
  )
}

function renderActions({ t }: Words, model: Model, row: CaptureRow): HTMLElement {
  const stopping = model.pending === "stop"
  return el(
    "div",
    { class: "actions" },
    button(
      "stop",
      "plain",
      { id: "stop-keep", "data-capture": row.id, ...busyIf(stopping || !isScrolling(row.progress.stage)) },
      t(stopping ? "capturing.stopping" : "capturing.stop"),
    ),
    button("ask-discard", "quiet", { id: "discard" }, t("capturing.discard")),
  )
}

function renderConfirm({ t }: Words, model: Model, row: CaptureRow): HTMLElement {
  return el(
    "div",
    { id: "discard-confirm", class: "note note-warn", role: "group", "aria-labelledby": "discard-text" },
    el("p", { id: "discard-text" }, t("capturing.discardConfirm")),
    el(
      "div",
      { class: "actions" },
      button(
        "discard",
        "plain",
        {
          id: "discard-yes",
          "data-capture": row.id,
          ...busyIf(model.pending === "discard"),
        },
        t("capturing.discardYes"),
      ),
      button("cancel-discard", "quiet", { id: "discard-no" }, t("capturing.discardNo")),
    ),
  )
}
