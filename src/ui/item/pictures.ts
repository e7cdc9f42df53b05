/** The pictures of an item. Hidden until asked for, and never anything but a picture. */
import { busyIf } from "../parts/busy.ts"
import { type Words } from "../../i18n/words.ts"
import { type CaptureRow } from "../../vault/capture-row.ts"
import { el } from "../parts/dom.ts"
import { itemLabel } from "../parts/item.ts"
import { pictureName } from "../parts/picture.ts"
import { renderMarked } from "./marked.ts"
import { type Model, type Picture } from "./model.ts"

/** With the button that shows, or hides, all of what the post says. */
export function renderPictures(words: Words, model: Model, row: CaptureRow): HTMLElement {
  const { t } = words
  const { content } = model
  const isShown = content.at === "shown"
  return el(
    "section",
    { id: "pictures", "aria-labelledby": "pictures-title" },
    el(
      "div",
      { class: "row" },
      el("h2", { id: "pictures-title" }, t("item.pictures")),
      el(
        "button",
        {
          type: "button",
          id: "show-content",
          class: isShown ? "button-quiet" : "button-plain",
          "data-act": isShown ? "hide" : "show",
          "aria-expanded": String(isShown),
          ...busyIf(content.at === "reading"),
        },
        t(isShown ? "item.hide" : "item.show"),
      ),
    ),
    content.at === "shown"
      ? renderAll(words, model, row, content)
      : el("p", { id: "calm", class: "soft" }, t(content.at === "reading" ? "item.showing" : "item.calm")),
    renderMarked(words, model),
  )
}

function renderAll(
  words: Words,
  model: Model,
  row: CaptureRow,
  { pictures, left = 0 }: Pick<Extract<Model["content"], { at: "shown" }>, "pictures" | "left">,
): HTMLElement {
  const { t } = words
  if (pictures.length + left === 0) return el("p", { class: "soft" }, t("item.picturesNone"))
  return el(
    "div",
    {},
    el("ul", { class: "pictures" }, ...pictures.map(picture => renderPicture(words, model, row, picture))),
    left === 0 ? null : el("p", { id: "pictures-left", class: "soft" }, t("item.picturesLeft", { n: left })),
  )
}

function renderPicture(
  words: Words,
  { full }: Model,
  { id, item }: CaptureRow,
  { path, url, width }: Picture,
): HTMLElement {
  const { t } = words
  const what = pictureName(words, path)
  const isFull = full === path
  const alt = t("item.pictureAlt", { what, item: itemLabel(item) })
  return el(
    "li",
    { "data-path": path },
    el(
      "div",
      { class: "row" },
      el("h3", {}, what, " ", el("code", { class: "small soft" }, path)),
      url === null
        ? null
        : el(
            "a",
            {
              class: "open-picture",
              href: `picture.html?${new URLSearchParams({ item: id, path }).toString()}`,
              "aria-label": t("picture.openOf", { what }),
            },
            t("picture.open"),
          ),
      url === null
        ? null
        : el(
            "button",
            {
              type: "button",
              class: "button-quiet",
              "data-act": isFull ? "fit" : "full",
              "data-path": path,
              "aria-label": t(isFull ? "item.fitOf" : "item.fullOf", { what }),
            },
            t(isFull ? "item.fit" : "item.full"),
          ),
    ),
    url === null
      ? el("p", { class: "note note-problem" }, t("item.pictureDamaged"))
      : el(
          "div",
          // What can be scrolled can be reached by keyboard.
          { class: isFull ? "frame frame-full" : "frame", tabindex: "0", role: "group", "aria-label": alt },
          el("img", { src: url, alt, width: isFull ? String(width) : null }),
        ),
  )
}
