// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { unfolds } from "../../../src/capture/folded.ts"

test.each([
  ["展开", "text"],
  ["展开﹀", "text"],
  ["... 全文", "text"],
  ["…全文", "text"],
  ["阅读全文 >", "text"],
  ["展开阅读全文 ∨", "text"],
  ["Show more", "text"],
  ["…see more", "text"],
  ["Read More →", "text"],
  ["顯示全文", "text"],
  ["展開全文", "text"],
  ["（全文）", "text"],
  ["展开剩余80%", "text"],
  ["もっと見る", "text"],
  ["顯示更多", "perhaps"],
  ["閱讀更多", "perhaps"],
  ["更多", "perhaps"],
  ["查看更多 ▾", "perhaps"],
  ["加载更多...", "perhaps"],
  ["Load more", "perhaps"],
  ["展开12条回复", "perhaps"],
  ["查看全部 1,204 条评论 >", "perhaps"],
  ["更多评论", "perhaps"],
  ["View 3 more replies", "perhaps"],
  ["Show all comments", "perhaps"],
  ["Load more comments", "perhaps"],
] as const)("%s unfolds: %s", (label, kind) => {
  expect(unfolds(label)).toBe(kind)
})

test.each([
  "收起",
  "全文检索",
  "更多精彩内容请关注我们",
  "展开讨论",
  "312条评论",
  "评论 312",
  "共12条回复",
  "Show less",
  "Learn more",
  "more than 3",
  "moreover",
  "",
  "…",
])("%s unfolds nothing", label => {
  expect(unfolds(label)).toBeNull()
})
