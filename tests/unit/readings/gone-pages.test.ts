// @vitest-environment happy-dom
/** What each site shows in place of a post is told as that, in the site's words, and as no more than they say. */
import { expect, test } from "vitest"
import { findIn } from "../../../src/capture/unclobbered.ts"
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
