/** The last items, by number, host and chip, and the ways to where all of them are. */
import { type Words } from "../../i18n/words.ts"
import { type CaptureRow } from "../../vault/capture-row.ts"
import { el } from "../parts/dom.ts"
import { chip, chipKind, itemLabel, originName } from "../parts/item.ts"
import { button } from "./button.ts"
import { type Model } from "./model.ts"

export function renderRecent(words: Words, model: Model, most: number): HTMLElement {
  const { t } = words
  const rows = model.recent ?? []
  const library = button(
    "open-library",
    "link",
    { id: "library-open", class: "button-link small" },
    t("library.open"),
  )
  const panel =
    model.surface === "popup" && model.hasPanel
      ? button("open-panel", "link", { id: "panel-open", class: "button-link small" }, t("panel.open"))
      : null
  if (rows.length === 0) {
    return el(
      "div",
      {},
      el("p", { id: "empty", class: "small soft" }, t("ready.empty")),
      el(
        "div",
        { class: "row" },
        button("open-welcome", "link", { id: "welcome-open", class: "button-link small" }, t("welcome.open")),
        panel,
        library,
      ),
    )
  }
  return el(
    "section",
    { id: "recent", "aria-labelledby": "recent-title" },
    el(
      "div",
      { class: "row" },
      el(
        "h2",
        { id: "recent-title", class: "small soft" },
        t(model.surface === "panel" ? "panel.recent" : "ready.recent"),
      ),
      panel,
      library,
    ),
    el(
      "ul",
      { class: "list" },
      ...rows.slice(0, most).map(row => el("li", {}, renderRecentRow(words, model, row))),
    ),
  )
}

const renderRecentRow = (words: Words, { damaged }: Model, row: CaptureRow): HTMLElement =>
  button(
    "open-item",
    "quiet",
    { class: "item", "data-capture": row.id, "data-item": itemLabel(row.item) },
    el("span", { class: "item-label" }, itemLabel(row.item)),
    originName(words, row),
    chip(words, chipKind(row, damaged)),
  )
