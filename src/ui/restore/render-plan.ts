/** What would be written of a bundle that holds, where it goes, and what came of it. */
import { itemName } from "../../core/evidence.ts"
import { type BundleCase } from "../../core/restore/open.ts"
import { shownCodes } from "../../i18n/shown-code.ts"
import { caseOption, openCases } from "../parts/case-options.ts"
import { el } from "../parts/dom.ts"
import { inertText, inFours } from "../parts/inert-text.ts"
import { itemLabel } from "../parts/item.ts"
import { renderResult } from "../verify/result.ts"
import { type Speech } from "../verify/speech.ts"
import { button } from "./button.ts"
import { casesToPlace, keyOf, type Model, NEW_CASE, type Ready, shortDevice, type Stage } from "./model.ts"

export function renderReady(
  speech: Speech,
  model: Model,
  stage: Extract<Stage, { at: "ready" }>,
): HTMLElement {
  const { t } = speech
  const file = { name: model.file?.name ?? "", bytes: model.file?.bytes ?? 0 }
  const wanted = stage.plan.filter(({ what }) => what !== "same").length
  return el(
    "section",
    { id: "ready", "aria-labelledby": "heading" },
    model.isTest ? renderTest(speech, stage) : renderCounts(speech, stage),
    renderDevice(speech, model, stage),
    model.isTest || wanted === 0
      ? el("div", { class: "row actions" }, button("again", "plain", t("restore.another")))
      : renderPlaces(speech, model, stage, wanted),
    renderResult(speech, { at: "done", file, checkedAt: stage.checkedAt, result: stage.result }, "no", "result-title"),
  )
}

function renderCounts({ t }: Speech, { plan }: Ready): HTMLElement {
  const of = (what: "new" | "same" | "conflict") => plan.filter(each => each.what === what)
  const [fresh, same, conflicts] = [of("new"), of("same"), of("conflict")]
  const wanted = fresh.length + conflicts.length
  const trashed = plan.filter(each => each.what === "same" && each.held.isTrashed).length
  return el(
    "div",
    { id: "counts" },
    el(
      "h2",
      { id: "heading", tabindex: "-1" },
      wanted === 0 ? t("restore.nothing") : t("restore.new", { n: wanted }),
    ),
    same.length === 0 ? null : el("p", { id: "same" }, t("restore.same", { n: same.length })),
    trashed === 0 ? null : el("p", { id: "trashed" }, t("restore.trashed", { n: trashed })),
    conflicts.length === 0
      ? null
      : el("p", { id: "conflicts", class: "note note-warn" }, t("restore.conflict", { n: conflicts.length })),
  )
}

/** Held against what is here outside the trash. */
function renderTest({ t, format }: Speech, { opened, plan, held }: Ready): HTMLElement {
  const n = opened.items.length
  const files = opened.items.reduce((sum, item) => sum + item.files.length, 0)
  const same = plan.filter(({ what }) => what === "same").length
  const there = new Set(opened.items.map(({ record }) => record))
  const missing = held.filter(
    ({ record, isTrashed }) => !isTrashed && record !== null && !there.has(record),
  ).length
  return el(
    "div",
    { id: "tested", class: missing > 0 ? "note note-warn" : "note note-calm" },
    el("h2", { id: "heading", tabindex: "-1" }, t("restore.testOk", { n, files: format.number(files) })),
    el("p", { id: "test-same" }, t("restore.testSame", { n: same })),
    el(
      "p",
      { id: "test-missing" },
      missing > 0 ? t("restore.testMissing", { n: missing }) : t("restore.testAll"),
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
      t("restore.begin", { n: wanted }),
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

/** More lines than this are a screen that nobody reads; the library has them all. */
const SHOWN = 100

export function renderDone({ t }: Speech, { outcome, stopped }: Extract<Stage, { at: "done" }>): HTMLElement {
  const { written, failed } = outcome
  const n = written.length
  const said = stopped ? t("restore.stopped", { n }) : t("restore.done", { n })
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
    failed.length === 0
      ? null
      : el(
          "div",
          { class: "note note-problem", role: "alert" },
          el("p", {}, t("restore.failed", { n: failed.length })),
          el(
            "ul",
            {},
            ...failed.slice(0, SHOWN).map(({ from, code }) => el("li", {}, `${from} · ${shownCodes[code]}`)),
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
              .map(({ from, item }) => el("li", {}, t("restore.number", { from, to: itemLabel(item) }))),
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
