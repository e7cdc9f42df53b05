/** Visitors' views of an item that were taken later, in sentences. */
import { readingSentences } from "../../i18n/server.ts"
import { type Words } from "../../i18n/words.ts"
import { isVisitorRow, type ReadingRow } from "../../vault/reading-row.ts"
import { el } from "./dom.ts"

/** Null where there are none. */
export function renderVisitorViews(
  { language, format, t }: Words,
  readings: readonly ReadingRow[],
): HTMLElement | null {
  const rows = readings.filter(isVisitorRow)
  if (rows.length === 0) return null
  return el(
    "ul",
    { id: "visitor-views", class: "sentences" },
    ...rows.map(({ id, summary }) =>
      el(
        "li",
        { "data-reading": id, "data-verdict": summary.verdict },
        readingSentences[language](summary, format.time(summary.at)),
        summary.picture === undefined
          ? null
          : el("span", { "data-picture": summary.picture }, " ", t(`visitor.picture-${summary.picture}`)),
      ),
    ),
  )
}

/** Whether a visitor can be asked for the address at all. */
export const isOfWeb = (url: string): boolean => /^https?:/.test(url)
