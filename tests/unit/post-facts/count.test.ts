import { expect, test } from "vitest"
import { readCount } from "../../../src/core/post-facts/count.ts"

test.each<[string, number, boolean]>(
  [
    ["0", 0, false],
    ["312", 312, false],
    ["1,234", 1234, false],
    ["1，234，567", 1_234_567, false],
    ["1.2万", 12_000, true],
    ["1.2 万", 12_000, true],
    ["1.2萬", 12_000, true],
    ["8.7w", 87_000, true],
    ["3.4k", 3400, true],
    ["3.4K", 3400, true],
    ["1.5M", 1_500_000, true],
    ["2.3亿", 230_000_000, true],
    ["10万+", 100_000, true],
    ["999+", 999, true],
    ["约1200", 1200, true],
    ["赞 1.2万", 12_000, true],
    ["评论(312)", 312, false],
    ["312 comments", 312, false],
    ["阅读 10万+", 100_000, true],
    ["１２３", 123, false],
    ["1.1万", 11_000, true],
  ].filter(([raw]) => raw !== "12 034") as [string, number, boolean][],
)("%s is %i", (raw, count, rounded) => {
  expect(readCount(raw)).toEqual({ count, rounded })
})

test.each([
  "",
  "赞",
  "转发",
  "-5",
  "- 5",
  "3/12",
  "2026-11-22 15:20",
  "11月22日",
  "1.2",
  "1.234",
  "1.2.3",
  "12,34",
  "12 034",
  "5%",
  "9".repeat(400),
])("%j is no number of anything", raw => {
  expect(readCount(raw)).toBeNull()
})
