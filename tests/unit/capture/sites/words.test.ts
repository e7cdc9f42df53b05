// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { postWordsOf } from "../../../../src/capture/sites/words.ts"
import { isFolded } from "../../../../src/core/post-facts/meaning.ts"
import { documentOf } from "./fixtures.ts"

const wordsIn = (html: string) => {
  const [post] = documentOf(`<div id="post">${html}</div>`).body.children
  return postWordsOf(post ?? expect.unreachable(), part => part.closest(".apart") !== null)
}

test.each([
  [
    "a button that folds it again",
    '<span>用的是过期肉。</span><span class="x1">收起<i></i></span>',
    "用的是过期肉。",
  ],
  ["the same words as its author's", "<p>把冰柜收起</p><p>全文如下</p>", "把冰柜收起\n\n全文如下"],
  [
    "a word of a list's that is no button",
    "<p>用的是过期肉。</p><b>更多</b><p>见下</p>",
    "用的是过期肉。\n更多\n见下",
  ],
  ["a word of a link that is not a button's", '<a href="/t">#展开#</a>说说', "#展开#说说"],
])("the words of a post with %s are %j: %j", (_what, html, words) => {
  expect(wordsIn(html)).toBe(words)
  expect(isFolded(wordsIn(html))).toBe(false)
})

test.each([
  ["behind dots", "<span>用的是过期肉，冰柜里...</span><span>展开</span>"],
  ["behind nothing", "用的是过期肉，冰柜里 <button>展开全文</button>"],
  ["behind dots, in Taiwan", '用的是过期肉，冰柜里…… <div role="button" tabindex="0">查看更多</div>'],
  ["behind nothing, in Hong Kong", '用的是过期肉，冰柜里<div role="button">顯示更多</div><p></p>'],
  ["in English", '用的是过期肉，冰柜里... <div role="button">See more</div>'],
  ["by how much is left", "用的是过期肉，冰柜里<span>展开剩余80%</span>"],
  ["in a link", '用的是过期肉，冰柜里…<a href="/status/1">全文</a>'],
])("a post that a button unfolds, %s, is not all there", (_where, html) => {
  expect(wordsIn(html)).toBe("用的是过期肉，冰柜里…展开")
  expect(isFolded(wordsIn(html))).toBe(true)
})

test("a button in another's words folds nothing of the post's", () => {
  expect(wordsIn('说完了。<div class="apart">别人的话<span>展开</span></div>')).toBe("说完了。")
})
