/** The items to choose from for an export. */
import { type Words } from "../../i18n/words.ts"
import { type CaptureRow } from "../../vault/capture-row.ts"
import { el } from "../parts/dom.ts"
import { hostOf } from "../parts/inert-text.ts"
import { chip, chipKind, itemLabel, originName } from "../parts/item.ts"

/** Rows that are drawn: of ten thousand the popup would take seconds, and nobody reads them. */
const MOST_SHOWN = 50

/**
 * Newest first; of many the newest alone, and a field that finds the others by number or site. Built once: what is
 * chosen stays there, and stays in sight, whatever is looked for afterwards.
 */
export function renderExportItems(
  words: Words,
  rows: readonly CaptureRow[],
  damaged: ReadonlySet<string>,
): HTMLElement {
  const { t, format } = words
  const newest = rows.toReversed()
  const list = el("ul", { class: "list choices", "aria-label": t("export.what") })
  const chosen = el("output", { id: "chosen", class: "small soft" }, t("export.chosen", { n: 0 }))
  if (rows.length <= MOST_SHOWN) {
    list.append(...newest.map(row => renderItem(words, row, damaged, false)))
    return el("div", {}, chosen, list)
  }
  const find = el("input", { id: "export-find", type: "search", autocomplete: "off", spellcheck: "false" })
  const shown = el("output", { id: "export-shown", class: "small soft" })
  const draw = () => {
    const ticked = new Set(
      Array.from(list.querySelectorAll<HTMLInputElement>("input:checked"), ({ value }) => value),
    )
    const found = newest.filter(row => !ticked.has(row.id) && isFound(row, find.value))
    const few = found.slice(0, MOST_SHOWN)
    const some = newest.filter(({ id }) => ticked.has(id))
    list.replaceChildren(
      ...some.map(row => renderItem(words, row, damaged, true)),
      ...few.map(row => renderItem(words, row, damaged, false)),
    )
    shown.textContent = t("export.shown", {
      shown: format.number(few.length),
      n: format.number(found.length),
    })
  }
  find.addEventListener("input", draw)
  draw()
  const field = el("label", { class: "field" }, el("span", { class: "small" }, t("export.find")), find)
  return el("div", {}, field, el("p", {}, shown), el("p", {}, chosen), list)
}

/** By its number, as it is written or without its beginning, or by a part of its host. */
function isFound({ item, url }: CaptureRow, typed: string): boolean {
  const wanted = typed.normalize("NFKC").trim().toLowerCase()
  return itemLabel(item).toLowerCase().includes(wanted) || (hostOf(url) ?? "").toLowerCase().includes(wanted)
}

const renderItem = (
  words: Words,
  row: CaptureRow,
  damaged: ReadonlySet<string>,
  isChosen: boolean,
): HTMLElement =>
  el(
    "li",
    {},
    el(
      "label",
      { class: "item" },
      el("input", { type: "checkbox", name: "item", value: row.id, checked: isChosen }),
      el("span", { class: "item-label" }, itemLabel(row.item)),
      originName(words, row),
      chip(words, chipKind(row, damaged)),
    ),
  )
