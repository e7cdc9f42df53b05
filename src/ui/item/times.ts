/** When it was captured, by whose clock, and who else says so. */
import { clockFindings } from "../../core/clock.ts"
import { clockSentences } from "../../i18n/clock.ts"
import { type Words } from "../../i18n/words.ts"
import { type CaptureRow } from "../../vault/capture-row.ts"
import { clockStamp, isReceived } from "../../vault/received-stamp.ts"
import { anchorSentence } from "../parts/anchor-sentence.ts"
import { renderAttached } from "../parts/attached.ts"
import { el } from "../parts/dom.ts"
import { stampSentence } from "../parts/stamp-sentence.ts"
import { type Model } from "./model.ts"

export function renderTimes(words: Words, model: Model, row: CaptureRow): HTMLElement {
  const { t } = words
  const { stamps, anchors } = model
  return el(
    "section",
    { id: "times", "aria-labelledby": "times-title" },
    el("h2", { id: "times-title" }, t("item.times")),
    el(
      "dl",
      { class: "pairs" },
      ...renderTime(words, t("item.capturedAt"), row.startedAt),
      ...(row.endedAt === null ? [] : renderTime(words, t("item.endedAt"), row.endedAt)),
    ),
    el("h3", {}, t("item.clock")),
    renderClock(words, model, row),
    el("h3", {}, t("item.stamps")),
    stamps.length + anchors.length === 0
      ? el("p", { class: "soft" }, t("item.noStamp"))
      : el(
          "ul",
          { id: "stamps", class: "sentences" },
          ...stamps.map(stamp => el("li", { "data-state": stamp.state }, stampSentence(words, row, stamp))),
          ...anchors.map(anchor => el("li", { "data-anchor": anchor.state }, anchorSentence(words, anchor))),
        ),
    renderAttached(words, model.imports),
  )
}

/** As this computer's zone has it, and in UTC. */
const renderTime = ({ format }: Words, label: string, at: string): HTMLElement[] => [
  el("dt", { class: "soft" }, label),
  el(
    "dd",
    {},
    format.time(at),
    " ",
    el("span", { class: "small soft" }, `${at.slice(0, 19).replace("T", " ")} UTC`),
  ),
]

function renderClock(words: Words, { clock, stamps }: Model, { bracket }: CaptureRow): HTMLElement | null {
  if (clock === null) return null
  if (clock === false) return el("p", { class: "note note-problem" }, words.t("item.recordDamaged"))
  // How late a stamp came stands with the stamp, below.
  const found = clockFindings(clock, stamps.filter(isReceived).map(clockStamp), bracket).filter(
    ({ kind }) => kind !== "stamped-late",
  )
  return el(
    "ul",
    { id: "clock", class: "sentences" },
    ...found.map(each => el("li", {}, clockSentences[words.language](each))),
  )
}
