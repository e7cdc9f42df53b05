// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { type ReportOutcome } from "../../../src/core/papers/wanted.ts"
import { wordsFor } from "../../../src/i18n/words.ts"
import { readReport, renderNoPapers, renderReport, renderSkip } from "../../../src/ui/popup/report.ts"
import { renderCourse } from "../../../src/ui/popup/export.ts"
import { renderStop } from "../../../src/ui/popup/stop-export.ts"
import { exportRow, model } from "./rows.ts"

const words = { "zh-CN": wordsFor("zh-CN"), en: wordsFor("en") }
const made: ReportOutcome = { outcome: "made", code: null }
const stopped: ReportOutcome = { outcome: "stopped", code: null }
const told = (
  language: keyof typeof words,
  reportMade: ReportOutcome | null,
  listMade: ReportOutcome | null,
  routeMade: ReportOutcome | null = made,
) =>
  renderNoPapers(
    words[language],
    exportRow({ state: "done", report: language, reportMade, listMade, routeMade }),
  ).map(({ id, textContent }) => [id, textContent])
const said = (language: keyof typeof words, reportMade: ReportOutcome | null) =>
  told(language, reportMade, made)[0]?.[1] ?? null

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
] as const)("where %s, nothing is said of it", (_when, outcome) => {
  expect([told("zh-CN", outcome, outcome), told("en", outcome, outcome)]).toEqual([[], []])
})

test("one that was given up, or failed, is told once, with what is safe and what to do", () => {
  for (const code of ["export/report-failed", null] as const) {
    const text = said("zh-CN", { outcome: "failed", code }) ?? ""
    expect(text.match(/报告未能制作。/g)).toHaveLength(1)
    expect(text).toMatch(/证据包已照常导出.*需要报告的，请再次导出/)
  }
  const other = said("en", { outcome: "failed", code: "vault/full" }) ?? ""
  expect(other).toMatch(/^The report could not be made\. ./)
})

test("who gave up one paper is told of it and of those after it in one sentence", () => {
  expect(told("zh-CN", stopped, stopped, stopped)).toEqual([
    ["no-report", "报告、证据目录和公证现场操作单已取消，证据包中没有这三份文件。"],
  ])
  expect(told("en", made, stopped, stopped)).toEqual([
    ["no-list", "The list of evidence and the notary route sheet were given up; the bundle is without them."],
  ])
  expect(told("zh-CN", made, made, stopped)).toEqual([["no-route", "公证现场操作单已取消，证据包中没有它。"]])
})

test("a list that failed is told apart from a report that is there", () => {
  const [[id, text] = []] = told("zh-CN", made, { outcome: "failed", code: "export/list-failed" })
  expect(id).toBe("no-list")
  expect(text).toMatch(/^证据目录未能制作。 证据包已照常导出.*需要证据目录的，请再次导出/)
})

test("a route sheet that failed is told apart from the papers that are there", () => {
  const [[id, text] = []] = told("zh-CN", made, made, { outcome: "failed", code: "export/route-failed" })
  expect(id).toBe("no-route")
  expect(text).toMatch(/^公证现场操作单未能制作。 证据包已照常导出.*需要公证现场操作单的，请再次导出/)
})

test("of an export of before there was a list or a route sheet, nothing is said of one", () => {
  const { listMade, routeMade, ...old } = exportRow({
    ...{ state: "done", report: "en", reportMade: made, listMade: made, routeMade: made },
  })
  expect([listMade, routeMade]).toEqual([made, made])
  expect(renderNoPapers(words.en, old)).toEqual([])
})

test("it can be given up only where one is being made", () => {
  const skip = (report: "en" | null) => renderSkip(words.en, exportRow({ state: "running", report }))
  expect(skip(null)).toBeNull()
  expect(skip("en")?.dataset.act).toBe("skip-report")
})

test("all of it can be given up after a question, whether papers go along or not, and ends as nothing to worry about", () => {
  for (const report of ["en", null] as const) {
    const stop = renderStop(words.en, exportRow({ state: "running", report }))
    expect(stop.querySelector("details")?.open).toBe(false)
    const button = stop.querySelector<HTMLElement>("details button")
    expect([button?.dataset.act, button?.dataset.export]).toEqual(["stop-export", "x1"])
    expect(stop.querySelector("#stop-what")?.textContent).toContain("no file is handed to you")
  }
  const course = renderCourse(words.en, model(), exportRow({ state: "failed", code: "export/stopped" }))
  expect(course.id).toBe("export-stopped")
  expect(course.className).not.toContain("problem")
  expect(renderCourse(words.en, model(), exportRow({ state: "failed", code: "export/failed" })).id).toBe(
    "error",
  )
})
