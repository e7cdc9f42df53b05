/** In which language the user reads our pages, and in which their reports are made: chosen apart. */
import { type ReportLanguage, reportLanguages } from "./papers/wanted.ts"
import { asFields, asOneOf } from "./parse.ts"

/** `browser`: as the browser's own surface. */
export const pageLanguages = ["browser", "zh-CN", "en"] as const
export type PageLanguage = (typeof pageLanguages)[number]

/** `page`: as our pages. It is what an export begins with; each can have another. */
export const usualReportLanguages = ["page", ...reportLanguages] as const
export type UsualReportLanguage = (typeof usualReportLanguages)[number]

export interface Languages {
  readonly pages: PageLanguage
  readonly reports: UsualReportLanguage
}

export const usualLanguages: Languages = { pages: "browser", reports: "page" }

/** @throws EvidenceError `input/malformed` */
export function parseLanguages(input: unknown): Languages {
  const { pages, reports } = asFields(input, "languages")
  return {
    pages: asOneOf(pages, "languages.pages", pageLanguages),
    reports: asOneOf(reports, "languages.reports", usualReportLanguages),
  }
}

/** The language of a report, where our pages are in `page`. */
export const reportLanguageOf = (
  reports: UsualReportLanguage,
  page: Exclude<ReportLanguage, "both">,
): ReportLanguage => (reports === "page" ? page : reports)
