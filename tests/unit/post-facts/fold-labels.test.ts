import { expect, test } from "vitest"
import { beforeFold, isFolded } from "../../../src/core/post-facts/meaning.ts"

const words = "这家用的是過期肉，我上個月"

test.each([
  "…展开",
  "...全文",
  "…… 查看更多",
  "……\n查看更多",
  "…顯示更多",
  "...更多",
  "…閱讀更多",
  "…展開全文",
  "...(全文)",
  "...（全文）",
  "...展开剩余80%",
  "…[查看更多]",
  "… See more",
  "…Read More ›",
  "... more",
  "…展开 ∨",
  "… もっと見る",
  "…Mehr anzeigen",
  "… ver más",
])("a text that ends in %j is folded, and what stands before is its beginning", label => {
  expect([isFolded(words + label), beforeFold(words + label)]).toEqual([true, words])
})

test.each([
  "让它再发展……",
  "事情会继续展开…",
  "我想说的还有更多……",
  "全文…",
  "tell me more",
  "give me more…",
  "请看全文",
  "……大家小心",
  "不只这些……更多！",
  "……more than that",
  "…展开讨论",
  "",
  "…",
])("a text that ends in %j is all there", text => {
  expect([isFolded(text), beforeFold(text)]).toEqual([false, text])
})
