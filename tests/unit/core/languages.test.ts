import { expect, test } from "vitest"
import {
  pageLanguages,
  parseLanguages,
  reportLanguageOf,
  usualLanguages,
  usualReportLanguages,
} from "../../../src/core/languages.ts"

test.each(pageLanguages.flatMap(pages => usualReportLanguages.map(reports => ({ pages, reports }))))(
  "pages in $pages and reports in $reports are read as they were written",
  languages => {
    expect(parseLanguages({ ...languages, more: 1 })).toEqual(languages)
  },
)

test.each([null, [], {}, { ...usualLanguages, pages: "de" }, { ...usualLanguages, reports: "browser" }])(
  "%j is no choice of languages",
  wrong => {
    expect(() => parseLanguages(wrong)).toThrow(expect.objectContaining({ code: "input/malformed" }))
  },
)

test("reports are in the language of the pages until another is chosen", () => {
  expect(reportLanguageOf("page", "zh-CN")).toBe("zh-CN")
  expect(reportLanguageOf("en", "zh-CN")).toBe("en")
  expect(reportLanguageOf("both", "en")).toBe("both")
})
