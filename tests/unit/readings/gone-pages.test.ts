// @vitest-environment happy-dom
/** What each site shows in place of a post is told as that, in the site's words, and as no more than they say. */
import { expect, test } from "vitest"
import { findIn } from "../../../src/capture/unclobbered.ts"
import { gonePhrases } from "../../../src/core/readings/gone-phrases.ts"
import { judgeAgain } from "../../../src/core/readings/judge.ts"
import { documentOf, factsOf, fixtures } from "../capture/sites/fixtures.ts"

const fixtureOf = (name: string) => fixtures.find(each => each.name === name) ?? expect.unreachable(name)

/** Its title and what it shows, as a browser would render them. */
function shownIn(page: Document): string {
  const title = page.title
  for (const script of findIn(page.documentElement, "script, style, template, title")) script.remove()
  return `${title}\n${page.documentElement.textContent}`
}

test.each<[string, string, "phrase-deleted" | "phrase-not-shown", string]>([
  ["kuaishou/deleted", "kuaishou/desktop-video", "phrase-not-shown", "作品已失效"],
  ["kuaishou/mobile-deleted", "kuaishou/mobile-share", "phrase-not-shown", "作品不存在，可能已经被删除"],
  ["toutiao/deleted", "toutiao/desktop-article", "phrase-not-shown", "你访问的内容不存在"],
  ["facebook/not-available", "facebook/post", "phrase-not-shown", "This content isn't available right now"],
  ["facebook/not-available-chinese", "facebook/post", "phrase-not-shown", "目前无法查看此内容"],
  ["tieba/deleted", "tieba/thread", "phrase-deleted", "该贴已被删除"],
  ["weixin/deleted", "weixin/desktop-short", "phrase-deleted", "该内容已被发布者删除"],
])("%s, in place of %s: %s", (name, before, stateBasis, words) => {
  const { html, meta } = fixtureOf(name)
  const page = documentOf(html)
  const facts = factsOf(page, meta)
  const captured = fixtureOf(before).expected
  const signs = { href: meta.url, status: 200, shown: shownIn(page) }
  expect(judgeAgain({ url: meta.url, captured, facts, signs, walls: [] })).toMatchObject({
    ...{ state: "gone", stateBasis, words },
  })
})

test("a curved apostrophe is the straight one", () => {
  const { html, meta } = fixtureOf("facebook/not-available")
  const page = documentOf(html.replaceAll("isn't", "isn’t"))
  const signs = { href: meta.url, status: 200, shown: shownIn(page) }
  expect(
    judgeAgain({ url: meta.url, captured: null, facts: factsOf(page, meta), signs, walls: [] }).state,
  ).toBe("gone")
})

test.each(["facebook/post", "kuaishou/desktop-video", "toutiao/desktop-article"])(
  "where the post of %s stands, such words beside it say nothing of it",
  name => {
    const { html, meta, expected } = fixtureOf(name)
    // A post that passes on another, of which the site says that it is gone.
    const page = documentOf(
      html.replace(
        "</body>",
        "<p>This content isn't available right now</p><p>作品已失效</p><p>你访问的内容不存在</p></body>",
      ),
    )
    const signs = { href: meta.url, status: 200, shown: shownIn(documentOf(page.documentElement.outerHTML)) }
    expect(
      judgeAgain({ url: meta.url, captured: expected, facts: factsOf(page, meta), signs, walls: [] }).state,
    ).toBe("there")
  },
)

/** The whole of what stands where the post was, as public readers of the sites have it. */
const pages: readonly (readonly [before: string, shown: string, basis: string, words: string])[] = [
  [
    "weibo/desktop-post",
    "该微博因被多人投诉，根据《微博社区公约》，已被删除。查看帮助",
    "phrase-deleted",
    "该微博因被多人投诉，根据《微博社区公约》，已被删除",
  ],
  [
    "weibo/desktop-post",
    "该微博因被投诉违反《微博社区公约》的相关规定，已被删除。查看帮助",
    "phrase-deleted",
    "该微博因被投诉违反《微博社区公约》的相关规定，已被删除",
  ],
  [
    "weibo/mobile-detail",
    "该账号因被投诉违反法律法规和《微博社区公约》的相关规定，现已无法查看。查看帮助",
    "phrase-not-shown",
    "该账号因被投诉违反法律法规和《微博社区公约》的相关规定，现已无法查看",
  ],
  [
    "weibo/mobile-detail",
    "该账号因用户自行申请关闭，现已无法查看。",
    "phrase-not-shown",
    "该账号因用户自行申请关闭，现已无法查看",
  ],
  ["xiaohongshu/explore", "小红书 - 你访问的页面不见了\n返回首页", "phrase-not-shown", "你访问的页面不见了"],
  ["bilibili/desktop-video", "啊叻？\n视频不见了？", "phrase-not-shown", "啊叻？视频不见了？"],
  ["bilibili/desktop-video", "稿件不可见", "phrase-not-shown", "稿件不可见"],
  [
    "tieba/thread",
    "贴吧404\n抱歉，您访问的贴子被隐藏，暂时无法访问。",
    "phrase-not-shown",
    "您访问的贴子被隐藏，暂时无法访问",
  ],
  [
    "tieba/thread",
    "该吧被合并您所访问的贴子无法显示",
    "phrase-not-shown",
    "该吧被合并您所访问的贴子无法显示",
  ],
  ["weixin/desktop-short", "此帐号已被屏蔽, 内容无法查看", "phrase-not-shown", "此帐号已被屏蔽"],
  ["weixin/desktop-short", "此账号已被屏蔽，内容无法查看", "phrase-not-shown", "此账号已被屏蔽"],
  ["weixin/desktop-short", "此帐号已自主注销，内容无法查看", "phrase-not-shown", "此帐号已自主注销"],
  [
    "weixin/desktop-short",
    "此内容被投诉且经审核涉嫌侵权，无法查看。",
    "phrase-not-shown",
    "此内容被投诉且经审核涉嫌侵权，无法查看",
  ],
  [
    "weixin/desktop-short",
    "此内容被多人投诉，相关的内容无法进行查看。",
    "phrase-not-shown",
    "此内容被多人投诉，相关的内容无法进行查看",
  ],
  ["weixin/desktop-short", "该公众号已迁移\n访问文章", "phrase-not-shown", "该公众号已迁移"],
  [
    "reddit/desktop-post",
    "抱歉，此帖子已被 Reddit 筛选器移除。",
    "phrase-not-shown",
    "此帖子已被 Reddit 筛选器移除",
  ],
  [
    "youtube/desktop-video",
    "Video unavailable\nThis video is private",
    "phrase-not-shown",
    "Video unavailable",
  ],
  [
    "youtube/desktop-video",
    "This video isn’t available anymore\nGo to home",
    "phrase-not-shown",
    "This video isn't available anymore",
  ],
  ["youtube/desktop-video", "This video is private", "phrase-not-shown", "This video is private"],
  ["youtube/desktop-video", "無法播放這部影片", "phrase-not-shown", "無法播放這部影片"],
  [
    "x/desktop-thread",
    "嗯…此頁面不存在。請嘗試搜尋其他內容。\n搜尋",
    "phrase-not-shown",
    "此頁面不存在。請嘗試搜尋其他內容。",
  ],
  [
    "instagram/desktop-post",
    "很抱歉，此頁面無法使用。\n你點擊的連結可能故障，或該頁面已遭移除。",
    "phrase-not-shown",
    "很抱歉，此頁面無法使用",
  ],
  ["instagram/desktop-post", "很抱歉，此页面不可用。", "phrase-not-shown", "很抱歉，此页面不可用"],
  ["instagram/desktop-post", "Post isn't available", "phrase-not-shown", "Post isn't available"],
]

const readAgainOf = (name: string, html: string, more: string) => {
  const { meta, expected } = fixtureOf(name)
  const page = documentOf(html.replace("</body>", `${more}</body>`))
  const facts = factsOf(page, meta)
  const signs = { href: meta.url, status: 200, shown: shownIn(page) }
  return judgeAgain({ url: meta.url, captured: expected, facts, signs, walls: [] })
}
const paragraphs = (text: string) => text.replace(/^.*$/gm, "<p>$&</p>")

test.each(pages)("in place of %s, %j is %s", (before, shown, stateBasis, words) => {
  const empty = "<!DOCTYPE html><title></title><body></body>"
  expect(readAgainOf(before, empty, paragraphs(shown))).toMatchObject({ state: "gone", stateBasis, words })
})

test.each([...new Set(pages.map(([before]) => before))])(
  "where the post of %s stands, all of the site's words beside it say nothing of it",
  name => {
    const { html, expected } = fixtureOf(name)
    const all = gonePhrases[expected?.adapter.id ?? ""] ?? expect.unreachable(name)
    expect(readAgainOf(name, html, paragraphs(all.map(({ words }) => words).join("\n"))).state).toBe("there")
  },
)
