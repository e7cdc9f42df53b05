/** A capture that is kept: its receipt, and every gap in a sentence. */
import { busyIf } from "../parts/busy.ts"
import { chatLines, renderKeepOriginal } from "./chat.ts"
import { type ClockFinding, clockFindings } from "../../core/clock.ts"
import { type StepRecord } from "../../core/evidence.ts"
import { noticesOf } from "../../core/notices.ts"
import { isOnlyCookies } from "../../core/walls.ts"
import { clockSentences } from "../../i18n/clock.ts"
import { errorSentences } from "../../i18n/sentences.ts"
import { type Words } from "../../i18n/words.ts"
import { isPractice } from "../../core/address.ts"
import { type CaptureRow } from "../../vault/capture-row.ts"
import { clockStamp, isReceived } from "../../vault/received-stamp.ts"
import { requestsOf } from "../../vault/reading-row.ts"
import { renderAttached } from "../parts/attached.ts"
import { el } from "../parts/dom.ts"
import { renderGaps } from "../parts/gaps.ts"
import { chip, chipKind, hostName, itemLabel } from "../parts/item.ts"
import { renderNotices } from "../parts/notice.ts"
import { anchorSentence } from "../parts/anchor-sentence.ts"
import { stampSentence } from "../parts/stamp-sentence.ts"
import { renderAlsoKept } from "./also-kept.ts"
import { button } from "./button.ts"
import { chosenLines, type ReceiptLine } from "./chosen.ts"
import { type Model } from "./model.ts"
import { renderPostLine } from "./post-line.ts"
import { renderProblem } from "./problem.ts"
import { receiptOf } from "./receipt.ts"
import { renderVisitor } from "./visitor.ts"

export function renderSaved(words: Words, model: Model, row: CaptureRow): HTMLElement {
  const { t, format } = words
  const item = itemLabel(row.item)
  const failed = row.steps.filter(step => step.outcome === "failed")
  return el(
    "div",
    { class: "view" },
    el(
      "section",
      { id: "saved", "data-item": item, "data-complete": String(row.complete), "aria-labelledby": "heading" },
      el(
        "header",
        { class: "saved-head" },
        el(
          "h2",
          { id: "heading", tabindex: "-1" },
          t(row.complete ? "saved.title" : "saved.partial", { item }),
        ),
        chip(words, chipKind(row, model.damaged)),
      ),
      el(
        "p",
        { class: "where small" },
        hostName(words, row.url),
        el("span", { class: "soft" }, format.time(row.startedAt)),
      ),
      isPractice(row.url) ? el("p", { id: "practice", class: "note note-calm" }, t("practice.saved")) : null,
      renderPostLine(words, row),
      model.damaged.has(row.id) ? renderProblem(words, "vault/damaged", true) : null,
      row.interrupted ? el("p", { class: "note note-calm" }, t("saved.interrupted")) : null,
      row.walls === undefined
        ? null
        : el(
            "p",
            { id: "walls", class: "note note-warn" },
            t(isOnlyCookies(row.walls) ? "saved.cookies" : "saved.wall"),
          ),
      renderNotices(words, noticesOf(row)),
      renderReceipt(words, model, row),
      renderKeepOriginal(words, row),
      row.gaps.length > 0 ? renderMissing(words, row) : null,
      failed.length > 0 ? renderFailedSteps(words, failed) : null,
      renderAlsoKept(words, row),
      el(
        "div",
        { class: "row small" },
        renderVisitor(words, model, row),
        button("open-item-page", "link", { id: "open-item-page", "data-capture": row.id }, t("item.open")),
      ),
      renderStamps(words, model, row),
      renderAttached(
        words,
        model.imports.filter(({ of }) => of === row.id),
      ),
      renderClock(words, model, row),
      row.redacted.length > 0 ? el("p", { id: "redacted", class: "small soft" }, t("saved.redacted")) : null,
      renderRequests(words, model, row),
    ),
    el(
      "div",
      { class: "actions actions-three" },
      button("home", "plain", { id: "back" }, t("saved.done")),
      button("open-export", "quiet", { id: "export-open" }, t("saved.export")),
      button(
        "discard",
        "quiet",
        { id: "undo", "data-capture": row.id, ...busyIf(model.pending === "discard") },
        t("saved.undo"),
      ),
    ),
  )
}

function renderReceipt(words: Words, model: Model, row: CaptureRow): HTMLElement {
  const { t, format } = words
  const receipt = receiptOf(row, model.files)
  const count = (n: number) => (n === 0 ? t("saved.notKept") : t("saved.n", { n: format.number(n) }))
  const kept = (is: boolean) => t(is ? "saved.kept" : "saved.notKept")
  const lines: readonly ReceiptLine[] = [
    ["screenshots", t("saved.screenshots"), count(receipt.screenshots)],
    ["stitched", t("saved.stitched"), count(receipt.stitched)],
    ...(receipt.redrawn ? ([["redrawn", t("saved.redrawn"), kept(true)]] as const) : []),
    ...(receipt.media > 0 ? ([["pictures", t("saved.pictures"), count(receipt.media)]] as const) : []),
    ...chosenLines(words, model, row),
    ...chatLines(words, row),
    ["text", t("saved.text"), kept(receipt.text)],
    ["source", t("saved.source"), kept(receipt.source)],
    ...(receipt.seconds === null
      ? []
      : ([
          ["seconds", t("saved.seconds"), t("saved.secondsValue", { n: format.number(receipt.seconds) })],
        ] as const)),
    ["size", t("saved.size"), format.size(row.bytes)],
  ]
  return el(
    "dl",
    { id: "receipt", class: "receipt" },
    ...lines.map(([name, label, value]) =>
      el("div", { "data-line": name }, el("dt", {}, label), el("dd", {}, value)),
    ),
  )
}

/** Those of the capture, and of what was read again since. */
function renderRequests({ t }: Words, { readings }: Model, row: CaptureRow): HTMLElement | null {
  const own = readings.filter(({ of }) => of === row.id)
  const n = own.reduce((sum, reading) => sum + requestsOf(reading), row.requests.length)
  return n === 0 ? null : el("p", { id: "requests", class: "small soft" }, t("saved.requests", { n }))
}

function renderStamps(words: Words, { stamps, anchors }: Model, row: CaptureRow): HTMLElement | null {
  const own = stamps.filter(({ of }) => of === row.id)
  const anchored = anchors.filter(({ of }) => of === row.id)
  if (own.length + anchored.length === 0) return null
  return el(
    "ul",
    { id: "stamps", class: "sentences small" },
    ...own.map(stamp => el("li", { "data-state": stamp.state }, stampSentence(words, row, stamp))),
    ...anchored.map(anchor => el("li", { "data-anchor": anchor.state }, anchorSentence(words, anchor))),
  )
}

/** Where the computer's clock differs from another: what to say of it when somebody asks. */
function renderClock(words: Words, { stamps }: Model, row: CaptureRow): HTMLElement | null {
  const own = stamps
    .filter(({ of }) => of === row.id)
    .filter(isReceived)
    .map(clockStamp)
  const { httpDate, endedAt } = row
  const found = clockFindings({ httpDate, wallMinusMonotonicMs: null, endedWall: endedAt ?? "" }, own)
  const told = found.filter(isOdd).map(clockSentences[words.language])
  if (told.length === 0) return null
  return el(
    "section",
    { id: "clock", class: "small" },
    el("h3", { class: "small soft" }, words.t("saved.clock")),
    el("ul", { class: "sentences" }, ...told.map(said => el("li", {}, said))),
  )
}

function isOdd(found: ClockFinding): boolean {
  if (found.kind === "server" || found.kind === "authority") return found.seconds !== 0
  return found.kind === "ahead-of-authority" || found.kind === "behind-authority"
}

function renderMissing(words: Words, row: CaptureRow): HTMLElement {
  const { t } = words
  return el(
    "section",
    { class: "note note-warn" },
    el("h3", {}, t("saved.gaps", { n: row.gaps.length })),
    renderGaps(words, row),
  )
}

function renderFailedSteps({ t }: Words, steps: readonly StepRecord[]): HTMLElement {
  return el(
    "details",
    { id: "failed-steps", class: "small" },
    el("summary", {}, t("saved.steps")),
    el(
      "ul",
      { class: "sentences" },
      ...steps.map(step => {
        const said = errorSentences(t, step.code ?? "internal")
        return el(
          "li",
          { "data-step": step.name, "data-code": said.code },
          el("strong", {}, t(`step.${step.name}`)),
          ` ${said.cause} `,
          el("code", { class: "code" }, said.code),
        )
      }),
    ),
  )
}

/** What was discarded, and the way back. */
export function renderDiscarded({ t }: Words, model: Model, item: number, captureId: string): HTMLElement {
  return el(
    "div",
    { class: "view" },
    el("h2", { id: "heading", tabindex: "-1" }, t("discarded.title", { item: itemLabel(item) })),
    el("p", {}, t("discarded.body")),
    el(
      "div",
      { class: "actions" },
      button(
        "restore",
        "plain",
        { id: "restore", "data-capture": captureId, ...busyIf(model.pending !== null) },
        t("discarded.restore"),
      ),
      button("home", "quiet", { id: "back" }, t("saved.done")),
    ),
  )
}
