/** How far a page without an end is followed: the three numbers, and what was entered. */
import { type CaptureLimits, type CaptureOptions, limitRange } from "../../core/capture-options.ts"
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"
import { type Model } from "./model.ts"
import { numberIn, renderNumber, textOf } from "./number-field.ts"

export const LIMITS_FORM = "limits-form"

const names = ["screens", "seconds", "items"] as const
type LimitName = keyof CaptureLimits

/** What became of the last entry: `wrong` names the fields that hold no such number. */
export interface LimitsNote {
  readonly kept: boolean
  readonly wrong: readonly LimitName[]
}

export function renderLimits(
  words: Words,
  { options, limitsNote }: Pick<Model, "options" | "limitsNote">,
): HTMLElement {
  const { t } = words
  return el(
    "section",
    { id: "limits", "aria-labelledby": "limits-title" },
    el("h3", { id: "limits-title" }, t("endless.title")),
    el("p", {}, t("endless.what")),
    el(
      "form",
      { id: LIMITS_FORM, class: "fields", novalidate: true },
      ...names.map(name =>
        renderNumber(words, {
          ...{ form: "limits", name, range: limitRange, value: options?.limits[name] ?? null },
          label: words.t(`endless.${name}`),
          isWrong: limitsNote.wrong.includes(name),
        }),
      ),
      el("button", { type: "submit", class: "button-plain", disabled: options === null }, t("endless.keep")),
    ),
    el("p", { id: "limits-kept", role: "status" }, limitsNote.kept ? t("endless.kept") : ""),
  )
}

/** The numbers that were entered, or which fields hold none that a capture can end by. */
export function readLimits(entered: FormData): CaptureLimits | readonly LimitName[] {
  const [screens, seconds, items] = names.map(name => numberIn(entered.get(name), limitRange))
  const isOpen = textOf(entered.get("items")) === ""
  if (screens != null && seconds != null && (isOpen || items != null)) {
    return { screens, seconds, items: isOpen ? null : (items ?? null) }
  }
  const wrong = { screens: screens === null, seconds: seconds === null, items: !isOpen && items === null }
  return names.filter(name => wrong[name])
}

/** Others than the limits stay as they were chosen. */
export const withLimits = (options: CaptureOptions, limits: CaptureLimits): CaptureOptions => ({
  ...options,
  limits,
})
