/** The steps of a guided recording, each with what to do, and how it stands. */
import { hostOf } from "../../core/address.ts"
import { type ProcedureLine } from "../../core/procedure/entry.ts"
import { LONGEST_REASON } from "../../core/procedure/parse.ts"
import { type StepStanding, standingOf, timePages } from "../../core/procedure/steps.ts"
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"
import { type Model } from "./model.ts"

export function renderSteps(words: Words, { procedure, skipping }: Model): HTMLElement | null {
  if (procedure.length === 0) return null
  const { t } = words
  const standing = standingOf(procedure)
  const next = standing.find(({ state }) => state === "open")?.step ?? null
  const count = (kind: ProcedureLine["kind"]) => procedure.filter(line => line.kind === kind).length
  return el(
    "section",
    { id: "steps", "aria-labelledby": "steps-title" },
    el("h3", { id: "steps-title" }, t("procedure.title")),
    el(
      "p",
      { id: "heard", class: "small soft" },
      `${t("procedure.heardPages", { n: count("page") })} ${t("procedure.heardClicks", { n: count("click") })}`,
    ),
    el(
      "ol",
      { class: "steps" },
      ...standing.map(each => renderStep(words, each, each.step === next, each.step === skipping)),
    ),
    el("p", { class: "small soft" }, t("procedure.sameTab")),
  )
}

function renderStep(words: Words, standing: StepStanding, isNext: boolean, isSkipping: boolean): HTMLElement {
  const { t } = words
  const { step, state } = standing
  const why = [
    el("p", { class: "small" }, t(`procedure.why.${step}`)),
    step === "self-check" && state === "open" ? renderSelfCheckButton(words) : null,
    step === "time-start" || step === "time-end" ? renderTimePages(words) : null,
  ]
  return el(
    "li",
    { id: `step-${step}`, "data-state": state, class: isNext ? "next" : null },
    el("h4", {}, t(`procedure.step.${step}`)),
    isNext ? el("div", {}, ...why) : null,
    !isNext && state === "open"
      ? el("details", {}, el("summary", { class: "small" }, t("procedure.more")), ...why)
      : null,
    state === "open" ? null : el("p", { class: "small soft" }, saidOf(words, standing)),
    isSkipping ? renderSkipping(words, step) : renderButtons(words, standing),
  )
}

function renderButtons({ t }: Words, { step: name, state }: StepStanding): HTMLElement {
  const step = t(`procedure.step.${name}`)
  const button = (act: string, label: string, spoken: string) =>
    el(
      "button",
      { type: "button", class: "button-quiet", "data-act": act, "data-step": name, "aria-label": spoken },
      label,
    )
  return el(
    "div",
    { class: "actions" },
    ...(state === "open"
      ? [
          button("tick", t("procedure.tick"), t("procedure.tickName", { step })),
          button("skip", t("procedure.skip"), t("procedure.skipName", { step })),
        ]
      : [button("undo", t("procedure.undo"), t("procedure.undoName", { step }))]),
  )
}

function renderSkipping({ t }: Words, step: StepStanding["step"]): HTMLElement {
  return el(
    "form",
    { id: "skipping", "data-step": step },
    el("label", { for: "skip-reason" }, t("procedure.reason")),
    el("input", { id: "skip-reason", type: "text", required: true, maxlength: String(LONGEST_REASON) }),
    el(
      "div",
      { class: "actions" },
      el("button", { type: "submit", id: "skip-keep" }, t("procedure.skipKeep")),
      el("button", { type: "button", class: "button-quiet", "data-act": "cancel" }, t("procedure.cancel")),
    ),
  )
}

const renderSelfCheckButton = ({ t }: Words): HTMLElement =>
  el(
    "button",
    { type: "button", id: "open-self-check", class: "button-plain", "data-act": "self-check" },
    t("selfCheck.open"),
  )

const renderTimePages = ({ t }: Words): HTMLElement =>
  el(
    "p",
    { class: "actions" },
    ...timePages.map(url =>
      el(
        "button",
        { type: "button", class: "button-quiet", "data-act": "open", "data-url": url },
        t("procedure.open", { host: hostOf(url) ?? url }),
      ),
    ),
  )

function saidOf({ t, format }: Words, { state, by, ms, reason }: StepStanding): string {
  const time = format.elapsed(ms ?? 0)
  if (state === "skipped") return t("procedure.skipped", { time, reason: reason ?? "" })
  return t(by === "facts" ? "procedure.byFacts" : "procedure.byUser", { time })
}
