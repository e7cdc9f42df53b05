/** How far a page without an end is followed: the three numbers, and what was entered. */
import { type CaptureLimits, type CaptureOptions, limitRange } from "../../core/capture-options.ts"
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"
import { type Model } from "./model.ts"

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
    el("h2", { id: "limits-title" }, t("endless.title")),
    el("p", {}, t("endless.what")),
    el(
      "form",
      { id: LIMITS_FORM, class: "fields", novalidate: true },
      ...names.map(name =>
        renderField(words, name, options?.limits[name] ?? null, limitsNote.wrong.includes(name)),
      ),
      el("button", { type: "submit", class: "button-plain", disabled: options === null }, t("endless.keep")),
    ),
    el("p", { id: "limits-kept", role: "status" }, limitsNote.kept ? t("endless.kept") : ""),
  )
}

function renderField(
  { t, format }: Words,
  name: LimitName,
  value: number | null,
  isWrong: boolean,
): HTMLElement {
  const range = { least: format.number(limitRange.least), most: format.number(limitRange.most) }
  return el(
    "label",
    {},
    el("span", {}, t(`endless.${name}`)),
    el("input", {
      name,
      type: "text",
      inputmode: "numeric",
      autocomplete: "off",
      value: value === null ? "" : String(value),
      "aria-invalid": isWrong ? "true" : null,
      "aria-describedby": `limits-${name}-range`,
    }),
    el(
      "span",
      { id: `limits-${name}-range`, class: isWrong ? "small note note-problem" : "small soft" },
      t(isWrong ? "endless.wrong" : "endless.range", range),
    ),
  )
}

/** The numbers that were entered, or which fields hold none that a capture can end by. */
export function readLimits(entered: FormData): CaptureLimits | readonly LimitName[] {
  const [screens, seconds, items] = names.map(name => numberIn(entered.get(name)))
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

const textOf = (value: FormDataEntryValue | null): string => (typeof value === "string" ? value.trim() : "")

function numberIn(value: FormDataEntryValue | null): number | null {
  const text = textOf(value).normalize("NFKC")
  const number = /^\d{1,9}$/.test(text) ? Number(text) : NaN
  return number >= limitRange.least && number <= limitRange.most ? number : null
}
