/** What would be written of a bundle that holds, where it goes, and what came of it. */
import { itemName } from "../../core/evidence.ts"
import { type BundleCase } from "../../core/restore/open.ts"
import { isWhole } from "../../core/restore/plan.ts"
import { shownCodes } from "../../i18n/shown-code.ts"
import { caseOption, openCases } from "../parts/case-options.ts"
import { el } from "../parts/dom.ts"
import { inertText, inFours } from "../parts/inert-text.ts"
import { itemLabel } from "../parts/item.ts"
import { renderResult } from "../verify/result.ts"
import { type Speech } from "../verify/speech.ts"
import { button } from "./button.ts"
import {
  casesToPlace,
  keyOf,
  type Model,
  moreCount,
  NEW_CASE,
  type Ready,
  shortDevice,
  type Stage,
} from "./model.ts"
import { renderCounts, renderTest } from "./render-counts.ts"

export function renderReady(
  speech: Speech,
  model: Model,
  stage: Extract<Stage, { at: "ready" }>,
): HTMLElement {
  const { t } = speech
  const file = { name: model.file?.name ?? "", bytes: model.file?.bytes ?? 0 }
  const wanted = stage.plan.filter(isWhole).length
  return el(
    "section",
    { id: "ready", "aria-labelledby": "heading" },
    model.isTest ? renderTest(speech, stage) : renderCounts(speech, stage),
    renderDevice(speech, model, stage),
    model.isTest || wanted + moreCount(stage) === 0
      ? el("div", { class: "row actions" }, button("again", "plain", t("restore.another")))
      : renderPlaces(speech, model, stage, wanted),
    renderResult(
      speech,
      { at: "done", file, checkedAt: stage.checkedAt, result: stage.result },
      "no",
      "result-title",
    ),
  )
}

const renderDevice = ({ t }: Speech, { ownKey }: Model, { opened: { device } }: Ready): HTMLElement =>
  el(
    "div",
    { id: "device" },
    el("p", { class: "strong" }, t("restore.device")),
    el("code", { class: "digits" }, inFours(device)),
    el("p", { class: "small" }, t(device === ownKey ? "restore.ownDevice" : "restore.otherDevice")),
  )

function renderPlaces(speech: Speech, model: Model, ready: Ready, wanted: number): HTMLElement {
  const { t } = speech
  const places = casesToPlace(ready)
  const isOpen = places.some(place => (model.chosen[keyOf(place)] ?? "") === "")
  return el(
    "form",
    { id: "places", class: "fields" },
    ...places.map(place => renderPlace(speech, model, ready, place)),
    el(
      "button",
      { type: "submit", id: "begin", class: "button-main", disabled: isOpen },
      wanted === 0 ? t("restore.beginMore") : t("restore.begin", { n: wanted }),
    ),
  )
}

/** How a case of the bundle is called, or would be here. */
export const titleOf = ({ t }: Pick<Speech, "t">, { opened }: Ready, place: BundleCase | null): string =>
  inertText(place?.title ?? t("restore.caseFrom", { device: shortDevice(opened.device) }), 80)

function renderPlace(speech: Speech, model: Model, ready: Ready, place: BundleCase | null): HTMLElement {
  const { t } = speech
  const key = keyOf(place)
  const name = titleOf(speech, ready, place)
  const isNamed = place !== null && place.title !== null
  const sameName = isNamed && model.cases.some(row => row.name === place.title)
  return el(
    "label",
    { class: "field", for: `place-${key}` },
    el(
      "span",
      {},
      place === null
        ? t("restore.noCase")
        : t("restore.case", { name: place.title === null ? place.number : name }),
    ),
    el(
      "select",
      { id: `place-${key}`, name: key, "data-value": model.chosen[key] ?? "" },
      el("option", { value: "" }, t("restore.chooseCase")),
      el("option", { value: NEW_CASE }, t("restore.newCase", { name })),
      ...openCases(model.cases).map(row => caseOption(speech, row)),
    ),
    sameName ? el("span", { class: "small" }, t("restore.sameName")) : null,
  )
}

export function renderWriting({ t, format }: Speech, { done, total }: Extract<Stage, { at: "writing" }>) {
  const said = { done: format.number(done), total: format.number(total) }
  return el(
    "section",
    { id: "writing", "aria-labelledby": "heading" },
    el("h2", { id: "heading", tabindex: "-1" }, t("restore.writing")),
    el("progress", { "aria-labelledby": "heading", max: String(Math.max(total, 1)), value: String(done) }),
    el(
      "p",
      { class: "row" },
      el("span", {}, t("restore.written", said)),
      button("stop", "quiet", t("restore.stop")),
    ),
    el("p", { class: "small soft" }, t("restore.keepOpen")),
  )
}

/** As it was called where it comes from: a person sees E-001, the folder of the bundle is e001. */
const labelOf = (folder: string): string => {
  const number = /^e(\d+)$/.exec(folder)?.[1]
  return number === undefined ? folder : itemLabel(Number(number))
}

/** More lines than this are a screen that nobody reads; the library has them all. */
const SHOWN = 100

export function renderDone(
  { t }: Speech,
  { outcome, stopped, isMore }: Extract<Stage, { at: "done" }>,
): HTMLElement {
  const { written, added, failed } = outcome
  const n = written.length
  const said = stopped
    ? t("restore.stopped", { n })
    : n === 0 && isMore
      ? t("restore.doneMore")
      : t("restore.done", { n })
  const moved = written.filter(({ from, item }) => from !== itemName(item))
  return el(
    "section",
    {
      id: "done",
      "aria-labelledby": "heading",
      "data-written": String(n),
      "data-failed": String(failed.length),
    },
    el("h2", { id: "heading", tabindex: "-1" }, said),
    added.length === 0 ? null : el("p", { id: "added" }, t("restore.added", { n: added.length })),
    failed.length === 0
      ? null
      : el(
          "div",
          { class: "note note-problem", role: "alert" },
          el("p", {}, t("restore.failed", { n: failed.length })),
          el(
            "ul",
            {},
            ...failed
              .slice(0, SHOWN)
              .map(({ from, code }) => el("li", {}, `${labelOf(from)} · ${shownCodes[code]}`)),
          ),
        ),
    moved.length === 0
      ? null
      : el(
          "div",
          { id: "numbers" },
          el("p", { class: "strong" }, t("restore.numbers")),
          el(
            "ul",
            {},
            ...moved
              .slice(0, SHOWN)
              .map(({ from, item }) =>
                el("li", {}, t("restore.number", { from: labelOf(from), to: itemLabel(item) })),
              ),
          ),
        ),
    el(
      "div",
      { class: "row actions" },
      el("a", { id: "to-library", href: "library.html" }, t("restore.library")),
      button("again", "plain", t("restore.another")),
    ),
  )
}
