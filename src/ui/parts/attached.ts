/** A proof from elsewhere, in sentences: what it is over, and what was seen in it. Never the file itself. */
import { isStampForm } from "../../core/proof/proof.ts"
import { type Words } from "../../i18n/words.ts"
import { type ImportRow } from "../../vault/import-row.ts"
import { el } from "./dom.ts"
import { inertText } from "./inert-text.ts"

export function attachedSentences(words: Words, row: ImportRow): string[] {
  const { t } = words
  return [
    ...(row.over === null ? [] : [t(`attached.over.${row.over}`)]),
    readingSentence(words, row),
    ...(row.reading?.isUniTrust === true ? [t("attached.uniTrust")] : []),
  ]
}

function readingSentence({ t, format }: Words, { form, matchedBy, reading }: ImportRow): string {
  if (!isStampForm(form)) return t("attached.file")
  if (reading === null) return t("attached.weak")
  const time = format.time(reading.at)
  if (matchedBy === "user") return t("attached.unmatched", { time })
  if (reading.unverifiable === "sm2") return t("attached.sm2", { time })
  if (reading.unverifiable !== null) return t("attached.algorithm", { time })
  return t("attached.valid", { time, signer: inertText(reading.signer, 120) })
}

/** For the views of an item and of a bundle. Null where nothing is attached. */
export function renderAttached(words: Words, rows: readonly ImportRow[]): HTMLElement | null {
  if (rows.length === 0) return null
  return el(
    "section",
    { id: "attached", class: "note note-calm small" },
    el("h3", {}, words.t("attached.title")),
    ...rows.map(row =>
      el(
        "p",
        { "data-import": row.id },
        el("bdi", { class: "strong" }, inertText(row.name, 80)),
        ` ${attachedSentences(words, row).join(" ")}`,
      ),
    ),
  )
}
