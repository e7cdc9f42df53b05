/** Giving up an export as a whole: the question before, and what is said once it has ended so. */
import { errorSentences } from "../../i18n/sentences.ts"
import { type Words } from "../../i18n/words.ts"
import { type ExportRow } from "../../vault/schema.ts"
import { el } from "../parts/dom.ts"
import { button } from "./button.ts"

/** Closed until it is opened, and then open through every redraw of how far the export is. */
export const renderStop = ({ t }: Words, { id }: ExportRow): HTMLElement =>
  el(
    "div",
    { id: "stop", "data-keep": `stop ${id}` },
    el(
      "details",
      {},
      el("summary", { id: "stop-ask" }, t("export.stop")),
      el(
        "div",
        { class: "note note-warn small" },
        el("p", { id: "stop-what" }, t("export.stopWhat")),
        button(
          "stop-export",
          "plain",
          { id: "stop-export", "data-export": id, "aria-describedby": "stop-what" },
          t("export.stopYes"),
        ),
      ),
    ),
  )

/** It is what the reader wanted, and so no problem. */
export function renderStopped({ t }: Words): HTMLElement {
  const { cause, safe, next } = errorSentences(t, "export/stopped")
  return el("p", { id: "export-stopped", class: "note note-calm" }, `${cause} ${safe} ${next}`)
}
