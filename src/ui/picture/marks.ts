/** The marks in words and numbers, so that each can be made, moved and said by keyboard alone. */
import { busyIf } from "../parts/busy.ts"
import { type Words } from "../../i18n/words.ts"
import { LONGEST_NOTE } from "../../core/picture/annotations.ts"
import { type Size } from "../../core/picture/area.ts"
import { type Child, el } from "../parts/dom.ts"
import { inertText } from "../parts/inert-text.ts"
import { isUnkept, type Shape } from "./draft.ts"
import { type Model } from "./model.ts"
import { button } from "./viewer.ts"

export const fieldNames = ["x", "y", "width", "height"] as const
export type FieldName = (typeof fieldNames)[number]

export function renderMarks(words: Words, { content, draft, versions, busy }: Model): HTMLElement | null {
  if (content.at !== "shown") return null
  const { t, format } = words
  const newest = versions.at(-1)
  const isChanged = isUnkept(draft)
  const state = isChanged
    ? t("picture.unkept")
    : newest === undefined
      ? t("picture.noneKept")
      : t("picture.keptAt", { time: format.time(newest.at), n: versions.length })
  return el(
    "section",
    { id: "marks", "aria-labelledby": "marks-title", "data-unkept": String(isChanged) },
    el("h2", { id: "marks-title", tabindex: "-1" }, t("picture.marks")),
    el("p", { class: "small soft" }, t("picture.marksWhat")),
    draft.shapes.length === 0
      ? el("p", { class: "soft" }, t("picture.marksNone"))
      : el(
          "ol",
          { class: "marks" },
          ...draft.shapes.map((shape, index) =>
            renderMark(words, shape, index, index === draft.selected, content.size),
          ),
        ),
    el(
      "div",
      { class: "row-acts" },
      button(t("picture.keep"), {
        ...{ id: "keep-marks", class: "button-plain", "data-act": "keep" },
        ...busyIf(!isChanged || busy !== "no"),
      }),
      el("span", { id: "marks-state", class: "small soft" }, state),
    ),
  )
}

function renderMark(words: Words, shape: Shape, index: number, isSelected: boolean, size: Size): HTMLElement {
  const { t, format } = words
  const { kind, x, y, width, height, note } = shape
  const n = format.number(index + 1)
  const [wide, high] = [format.number(width), format.number(height)]
  const what = t("picture.mark", { n, kind: t(`picture.kind.${kind}`), wide, high })
  const at = String(index)
  const children: Child[] = [
    el(
      "div",
      { class: "row" },
      button(what, {
        ...{ id: `select-${at}`, class: "button-link", "data-act": "select", "data-index": at },
        "aria-expanded": String(isSelected),
      }),
      note === "" ? null : el("bdi", { class: "small soft" }, inertText(note, 80)),
      button(t("picture.delete"), {
        ...{ id: `delete-${at}`, class: "button-quiet", "data-act": "delete", "data-index": at },
        "aria-label": t("picture.deleteOf", { what }),
      }),
    ),
    isSelected ? renderForm(words, shape, size) : null,
  ]
  return el("li", { "data-kind": kind, "data-place": [x, y, width, height].join(" ") }, ...children)
}

function renderForm({ t }: Words, shape: Shape, size: Size): HTMLElement {
  const most = { x: size.width - 1, y: size.height - 1, width: size.width, height: size.height }
  return el(
    "div",
    { class: "mark-form" },
    ...fieldNames.map(name =>
      el(
        "label",
        { for: `mark-${name}` },
        el("span", { class: "small" }, t(`picture.field.${name}`)),
        el("input", {
          ...{ id: `mark-${name}`, type: "number", "data-field": name, "data-value": String(shape[name]) },
          ...{ step: "1", min: name === "x" || name === "y" ? "0" : "1", max: String(most[name]) },
        }),
      ),
    ),
    // What is covered is said by the copy's record; a note would be kept nowhere.
    shape.kind === "cover"
      ? null
      : el(
          "label",
          { for: "mark-note", class: "mark-note" },
          el("span", { class: "small" }, t("picture.field.note")),
          el("input", {
            ...{ id: "mark-note", type: "text", "data-field": "note", "data-value": shape.note },
            maxlength: String(LONGEST_NOTE),
          }),
        ),
  )
}
