/** What the user says of a field: what stands, all that was said before, and the form to say more. */
import { busyIf } from "../parts/busy.ts"
import { standing } from "../../core/corrections.ts"
import { type FieldName, fieldNames, kindOf, longestRaw } from "../../core/post-facts/fields.ts"
import { postWords } from "../../i18n/post-facts.ts"
import { type Words } from "../../i18n/words.ts"
import { type CorrectionRow } from "../../vault/correction-row.ts"
import { el } from "../parts/dom.ts"
import { inertText } from "../parts/inert-text.ts"
import { type Model } from "./model.ts"

/** Characters that are shown of one: all of it goes into bundles. */
const LONGEST = 600
const LONGEST_NOTE = 2_000

/** Carries the field that it is of, for {@link fieldOf}. */
export function correctButton({ t, language }: Words, name: FieldName, isMissing: boolean): HTMLElement {
  const what = postWords[language].fieldName(name)
  return el(
    "button",
    {
      type: "button",
      id: `correct-${name}`,
      class: "button-link",
      "data-act": "correct",
      "data-name": name,
      "aria-label": t(isMissing ? "item.fillInOf" : "item.correctOf", { what }),
    },
    t(isMissing ? "item.fillIn" : "item.correct"),
  )
}

export const fieldOf = (name: string | undefined): FieldName | null =>
  fieldNames.find(each => each === name) ?? null

/** Null where the user has said nothing of it. */
export function renderFilledIn(
  words: Words,
  { corrections }: Model,
  name: FieldName,
  isHidden: boolean,
): HTMLElement | null {
  const { t } = words
  const own = corrections.filter(({ field }) => field === name)
  const now = standing(corrections).get(name)
  if (own.length === 0) return null
  const newest = own.at(-1)
  return el(
    "div",
    { class: "filled", "data-filled": now === undefined ? "no" : "yes" },
    newest === undefined ? null : renderOne(words, newest, isHidden),
    own.length < 2
      ? null
      : el(
          "details",
          { class: "small" },
          el("summary", {}, t("item.history", { n: own.length })),
          el("ol", {}, ...own.map(row => el("li", {}, renderOne(words, row, isHidden)))),
        ),
  )
}

function renderOne({ t, format }: Words, { value, at, note }: CorrectionRow, isHidden: boolean): HTMLElement {
  const time = format.time(at)
  const why = isHidden || note === undefined ? "" : inertText(note, LONGEST)
  return el(
    "p",
    {},
    el("span", { class: "dot", "aria-hidden": "true" }, "○"),
    " ",
    value === null
      ? null
      : el("bdi", { class: "value" }, isHidden ? t("item.hidden") : inertText(value, LONGEST)),
    value === null ? null : " ",
    el("span", { class: "small soft" }, t(value === null ? "item.takenBackAt" : "item.correctAt", { time })),
    why === "" ? null : el("span", { class: "small" }, " · ", el("bdi", {}, why)),
  )
}

/** `read`: what was read, to begin with; null where nothing was. Where it is hidden, nothing is there to begin with. */
export function renderCorrectForm(
  words: Words,
  model: Model,
  name: FieldName,
  read: string | null,
  isHidden: boolean,
): HTMLElement {
  const { t, language } = words
  const what = postWords[language].fieldName(name)
  const filled = standing(model.corrections).get(name)?.value ?? null
  const begin = isHidden ? "" : (filled ?? read ?? "")
  const isLong = kindOf[name] === "words" || kindOf[name] === "addresses"
  const attributes = {
    id: "correct-value",
    maxlength: String(longestRaw(name)),
    "aria-describedby": "correct-what",
  }
  return el(
    "form",
    { id: "correct-form", class: "fields", "data-name": name },
    el(
      "label",
      {},
      t("item.correctValue", { what }),
      isLong
        ? el("textarea", { ...attributes, rows: "5" }, begin)
        : el("input", { ...attributes, type: "text", value: begin, autocomplete: "off" }),
    ),
    el(
      "label",
      {},
      t("item.correctNote"),
      el("input", {
        id: "correct-note",
        type: "text",
        maxlength: String(LONGEST_NOTE),
        autocomplete: "off",
      }),
    ),
    el("p", { id: "correct-what", class: "small soft" }, t("item.correctWhat")),
    el(
      "div",
      { class: "row-acts" },
      el(
        "button",
        { type: "submit", id: "correct-keep", class: "button-plain", ...busyIf(model.isKeeping) },
        t("item.correctKeep"),
      ),
      el(
        "button",
        { type: "button", class: "button-quiet", "data-act": "correct-cancel" },
        t("item.correctCancel"),
      ),
      filled === null
        ? null
        : el(
            "button",
            { type: "button", id: "correct-take-back", class: "button-quiet", "data-act": "take-back" },
            t("item.correctTakeBack"),
          ),
    ),
  )
}
