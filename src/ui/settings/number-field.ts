/** A field for a whole number, which says what it may hold. */
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"

export interface Range {
  readonly least: number
  readonly most: number
}

export interface NumberField {
  /** Of the form that it stands in: ids begin with it. */
  readonly form: string
  readonly name: string
  readonly label: string
  readonly range: Range
  /** Null for an empty field. */
  readonly value: number | null
  /** True where no such number was entered. */
  readonly isWrong: boolean
}

export function renderNumber(
  { t, format }: Words,
  { form, name, label, range, value, isWrong }: NumberField,
): HTMLElement {
  const said = { least: format.number(range.least), most: format.number(range.most) }
  const id = `${form}-${name}-range`
  return el(
    "label",
    {},
    el("span", {}, label),
    el("input", {
      name,
      type: "text",
      inputmode: "numeric",
      autocomplete: "off",
      value: value === null ? "" : String(value),
      "aria-invalid": isWrong ? "true" : null,
      "aria-describedby": id,
    }),
    el(
      "span",
      { id, class: isWrong ? "small note note-problem" : "small soft" },
      t(isWrong ? "endless.wrong" : "endless.range", said),
    ),
  )
}

export const textOf = (value: FormDataEntryValue | null): string =>
  typeof value === "string" ? value.trim() : ""

/** The number that was entered, in digits of any width; null where it is none, or out of range. */
export function numberIn(value: FormDataEntryValue | null, { least, most }: Range): number | null {
  const text = textOf(value).normalize("NFKC")
  const number = /^\d{1,9}$/.test(text) ? Number(text) : NaN
  return number >= least && number <= most ? number : null
}
