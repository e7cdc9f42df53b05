/** The report, the list of evidence and the notary route sheet that go along with a bundle: in which language, and what became of them. */
import { type ErrorCode, EvidenceError } from "../../core/errors.ts"
import { reportLanguageOf, type UsualReportLanguage } from "../../core/languages.ts"
import { type ReportLanguage, reportLanguages, type ReportOutcome } from "../../core/papers/wanted.ts"
import { errorSentences } from "../../i18n/sentences.ts"
import { type Words } from "../../i18n/words.ts"
import { type ExportRow } from "../../vault/schema.ts"
import { renderDiagnostics } from "../parts/diagnostics.ts"
import { el } from "../parts/dom.ts"
import { button } from "./button.ts"

const NONE = "none"

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

/** What is chosen in `page`; null for none of them. */
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

/** Once the bundle is made: nothing where they are in it, or were not wanted. */
export function renderNoPapers(
  words: Words,
  { reportMade, listMade, routeMade, draftsMade }: ExportRow,
): HTMLElement[] {
  const papers = [
    { made: reportMade ?? null, names: report },
    { made: listMade ?? null, names: list },
    { made: routeMade ?? null, names: route },
    ...(draftsMade ?? []).map(({ name, ...made }) => ({ made, names: { ...draft, id: `no-${name}` } })),
  ]
  // Who gave up one of them gave up those after it, and is told of all at once.
  const given = papers.findIndex(({ made }) => made?.outcome === "stopped")
  return papers
    .slice(0, given === -1 ? papers.length : given + 1)
    .map(({ made, names }) => renderMissing(words, made, names))
    .filter(each => each !== null)
}

interface PaperNames {
  readonly id: string
  readonly failed: ErrorCode
  readonly stopped:
    "export.reportStopped" | "export.listStopped" | "export.routeStopped" | "export.draftStopped"
}

const report: PaperNames = {
  id: "no-report",
  failed: "export/report-failed",
  stopped: "export.reportStopped",
}
const list: PaperNames = { id: "no-list", failed: "export/list-failed", stopped: "export.listStopped" }
const route: PaperNames = { id: "no-route", failed: "export/route-failed", stopped: "export.routeStopped" }

const draft = { failed: "export/draft-failed", stopped: "export.draftStopped" } as const

function renderMissing(
  words: Words,
  made: ReportOutcome | null,
  { id, failed, stopped }: PaperNames,
): HTMLElement | null {
  const { t } = words
  if (made === null || made.outcome === "made") return null
  if (made.outcome === "stopped") return el("p", { id, class: "note note-calm" }, t(stopped))
  const { cause, safe, next, code } = errorSentences(t, made.code ?? failed)
  // What failed, before why: of an error of our own that is another sentence.
  const what = made.code === null || made.code === failed ? "" : `${t(`error.${failed}.cause`)} `
  return el(
    "div",
    { id, class: "note note-warn", "data-code": code },
    el("p", {}, `${what}${cause} ${safe} ${next} `, el("code", { class: "code" }, code)),
    renderDiagnostics(words, made.code ?? failed),
  )
}
