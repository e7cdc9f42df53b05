/** The recording of an item, to be played where the reader has asked for what the item shows. */
import { type ProcedureRecord } from "../../core/procedure/chapters.ts"
import { type PictureSize } from "../../core/viewing.ts"
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"
import { type Model, type Playable } from "./model.ts"

export function renderRecording(words: Words, { content, item }: Model): HTMLElement | null {
  if (content.at !== "shown" || content.recording == null) return null
  const { t } = words
  const { recording } = content
  return el(
    "section",
    { id: "recording", "aria-labelledby": "recording-title" },
    el("h2", { id: "recording-title" }, t("record.player")),
    recording.url === null
      ? el("p", { class: "note note-problem" }, t("record.damaged"))
      : el("video", {
          ...{ src: recording.url, controls: true, preload: "metadata" },
          ...{ "aria-labelledby": "recording-title", "data-of": recording.of },
        }),
    el("p", { class: "small soft" }, t(recording.of === "copy" ? "record.copyNote" : "record.playerNote")),
    renderOther(words, recording),
    renderSizes(words, "recording-sizes", t("record.sizes"), (item?.recording?.view?.sizes ?? []).slice(1)),
    renderSizes(words, "tab-sizes", t("record.resized"), item?.recording?.resized ?? []),
    renderChapters(words, recording, item?.procedure),
  )
}

const renderOther = ({ t }: Words, { of, hasOther }: Playable): HTMLElement | null =>
  hasOther
    ? el(
        "button",
        { type: "button", id: "play-other", class: "button-quiet", "data-act": "play-other" },
        t(of === "copy" ? "record.playOriginal" : "record.playCopy"),
      )
    : null

/** What changed its size on the way: said, for a player shows it only as it goes. */
function renderSizes(
  { t, format }: Words,
  id: string,
  title: string,
  later: readonly PictureSize[],
): HTMLElement | null {
  if (later.length === 0) return null
  const lines = later.map(({ ms, width, height }) =>
    el("li", {}, t("record.size", { time: format.elapsed(ms), width, height })),
  )
  return el("div", { id, class: "small" }, el("p", {}, title), el("ul", {}, ...lines))
}

/** Only of a recording that was guided. The times are those of both files. */
function renderChapters(
  { t, format }: Words,
  { url }: Playable,
  procedure: ProcedureRecord | undefined,
): HTMLElement | null {
  const chapters = procedure?.chapters ?? []
  if (chapters.length === 0) return null
  const lines = chapters.map(({ ms, title }) =>
    el(
      "li",
      {},
      el(
        "button",
        {
          type: "button",
          class: "button-link",
          "data-act": "play-from",
          "data-ms": String(ms),
          disabled: url === null,
        },
        format.elapsed(ms),
      ),
      el("span", {}, title),
    ),
  )
  return el(
    "section",
    { id: "chapters", "aria-labelledby": "chapters-title" },
    el("h3", { id: "chapters-title" }, t("record.chapters")),
    el("ol", { class: "chapters" }, ...lines),
  )
}
