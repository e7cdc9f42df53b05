/** The picture itself, hidden until asked for, with its tools. Never anything but a picture of the browser's. */
import { busyIf } from "../parts/busy.ts"
import { type Area } from "../../core/marks.ts"
import { isInside, type Size } from "../../core/picture/area.ts"
import { type Words } from "../../i18n/words.ts"
import { type CaptureRow } from "../../vault/capture-row.ts"
import { type Attributes, el } from "../parts/dom.ts"
import { itemLabel } from "../parts/item.ts"
import { pictureName } from "../parts/picture.ts"
import { isFull } from "./draft.ts"
import { renderLayer } from "./layer.ts"
import { type Content, type Model, toolNames } from "./model.ts"

export function renderViewer(words: Words, model: Model, item: CaptureRow): HTMLElement {
  const { t } = words
  const { content } = model
  const isShown = content.at === "shown"
  return el(
    "section",
    { id: "viewer", "aria-labelledby": "viewer-title" },
    el(
      "div",
      { class: "row" },
      el("h2", { id: "viewer-title" }, t("picture.title")),
      button(t(isShown ? "picture.hide" : "picture.show"), {
        id: "show-content",
        class: isShown ? "button-quiet" : "button-plain",
        "data-act": isShown ? "hide" : "show",
        "aria-expanded": String(isShown),
        ...busyIf(content.at === "reading"),
        disabled: content.at === "damaged",
      }),
    ),
    content.at === "shown" ? renderTools(words, model) : null,
    content.at === "shown" ? renderStage(words, model, item, content) : renderHidden(words, content),
    content.at === "shown" ? el("p", { id: "keys", class: "small soft" }, t("picture.keys")) : null,
  )
}

function renderHidden({ t }: Words, { at }: Content): HTMLElement {
  if (at === "damaged")
    return el("p", { id: "damaged", class: "note note-problem" }, t("item.pictureDamaged"))
  return el("p", { id: "calm", class: "soft" }, t(at === "reading" ? "item.showing" : "picture.calm"))
}

function renderTools({ t, format }: Words, { tool, zoom, draft }: Model): HTMLElement {
  const zoomed = zoom === null ? t("picture.fit") : `${format.number(zoom)} %`
  return el(
    "div",
    { class: "tools" },
    el(
      "div",
      { class: "tool-group", role: "group", "aria-label": t("picture.tools") },
      ...toolNames.map(name =>
        button(t(`picture.tool.${name}`), {
          ...{ id: `tool-${name}`, class: "button-quiet", "data-act": "tool", "data-tool": name },
          "aria-pressed": String(name === tool),
        }),
      ),
      button(t("picture.add"), {
        ...{ id: "add", class: "button-quiet", "data-act": "add", ...busyIf(isFull(draft)) },
      }),
      button(t("picture.undo"), {
        ...{ id: "undo", class: "button-quiet", "data-act": "undo", ...busyIf(draft.past.length === 0) },
      }),
    ),
    el(
      "div",
      { class: "tool-group", role: "group", "aria-label": t("picture.zoom") },
      button("−", {
        id: "zoom-out",
        class: "button-quiet",
        "data-act": "out",
        "aria-label": t("picture.out"),
      }),
      el("output", { id: "zoom", class: "small" }, zoomed),
      button("+", { id: "zoom-in", class: "button-quiet", "data-act": "in", "aria-label": t("picture.in") }),
      button(t("picture.fit"), { id: "zoom-fit", class: "button-quiet", "data-act": "fit" }),
      button(t("item.full"), { id: "zoom-full", class: "button-quiet", "data-act": "full" }),
    ),
  )
}

function renderStage(
  words: Words,
  { path, zoom, tool, draft, drawing, outline }: Model,
  { item }: CaptureRow,
  content: Extract<Content, { at: "shown" }>,
): HTMLElement {
  const { url, size, width } = content
  const alt = words.t("item.pictureAlt", { what: pictureName(words, path), item: itemLabel(item) })
  const wide = Math.max(1, Math.round((width * (zoom ?? 100)) / 100))
  const drawn = drawing === null || tool === "pan" ? null : { area: drawing, kind: tool }
  return el(
    "div",
    {
      // What can be scrolled can be reached by keyboard.
      ...{
        id: "stage",
        class: `viewing${zoom === null ? " viewing-fit" : ""}`,
        tabindex: "0",
        role: "group",
      },
      ...{ "aria-label": alt, "aria-describedby": "keys", "data-tool": tool },
    },
    el(
      "div",
      { class: "sheet" },
      el("img", { id: "picture", src: url, alt, width: String(wide), draggable: "false" }),
      renderLayer(size, draft, outlineIn(outline, size), drawn),
    ),
  )
}

/** Only what lies in the picture: the address of this page is anybody's word. */
const outlineIn = (outline: Area | null, size: Size): Area | null =>
  outline !== null && isInside(outline, size) ? outline : null

export const button = (label: string, attributes: Attributes): HTMLElement =>
  el("button", { type: "button", ...attributes }, label)
