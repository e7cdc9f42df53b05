/** The recording of an item, to be played where the reader has asked for what the item shows. */
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"
import { type Model } from "./model.ts"

export function renderRecording({ t }: Words, { content }: Model): HTMLElement | null {
  if (content.at !== "shown" || content.recording == null) return null
  const { url } = content.recording
  return el(
    "section",
    { id: "recording", "aria-labelledby": "recording-title" },
    el("h2", { id: "recording-title" }, t("record.player")),
    url === null
      ? el("p", { class: "note note-problem" }, t("record.damaged"))
      : el("video", { src: url, controls: true, preload: "metadata", "aria-labelledby": "recording-title" }),
    el("p", { class: "small soft" }, t("record.playerNote")),
  )
}
