// @vitest-environment happy-dom
/** The post that a page's facts speak of: found by its words, or not at all. */
import { beforeEach, expect, test, vi } from "vitest"
import { findPost } from "../../../src/capture/find-post.ts"
import { type PageType } from "../../../src/core/post-facts/fields.ts"
import { type PostReading } from "../../../src/core/post-facts/reading.ts"

vi.spyOn(Element.prototype, "getBoundingClientRect").mockReturnValue(new DOMRect(0, 0, 600, 200))
vi.spyOn(Element.prototype, "getClientRects").mockReturnValue([new DOMRect()] as unknown as DOMRectList)
Object.defineProperty(Element.prototype, "checkVisibility", {
  configurable: true,
  value(this: Element) {
    return this.closest("[hidden]") === null
  },
})

beforeEach(() => {
  document.body.replaceChildren()
})

const reading = (text: string, pageType: PageType = "post"): PostReading => ({
  ...{ href: "https://weibo.com/1/a", base: null, siteOffsetMinutes: null },
  ...{ adapter: { id: "weibo", version: "2026-08-01" }, pageType },
  candidates: [{ field: "text", raw: text, source: "dom", where: "here", isCut: false }],
  ...{ comments: [], commentsLeft: 0, wanted: [], faults: [] },
})

const WORDS = "再说一遍[怒]，这家面馆用的是过期肉。\n老板娘自己心里清楚。"
const drawn = `<div>再说一遍<img alt="[怒]">，这家面馆 用的是过期肉。<br>老板娘自己心里清楚。</div>`

test.each<[string, string, string, PageType, string | null]>([
  ["in an article", `<article id="it">${drawn}</article><p>评论</p>`, WORDS, "post", "it"],
  ["alone", `<main><section>${drawn.replace("<div", '<div id="it"')}</section></main>`, WORDS, "post", "it"],
  [
    "once for the eye, and once hidden",
    `<div hidden>${drawn}</div><article id="it">${drawn}</article>`,
    WORDS,
    "post",
    "it",
  ],
  ["twice", `<article>${drawn}</article><article>${drawn}</article>`, WORDS, "post", null],
  ["nowhere", `<article>别的话，说的是别的事情。</article>`, WORDS, "post", null],
  ["on a page of many posts", `<article>${drawn}</article>`, WORDS, "list", null],
  ["in words that anybody says", `<article><div>好吃</div></article>`, "好吃", "post", null],
])("whose words stand %s", (_name, html, text, pageType, id) => {
  document.body.innerHTML = html
  expect(findPost(reading(text, pageType))?.id ?? null).toBe(id)
})
