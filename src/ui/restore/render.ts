/** The page as a function of its model. */
import { busyIf } from "../parts/busy.ts"
import { errorSentences } from "../../i18n/sentences.ts"
import { told } from "../../i18n/verdict/told.ts"
import { el } from "../parts/dom.ts"
import { inertText } from "../parts/inert-text.ts"
import { renderProblemOf } from "../parts/problem.ts"
import { renderResult } from "../verify/result.ts"
import { type Speech } from "../verify/speech.ts"
import { button } from "./button.ts"
import { type Model, type Stage } from "./model.ts"
import { renderDone, renderReady, renderWriting } from "./render-plan.ts"

export function renderPage(speech: Speech, model: Model): HTMLElement {
  const { t } = speech
  const { stage, isTest } = model
  return el(
    "main",
    { id: "view" },
    renderProblemOf(speech, model.problem),
    el("p", { id: "why" }, t(isTest ? "restore.testWhy" : "restore.why")),
    stage.at === "choose" ? renderUnfinished(speech, model) : null,
    stage.at === "choose" ? renderFile(speech) : renderName(model),
    renderWaiting(speech, model),
    renderStage(speech, model, stage),
  )
}

function renderStage(speech: Speech, model: Model, stage: Stage): HTMLElement | null {
  switch (stage.at) {
    case "choose":
      return null
    case "locked":
      return renderLocked(speech, stage)
    case "checking":
      return renderChecking(speech, stage)
    case "refused":
      return renderRefused(speech, model, stage)
    case "ready":
      return renderReady(speech, model, stage)
    case "writing":
      return renderWriting(speech, stage)
    case "done":
      return renderDone(speech, stage)
  }
}

function renderUnfinished({ t, format }: Speech, { unfinished }: Model): HTMLElement | null {
  if (unfinished === null) return null
  const { fileName, done, total } = unfinished
  const name = inertText(fileName, 120)
  return el(
    "p",
    { id: "unfinished", class: "note note-warn" },
    t("restore.unfinished", { name, done: format.number(done), total: format.number(total) }),
  )
}

const renderFile = ({ t }: Speech): HTMLElement =>
  el(
    "form",
    { id: "inputs" },
    el(
      "div",
      { class: "drop" },
      el(
        "label",
        { for: "file" },
        el("span", {}, `${t("restore.drop")} `),
        el("span", { class: "drop-button" }, t("restore.choose")),
      ),
      el("input", { id: "file", type: "file", multiple: true, accept: ".zip,.age,application/zip" }),
    ),
    el("p", { class: "small soft" }, t("restore.local")),
  )

/** The files that were given after the one that is shown: none is dropped for another. */
const renderWaiting = ({ t }: Speech, { waiting, stage }: Model): HTMLElement | null =>
  waiting === 0
    ? null
    : el(
        "p",
        { id: "waiting", class: "row", role: "status" },
        el("span", {}, t("restore.waiting", { n: waiting })),
        // Elsewhere the button beside what is shown leads on.
        stage.at === "choose" ? button("again", "plain", t("restore.next")) : null,
      )

const renderName = ({ file }: Model): HTMLElement | null =>
  file === null ? null : el("p", { id: "name" }, el("bdi", { class: "strong" }, inertText(file.name, 200)))

function renderLocked({ t }: Speech, { busy }: Extract<Stage, { at: "locked" }>): HTMLElement {
  const field = (id: string, label: string, autocomplete: string) =>
    el(
      "label",
      { class: "field", for: id },
      el("span", {}, label),
      el("input", { id, name: id, type: "password", autocomplete, spellcheck: "false", disabled: busy }),
    )
  return el(
    "form",
    { id: "locked", class: "fields", "aria-labelledby": "heading" },
    el("h2", { id: "heading", tabindex: "-1" }, t("restore.encrypted")),
    field("passphrase", t("restore.passphrase"), "off"),
    field("identity", t("restore.identity"), "off"),
    el("p", { class: "small soft" }, t("restore.secretStays")),
    el(
      "div",
      { class: "row actions" },
      el(
        "button",
        { type: "submit", class: "button-main", ...busyIf(busy) },
        t(busy ? "restore.unlocking" : "restore.unlock"),
      ),
      busy ? null : button("again", "quiet", t("restore.another")),
    ),
  )
}

function renderChecking({ t, format }: Speech, { read, total }: Extract<Stage, { at: "checking" }>) {
  const said = { done: format.size(read), total: format.size(total) }
  return el(
    "section",
    { id: "checking", "aria-labelledby": "heading" },
    el("h2", { id: "heading", tabindex: "-1" }, t("restore.checking")),
    el("progress", { "aria-labelledby": "heading", max: String(Math.max(total, 1)), value: String(read) }),
    el(
      "p",
      { class: "row" },
      el("span", {}, t("restore.progress", said)),
      button("again", "quiet", t("restore.cancel")),
    ),
  )
}

/** The reason is the first fault, in the verifier's own words; all of them stand below. */
function renderRefused(
  speech: Speech,
  { file }: Model,
  stage: Extract<Stage, { at: "refused" }>,
): HTMLElement {
  const { t, verdict } = speech
  const { layers, title } = told(stage.result, verdict)
  const first = layers.find(({ outcome }) => outcome === "fail" || outcome === "unknown")
  const reason = first?.sentences[0] ?? title
  const { code, next } = errorSentences(t, "restore/refused")
  // What cannot be unzipped at all shows nobody a picture.
  const isReadable = layers.some(
    ({ layer, outcome }) => layer === "archive" && (outcome === "pass" || outcome === "warn"),
  )
  const shown = { name: file?.name ?? "", bytes: file?.bytes ?? 0 }
  return el(
    "section",
    { id: "refused", "aria-labelledby": "heading" },
    el(
      "div",
      { class: "note note-problem", role: "alert" },
      el("h2", { id: "heading", tabindex: "-1" }, t("restore.refused", { reason: reason.slice(0, 300) })),
      el("p", { id: "refused-view" }, t("restore.refusedView")),
      isReadable ? el("p", { id: "refused-unzip" }, t("restore.refusedUnzip")) : null,
      el("p", {}, next),
      el("code", { class: "code" }, code),
    ),
    el(
      "div",
      { class: "row actions" },
      el("a", { id: "view-there", href: "verify.html" }, t("restore.view")),
      button("again", "plain", t("restore.another")),
    ),
    renderResult(
      speech,
      { at: "done", file: shown, checkedAt: stage.checkedAt, result: stage.result },
      "no",
      "result-title",
    ),
  )
}
