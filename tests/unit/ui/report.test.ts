// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { type ReportOutcome } from "../../../src/core/papers/wanted.ts"
import { wordsFor } from "../../../src/i18n/words.ts"
import { readReport, renderNoReport, renderReport, renderSkip } from "../../../src/ui/popup/report.ts"
import { exportRow } from "./rows.ts"

const words = { "zh-CN": wordsFor("zh-CN"), en: wordsFor("en") }
const said = (language: keyof typeof words, reportMade: ReportOutcome | null) =>
  renderNoReport(words[language], exportRow({ state: "done", report: language, reportMade }))?.textContent ??
  null

test.each([
  ["zh-CN", "page", "zh-CN"],
  ["en", "page", "en"],
  ["zh-CN", "en", "en"],
  ["en", "zh-CN", "zh-CN"],
  ["en", "both", "both"],
] as const)(
  "on a screen in %s, with %s chosen in the settings, the report is in %s",
  (language, reports, chosen) => {
    const page = document.createElement("div")
    page.append(renderReport(words[language], reports))
    expect(Array.from(page.querySelectorAll("option[selected]"), each => each.getAttribute("value"))).toEqual(
      [chosen],
    )
  },
)

test("no report is an answer, and what the list does not offer is none", () => {
  const page = document.createElement("div")
  page.append(renderReport(words.en, "page"))
  const select = page.querySelector("select") ?? expect.unreachable("no list")
  select.value = "none"
  expect(readReport(page)).toBeNull()
  page.replaceChildren()
  expect(() => readReport(page)).toThrow("no such language")
})

test.each([
  ["it was not wanted", null],
  ["it is there", { outcome: "made", code: null }],
] as const)("where %s, nothing is said of it", (_when, made) => {
  expect([said("zh-CN", made), said("en", made)]).toEqual([null, null])
})

test("one that was given up, or failed, is told once, with what is safe and what to do", () => {
  expect(said("zh-CN", { outcome: "stopped", code: null })).toBe("报告已取消，证据包中没有报告。")
  for (const code of ["export/report-failed", null] as const) {
    const text = said("zh-CN", { outcome: "failed", code }) ?? ""
    expect(text.match(/报告未能制作。/g)).toHaveLength(1)
    expect(text).toMatch(/证据包已照常导出.*需要报告的，请再次导出/)
  }
  const other = said("en", { outcome: "failed", code: "vault/full" }) ?? ""
  expect(other).toMatch(/^The report could not be made\. ./)
})

test("it can be given up only where one is being made", () => {
  const skip = (report: "en" | null) => renderSkip(words.en, exportRow({ state: "running", report }))
  expect(skip(null)).toBeNull()
  expect(skip("en")?.dataset.act).toBe("skip-report")
})
