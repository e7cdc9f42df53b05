/** Which item this is, what it is of, and what of it is missing. */
import { isOnlyCookies } from "../../core/walls.ts"
import { type Words } from "../../i18n/words.ts"
import { type CaptureRow } from "../../vault/capture-row.ts"
import { el } from "../parts/dom.ts"
import { renderGapPlaces, renderGaps } from "../parts/gaps.ts"
import { chip, chipKind, hostName, itemLabel } from "../parts/item.ts"
import { renderActs } from "./acts.ts"
import { type Model } from "./model.ts"

export function renderHead(words: Words, model: Model, row: CaptureRow): HTMLElement {
  const { t, format } = words
  const isWrong = model.damaged || (model.recomputed.at === "done" && model.recomputed.wrong.size > 0)
  return el(
    "section",
    { id: "head", "data-item": itemLabel(row.item) },
    el(
      "div",
      { class: "item-head" },
      el("h2", { id: "heading" }, itemLabel(row.item)),
      row.imported === undefined ? hostName(words, row.url) : null,
      row.facts === undefined
        ? null
        : el(
            "span",
            { class: "soft", "data-type": row.facts.pageType },
            t(`item.type.${row.facts.pageType}`),
          ),
      el("span", { class: "soft" }, format.time(row.startedAt)),
      el(
        "span",
        { class: "chips" },
        chip(words, chipKind(row, new Set(isWrong ? [row.id] : []))),
        row.interrupted ? el("span", { class: "chip chip-gaps" }, t("item.interrupted")) : null,
      ),
    ),
    row.state === "sealed" ? renderActs(words, model, row) : null,
  )
}

/** The number that an item from elsewhere had there, beside the one that it has here. Null for one of here. */
export function renderOrigin({ t }: Words, { origins }: CaptureRow): HTMLElement | null {
  const [first] = origins ?? []
  if (first === undefined) return null
  const from = itemLabel(Number(first.item.slice(1)))
  return el("p", { id: "origin", class: "small soft" }, t("restore.cameFrom", { from, bundle: first.bundle }))
}

/** What the site had put before the page when it was captured. Null where nothing. */
export function renderWalls({ t }: Words, { walls }: CaptureRow): HTMLElement | null {
  if (walls === undefined) return null
  const said = t(isOnlyCookies(walls) ? "saved.cookies" : "saved.wall")
  return el("p", { id: "walls", class: "note note-warn", "data-walls": walls.join(" ") }, said)
}

/** On top of everything, whenever there is something to say. Null where nothing is missing. */
export function renderMissing(words: Words, row: CaptureRow): HTMLElement | null {
  const { t } = words
  // Of an imported file its own section says what it does not show.
  const gaps = row.gaps.filter(({ what }) => what !== "origin")
  if (gaps.length === 0 && !row.interrupted) return null
  return el(
    "section",
    { id: "missing", class: "note note-warn", "aria-labelledby": "missing-title" },
    el("h2", { id: "missing-title" }, t("item.missing")),
    row.interrupted ? el("p", {}, t("saved.interrupted")) : null,
    gaps.length === 0 ? null : renderGaps(words, { ...row, gaps }, true),
    renderGapPlaces(words, gaps),
    row.imported === undefined ? el("p", { class: "small" }, `${t("item.extent")} ${t("gap.gone")}`) : null,
  )
}
