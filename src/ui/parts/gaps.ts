/** What a capture lacks, one sentence a gap, and what can still be done about each. */
import { type Gap } from "../../core/evidence.ts"
import { gapNext, gapPlace, gapSentence, gapSpot } from "../../i18n/sentences.ts"
import { type Words } from "../../i18n/words.ts"
import { type CaptureRow } from "../../vault/capture-row.ts"
import { el } from "./dom.ts"
import { inertText } from "./inert-text.ts"

type OfPage = Pick<CaptureRow, "gaps" | "environment">

/**
 * The list alone; its heading is the caller's. `withNext`: where there is room for what can still be done.
 * Where each is, is said as far as someone finds it who looks at the pictures.
 */
export const renderGaps = (words: Words, { gaps, environment }: OfPage, withNext = false): HTMLElement =>
  el(
    "ul",
    {
      id: "gaps",
      class: "sentences",
      tabindex: "0",
      "aria-label": words.t("saved.gaps", { n: gaps.length }),
    },
    ...gaps.map(gap => renderGap(words, gap, rowsOfScreen(environment), withNext)),
  )

/** Where they are in the words of the record, selectors and all: for technicians, and so folded. Null where there is none. */
export function renderGapPlaces({ t }: Words, gaps: readonly Gap[]): HTMLElement | null {
  const placed = gaps.flatMap(gap => {
    const where = inertText(gapPlace(gap) ?? "", LONGEST_PLACE)
    return where === "" ? [] : [{ gap, where }]
  })
  if (placed.length === 0) return null
  return el(
    "details",
    { id: "gap-places", class: "small" },
    el("summary", {}, t("item.details")),
    el(
      "ul",
      { class: "sentences" },
      ...placed.map(({ gap, where }) =>
        el("li", {}, gapSentence(t, gap), el("bdi", { class: "place" }, t("saved.where", { where }))),
      ),
    ),
  )
}

const LONGEST_PLACE = 300

function rowsOfScreen({ viewport, dpr }: CaptureRow["environment"]): number | null {
  return viewport === null ? null : viewport.height * (dpr ?? 1)
}

function renderGap({ t }: Words, gap: Gap, screen: number | null, withNext: boolean): HTMLElement {
  const spot = gapSpot(t, gap, screen)
  return el(
    "li",
    { "data-gap": `${gap.what}:${gap.reason}`, "data-count": gap.count === null ? null : String(gap.count) },
    gapSentence(t, gap),
    spot === null ? null : el("span", { class: "place small" }, spot),
    withNext ? el("p", { class: "gap-next small" }, gapNext(t, gap)) : null,
  )
}
