/** The page as a function of its model. */
import { busyIf } from "../parts/busy.ts"
import { type ErrorCode, errorCodes } from "../../core/errors.ts"
import { type Gap } from "../../core/evidence.ts"
import { MOST_RECORDING_BYTES } from "../../core/recording.ts"
import { type Words } from "../../i18n/words.ts"
import { type CaptureRow } from "../../vault/capture-row.ts"
import { el } from "../parts/dom.ts"
import { itemLabel } from "../parts/item.ts"
import { renderGaps } from "../parts/gaps.ts"
import { renderProblemOf } from "../parts/problem.ts"
import { renderChoice } from "./choice.ts"
import { type Model, stageOf } from "./model.ts"
import { renderSelfCheck } from "./self-check.ts"
import { renderSteps } from "./steps.ts"

export function renderPage(words: Words, model: Model): HTMLElement {
  return el("main", { id: "view" }, renderProblemOf(words, model.problem), renderStage(words, model))
}

function renderStage(words: Words, model: Model): HTMLElement {
  const { item } = model
  const stage = stageOf(model)
  if (item === null || stage === "ready") return renderReady(words, model)
  return stage === "saved" ? renderSaved(words, item) : renderRunning(words, model, item)
}

function renderReady(words: Words, model: Model): HTMLElement {
  const { t, format } = words
  const { canTab, pending, sound, freeBytes, refused } = model
  const starting = pending === "start"
  return el(
    "section",
    { id: "ready", "aria-labelledby": "ready-title" },
    el("h2", { id: "ready-title" }, t("record.what")),
    el("p", {}, t("record.whole")),
    canTab ? el("p", { class: "small soft" }, t("record.ask")) : null,
    el(
      "label",
      { class: "sound" },
      el("input", { type: "checkbox", id: "sound", checked: sound, disabled: starting }),
      el("span", {}, t("record.sound")),
    ),
    ...renderChoice(words, model),
    refused ? el("p", { id: "refused", class: "note note-warn", role: "status" }, t("record.refused")) : null,
    el(
      "div",
      { class: "actions" },
      canTab ? startButton("start-tab", "button-main", starting, t("record.tab")) : null,
      startButton("start-picked", canTab ? "button-quiet" : "button-main", starting, t("record.picked")),
    ),
    canTab ? null : el("p", { class: "small soft" }, t("record.stayOpen")),
    freeBytes === null
      ? null
      : el("p", { id: "free", class: "small soft" }, t("record.free", { free: format.size(freeBytes) })),
    el("p", { class: "small soft" }, t("record.limits")),
  )
}

const startButton = (id: string, look: string, isBusy: boolean, label: string): HTMLElement =>
  el("button", { type: "button", id, class: look, ...busyIf(isBusy) }, label)

function renderRunning(words: Words, model: Model, row: CaptureRow): HTMLElement {
  const { item, startedAt } = row
  const { t, format } = words
  const { kept, now, freeBytes, isRecorder } = model
  const isClosing = stageOf(model) === "closing"
  const time = format.elapsed(now - Date.parse(startedAt))
  return el(
    "section",
    { id: "running", "aria-labelledby": "running-title" },
    el(
      "h2",
      { id: "running-title", class: isClosing ? null : "recording-now" },
      t(isClosing ? "record.closing" : "record.now", { item: itemLabel(item) }),
    ),
    el("p", { id: "clock", role: "timer", "aria-label": t("record.elapsed", { time }) }, time),
    el(
      "p",
      { id: "kept", "data-pieces": String(kept?.pieces ?? 0) },
      t("record.kept", { n: kept?.pieces ?? 0, size: format.size(kept?.bytes ?? 0) }),
      freeBytes === null ? "" : ` ${t("record.free", { free: format.size(freeBytes) })}`,
    ),
    el(
      "button",
      { type: "button", id: "stop", class: "button-main", ...busyIf(isClosing) },
      t(isClosing ? "record.stopping" : "record.stop"),
    ),
    isClosing ? null : renderSelfCheck(words, model, row),
    isClosing ? null : renderSteps(words, model),
    el("p", { class: "small soft" }, t("record.noPause")),
    el("p", { class: "small soft" }, t(isRecorder ? "record.stayOpen" : "record.mayClose")),
  )
}

function renderSaved(words: Words, row: CaptureRow): HTMLElement {
  const { id, item, complete, recording, gaps } = row
  const { t, format } = words
  const joined = recording?.joined
  return el(
    "section",
    { id: "saved", "aria-labelledby": "saved-title", "data-item": itemLabel(item) },
    el("h2", { id: "saved-title" }, t("record.saved", { item: itemLabel(item) })),
    joined === undefined
      ? null
      : el("p", {}, t("record.kept", { n: joined.count, size: format.size(joined.bytes) })),
    recording?.ended === "limit"
      ? el(
          "p",
          { id: "limit", class: "note note-warn" },
          t("record.limit", { size: format.size(MOST_RECORDING_BYTES) }),
        )
      : complete
        ? null
        : el("p", { class: "note note-warn" }, t("record.partial")),
    complete ? null : renderGaps(words, row),
    renderProblemOf(words, codeOf(gaps)),
    el(
      "p",
      {},
      el(
        "a",
        { id: "open-item", href: `item.html?${new URLSearchParams({ item: id }).toString()}` },
        t("record.open"),
      ),
    ),
  )
}

/** What made a recording fail, which its gap names as its place. */
const codeOf = (gaps: readonly Gap[]): ErrorCode | null =>
  errorCodes.find(code => gaps.some(({ what, where }) => what === "recording" && where === code)) ?? null
