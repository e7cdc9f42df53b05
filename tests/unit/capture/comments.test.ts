// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { parseCommentCount } from "../../../src/capture/comments.ts"

test.each([
  ["评论 312", 312],
  ["评论312", 312],
  ["312条评论", 312],
  ["312 条评论", 312],
  ["312评论", 312],
  ["评论（312）", 312],
  ["评论(312)", 312],
  ["评论：312", 312],
  ["全部评论 (1,024)", 1024],
  ["共 1,234 条回复", 1234],
  ["共1234个留言", 1234],
  ["評論 312", 312],
  ["312 則回覆", 312],
  ["评论（1.2万）", 12_000],
  ["1.2万条评论", 12_000],
  ["评论 3w", 30_000],
  ["312 comments", 312],
  ["1 comment", 1],
  ["Comments (312)", 312],
  ["Comments: 12", 12],
  ["3.4k comments", 3400],
  ["3.4K Comments", 3400],
  ["25 replies", 25],
  ["评论 0", 0],
])("%s says %i", (label, count) => {
  expect(parseCommentCount(label)).toBe(count)
})

test.each([
  "评论",
  "发表评论",
  "Comments",
  "Reply",
  "312",
  "312 likes",
  "转发 312",
  "1.2万",
  "3/12",
  "2026-11-22 15:20",
  "11月22日",
  "评论 1.2.3",
  "2026.11.22 评论",
  "",
])("%s says no number of comments", label => {
  expect(parseCommentCount(label)).toBeNull()
})

test("a number before the word goes before one after it", () => {
  expect(parseCommentCount("12条评论 3")).toBe(12)
})

test.each([
  "11-20 10:30 回复",
  "2026-11-22 评论",
  "回复 2026-11-20",
  "Comments, please",
  "3/12 评论",
  "1:30 replies",
])("a date, a time or a ratio beside the word is no number of comments: %s", label => {
  expect(parseCommentCount(label)).toBeNull()
})
