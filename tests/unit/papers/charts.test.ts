/** The chart of the numbers that pages showed: its points are the table's, and the two numbers of the law stand across. */
import { expect, test } from "vitest"
import { charts } from "../../../src/core/papers/charts.ts"
import type { NumbersShown } from "../../../src/core/papers/numbers-shown.ts"
import { speaker } from "../../../src/core/papers/say.ts"
import { exampleWords } from "../bundle/example.ts"

const zh = speaker(exampleWords, "zh-CN")
const shown = (item: string, at: string, views: number | null): NumbersShown => ({
  ...{ item, at, offsetMinutes: 480 },
  numbers: { views: { value: views === null ? null : { count: views, rounded: false }, raw: String(views) } },
})
const drawn = (lines: readonly NumbersShown[]) =>
  charts(lines, zh).flatMap(block => (block.kind === "chart" ? [block] : []))

test("each item is a line of its readings by time, and what was not read for certain is no point", () => {
  const [chart, ...more] = drawn([
    shown("e001", "2026-11-24T00:00:00.000Z", 900),
    shown("e001", "2026-11-22T00:00:00.000Z", 100),
    shown("e002", "2026-11-23T00:00:00.000Z", null),
    shown("e003", "2026-11-23T00:00:00.000Z", 6000),
  ])
  expect(more).toEqual([])
  expect(chart?.series.map(({ label, points }) => [label, points.map(({ value }) => value)])).toEqual([
    ["E-003", [6000]],
    ["E-001", [100, 900]],
  ])
  expect(chart?.reference).toEqual({ value: 5000, label: "参照 5000" })
  expect([chart?.from, chart?.to]).toEqual(["2026-11-22 08:00:00 (UTC+8)", "2026-11-24 08:00:00 (UTC+8)"])
})

test("of many items those with the highest numbers are drawn, and that is said", () => {
  const many = Array.from({ length: 30 }, (_, n) =>
    shown(`e0${String(n + 10)}`, "2026-11-22T00:00:00.000Z", n),
  )
  const [chart] = drawn(many)
  expect(chart?.series).toHaveLength(12)
  expect(chart?.series[0]?.label).toBe("E-039")
  expect(chart?.said.at(-1)?.text).toBe("共 30 项，图中只画数字最高的 12 项；其余见上表。")
})

test("without a number there is no chart", () => {
  expect(drawn([])).toEqual([])
  expect(drawn([shown("e001", "2026-11-22T00:00:00.000Z", null)])).toEqual([])
})
