/** The page as a function of its model: one file a section, in the order in which they stand. */
import { noticesOf } from "../../core/notices.ts"
import { type Words } from "../../i18n/words.ts"
import { type CaptureRow } from "../../vault/capture-row.ts"
import { el } from "../parts/dom.ts"
import { renderNotices } from "../parts/notice.ts"
import { renderProblemOf } from "../parts/problem.ts"
import { renderTrashed } from "./acts.ts"
import { renderChat } from "./chat.ts"
import { renderCoach } from "./coach.ts"
import { renderComments } from "./comments.ts"
import { renderFacts } from "./facts.ts"
import { renderFiles } from "./files.ts"
import { renderImported } from "./imported.ts"
import { renderHead, renderMissing, renderOrigin, renderWalls } from "./head.ts"
import { renderLog } from "./log.ts"
import { type Model } from "./model.ts"
import { renderPictures } from "./pictures.ts"
import { renderProcedure } from "./procedure.ts"
import { renderReadings } from "./readings.ts"
import { renderRecording } from "./recording.ts"
import { renderRemarks } from "./remarks.ts"
import { renderText } from "./text.ts"
import { renderTimes } from "./times.ts"

export function renderPage(words: Words, model: Model): HTMLElement {
  return el("main", { id: "view" }, renderProblemOf(words, model.problem), ...sectionsOf(words, model))
}

function sectionsOf(words: Words, model: Model): (HTMLElement | null)[] {
  const { t } = words
  const { item } = model
  if (item === undefined) return []
  if (item === null) return [notHere(words, t("item.none"))]
  if (item.trashedAt !== null) return [renderTrashed(words, model, item.trashedAt)]
  if (item.state === "running") return [renderHead(words, model, item), notHere(words, t("item.running"))]
  return item.imported === undefined
    ? sealedSections(words, model, item)
    : [
        renderHead(words, model, item),
        renderWalls(words, item),
        renderMissing(words, item),
        renderImported(words, model, item.imported),
        model.files.some(({ path }) => path === "text.txt") ? renderText(words, model) : null,
        renderRemarks(words, model, item),
        renderFiles(words, model),
        renderTimes(words, model, item),
        renderLog(words, model),
      ]
}

const sealedSections = (words: Words, model: Model, item: CaptureRow): (HTMLElement | null)[] => [
  renderHead(words, model, item),
  renderOrigin(words, item),
  renderWalls(words, item),
  renderMissing(words, item),
  renderNotices(words, noticesOf(item)),
  renderFacts(words, model),
  renderPictures(words, model, item),
  renderRecording(words, model),
  renderChat(words, model),
  renderProcedure(words, model),
  renderText(words, model),
  renderComments(words, model, item),
  renderReadings(words, model, item),
  renderRemarks(words, model, item),
  renderCoach(words, model, item),
  renderFiles(words, model),
  renderTimes(words, model, item),
  renderLog(words, model),
]

const notHere = ({ t }: Words, said: string): HTMLElement =>
  el(
    "section",
    { id: "not-here" },
    el("p", { id: "no-item" }, said),
    el("p", {}, el("a", { id: "to-library", href: "library.html" }, t("restore.library"))),
  )
