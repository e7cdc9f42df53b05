/** The report that goes along with a bundle: in which language, and what became of it. */
import { EvidenceError } from "../../core/errors.ts"
import { reportLanguageOf, type UsualReportLanguage } from "../../core/languages.ts"
import { type ReportLanguage, reportLanguages } from "../../core/papers/wanted.ts"
import { errorSentences } from "../../i18n/sentences.ts"
import { type Words } from "../../i18n/words.ts"
import { type ExportRow } from "../../vault/schema.ts"
import { el } from "../parts/dom.ts"
import { button } from "./button.ts"

const NONE = "none"
const FAILED = "export/report-failed"

/** In the language that the settings say, unless the reader chooses another: the paper may be for somebody else. */
export function renderReport({ t, language }: Words, reports: UsualReportLanguage): HTMLElement {
  const usual = reportLanguageOf(reports, language)
  return el(
    "div",
    // What is chosen outlives a redraw.
    { id: "report-choice", "data-keep": `report-${usual}` },
    el(
      "label",
      { class: "field" },
      el("span", {}, t("export.report")),
      el(
        "select",
        { id: "report-language" },
        ...([...reportLanguages, NONE] as const).map(value =>
          el("option", { value, selected: value === usual }, t(`export.report.${value}`)),
        ),
      ),
    ),
  )
}

/** What is chosen in `page`; null for no report. */
export function readReport(page: ParentNode): ReportLanguage | null {
  const chosen = page.querySelector<HTMLSelectElement>("#report-language")?.value
  if (chosen === NONE) return null
  const language = reportLanguages.find(name => name === chosen)
  if (language === undefined) throw new EvidenceError("internal", "no such language of a report")
  return language
}

/** While the bundle is being made. */
export const renderSkip = ({ t }: Words, row: ExportRow): HTMLElement | null =>
  (row.report ?? null) === null
    ? null
    : button("skip-report", "quiet", { id: "skip-report", "data-export": row.id }, t("export.reportSkip"))

/** Once it is made: nothing where the report is in it, or was not wanted. */
export function renderNoReport({ t }: Words, { reportMade }: ExportRow): HTMLElement | null {
  if (reportMade === null || reportMade === undefined || reportMade.outcome === "made") return null
  if (reportMade.outcome === "stopped") {
    return el("p", { id: "no-report", class: "note note-calm" }, t("export.reportStopped"))
  }
  const { cause, safe, next, code } = errorSentences(t, reportMade.code ?? FAILED)
  // What failed, before why: of an error of our own that is another sentence.
  const what = reportMade.code === null || reportMade.code === FAILED ? "" : `${t(`error.${FAILED}.cause`)} `
  return el(
    "p",
    { id: "no-report", class: "note note-warn", "data-code": code },
    `${what}${cause} ${safe} ${next} `,
    el("code", { class: "code" }, code),
  )
}
