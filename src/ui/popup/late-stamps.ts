/** Time stamps that came after their bundle was packed: the bundle with them, or the stamp alone. */
import { busyIf } from "../parts/busy.ts"
import { type Words } from "../../i18n/words.ts"
import { isLate } from "../../vault/read.ts"
import { type ExportRow, type StampedExport, type StampRow } from "../../vault/schema.ts"
import { el } from "../parts/dom.ts"
import { inertText, inFours } from "../parts/inert-text.ts"
import { button } from "./button.ts"
import { type Followed } from "./model.ts"

export function renderLateStamps(words: Words, model: Followed, row: ExportRow): HTMLElement | null {
  const late = model.stamps.filter(stamp => stamp.of === row.id && isLate(stamp))
  if (late.length === 0) return null
  return el(
    "section",
    { id: "late-stamps", class: "note note-calm" },
    ...late.map(stamp => el("p", {}, stampSentence(words, stamp))),
    row.stamped === null ? null : renderStamped(words, model, row.stamped),
    renderOffer(words, model, row, late),
  )
}

function renderOffer(
  { t }: Words,
  { pending }: Followed,
  row: ExportRow,
  late: readonly StampRow[],
): HTMLElement {
  const completing = pending === "complete"
  return el(
    "div",
    { class: "stack" },
    // Whoever had it encrypted would not expect a plain one now, and the passphrase is not kept; nor is what was typed.
    row.encryption !== null || row.draftsMade !== undefined
      ? null
      : button(
          "complete-export",
          "plain",
          {
            id: "complete",
            "data-export": row.id,
            ...busyIf(completing),
            "aria-busy": completing ? "true" : null,
          },
          t(completing ? "export.completing" : "export.complete"),
        ),
    ...late.map(({ id, authority }) =>
      button("save-stamp", "link", { "data-stamp": id }, t("export.stampAlone", { name: authority })),
    ),
  )
}

const stampSentence = ({ t, format }: Words, { authority, time }: StampRow): string =>
  t("export.stampLate", { name: authority, time: format.time(time ?? "") })

function renderStamped(words: Words, model: Followed, stamped: StampedExport): HTMLElement {
  const { t, format } = words
  return el(
    "div",
    { id: "stamped", "data-sha256": stamped.zip, "data-file": stamped.fileName },
    el("h3", {}, t("export.stampedTitle")),
    el(
      "p",
      { class: "small" },
      el("bdi", {}, inertText(stamped.fileName, 80)),
      ` · ${format.size(stamped.bytes)}`,
    ),
    el("p", { class: "small" }, t("export.stampedWhat")),
    el(
      "div",
      { class: "row" },
      el("h3", { class: "small soft" }, t("export.sha256")),
      button(
        "copy",
        "plain",
        { "data-text": stamped.zip },
        t(model.copied ? "export.copied" : "export.copy"),
      ),
    ),
    el("code", { class: "digits" }, inFours(stamped.zip)),
  )
}
