/** A result as a person reads it, on the screen and on paper: the verdict first, then a line a layer, then the limits. */
import { type Outcome, type Verdict } from "../../core/verify/finding.ts"
import { type ToldLayer, told } from "../../i18n/verdict/told.ts"
import { el } from "../parts/dom.ts"
import { inertText, inFours } from "../parts/inert-text.ts"
import { button } from "./act.ts"
import { type Model, type Stage } from "./model.ts"
import { type Speech } from "./speech.ts"

type Done = Extract<Stage, { at: "done" }>

/** Beside the words, never in their place. */
const marks: Readonly<Record<Outcome, string>> = { pass: "✓", fail: "✕", warn: "!", none: "–", unknown: "?" }
const verdictMarks: Readonly<Record<Verdict, string>> = {
  "sealed-and-timestamped": "✓",
  "time-pending": "✓",
  "integrity-only": "✓",
  damaged: "✕",
  "cannot-tell": "?",
}

/** A sentence may name what a stranger called a file; the saved result has it whole. */
const LONGEST = 600

/** @param titleId of its heading; a page in which it is a part of something else has a heading of that name already */
export function renderResult(
  speech: Speech,
  { file, checkedAt, result }: Done,
  copied: Model["copied"],
  titleId = "heading",
) {
  const { t, format, verdict: words } = speech
  const { title, meaning, automation, layers, fingerprint } = told(result, words)
  return el(
    "section",
    { id: "result", "data-verdict": result.verdict, "aria-labelledby": titleId },
    el(
      "div",
      { class: `verdict verdict-${result.verdict}` },
      mark(verdictMarks[result.verdict]),
      el("h2", { id: titleId, tabindex: "-1" }, title),
      el("p", {}, meaning),
      automation === null ? null : el("p", { id: "automation", class: "strong" }, automation),
    ),
    el(
      "dl",
      { class: "receipt receipt-wide" },
      fact(t("verify.file"), el("bdi", {}, inertText(file.name, 200))),
      fact(t("verify.size"), format.size(file.bytes)),
      fact(t("verify.at"), format.time(checkedAt)),
    ),
    el("h3", { id: "layers-title" }, t("verify.layers")),
    el(
      "ul",
      { id: "layers", class: "layers", "aria-labelledby": "layers-title" },
      ...layers.map(layer => renderLayer(speech, layer)),
    ),
    fingerprint === null ? null : renderFingerprint(speech, fingerprint, copied),
    el("h3", {}, words.limitsTitle),
    el("ul", { id: "limits", class: "sentences" }, ...words.limits.map(limit => el("li", {}, limit))),
    el(
      "div",
      { class: "row actions" },
      button("save", "plain", { id: "save" }, t("verify.save")),
      button("print", "quiet", { id: "print" }, t("verify.print")),
    ),
  )
}

const mark = (sign: string): HTMLElement => el("span", { class: "sign", "aria-hidden": "true" }, sign)

const fact = (label: string, value: HTMLElement | string): HTMLElement =>
  el("div", {}, el("dt", {}, label), el("dd", {}, value))

function renderLayer({ t }: Speech, { layer, outcome, name, outcomeWord, sentences, more }: ToldLayer) {
  return el(
    "li",
    { class: `layer layer-${outcome}`, "data-layer": layer, "data-outcome": outcome },
    mark(marks[outcome]),
    el("span", { class: "strong" }, name),
    el("span", { class: "outcome" }, outcomeWord),
    ...sentences.map(text => el("p", { class: "small" }, shortened(text))),
    more > 0 ? el("p", { class: "small strong" }, t("verify.more", { n: more })) : null,
  )
}

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)

function renderFingerprint({ t, verdict: words }: Speech, sha256: string, copied: Model["copied"]) {
  return el(
    "section",
    { id: "fingerprint", "aria-labelledby": "fingerprint-title" },
    el(
      "div",
      { class: "row" },
      el("h3", { id: "fingerprint-title" }, words.fingerprintTitle),
      button(
        "copy",
        "plain",
        { id: "copy", "data-text": sha256 },
        t(copied === "yes" ? "export.copied" : "export.copy"),
      ),
    ),
    el("code", { id: "digits", class: "digits" }, inFours(sha256)),
    copied === "refused" ? el("p", { class: "note note-warn small" }, t("verify.copyRefused")) : null,
    el("p", { class: "small" }, words.fingerprintUse),
  )
}
