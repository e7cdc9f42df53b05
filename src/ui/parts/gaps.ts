/** What a capture lacks, one sentence a gap, and what can still be done about each. */
import { type Gap } from "../../core/evidence.ts"
import { gapNext, gapPlace, gapSentence } from "../../i18n/sentences.ts"
import { type Words } from "../../i18n/words.ts"
import { el } from "./dom.ts"
import { inertText } from "./inert-text.ts"

/** The list alone; its heading is the caller's. `withNext`: where there is room for what can still be done. */
export const renderGaps = (words: Words, gaps: readonly Gap[], withNext = false): HTMLElement =>
  el(
    "ul",
    {
      id: "gaps",
      class: "sentences",
      tabindex: "0",
      "aria-label": words.t("saved.gaps", { n: gaps.length }),
    },
    ...gaps.map(gap => renderGap(words, gap, withNext)),
  )

function renderGap({ t }: Words, gap: Gap, withNext: boolean): HTMLElement {
  const where = inertText(gapPlace(gap) ?? "", 80)
  return el(
    "li",
    { "data-gap": `${gap.what}:${gap.reason}`, "data-count": gap.count === null ? null : String(gap.count) },
    gapSentence(t, gap),
    where === "" ? null : el("bdi", { class: "place small" }, t("saved.where", { where })),
    withNext ? el("p", { class: "gap-next small" }, gapNext(t, gap)) : null,
  )
}
