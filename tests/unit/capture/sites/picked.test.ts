// @vitest-environment happy-dom
/** On a page of many posts, the one that the user pointed at is read, and no other. */
import { expect, test } from "vitest"
import { readPostFacts } from "../../../../src/capture/post-facts.ts"
import { siteOf } from "../../../../src/capture/sites/all.ts"
import { judgeReading } from "../../../../src/core/post-facts/judge.ts"
import { parseReading } from "../../../../src/core/post-facts/reading.ts"
import { documentOf, fixtures } from "./fixtures.ts"

const clock = { now: "2026-11-22T13:30:00.000Z", utcOffsetMinutes: 480 }

const article = (name: string, uid: number, id: string, words: string, more = "") => `
<article><div><header><a href="/u/${String(uid)}" usercard="${String(uid)}" class="_name_1b05f_122"><span title="${name}">${name}</span></a>
<a class="_time_1tpft_33" href="https://weibo.com/${String(uid)}/${id}" title="2026-11-21 22:08">11-21 22:08</a><div title="发布于 浙江">发布于 浙江</div></header>
<div class="wbpro-feed-content"><div class="wbpro-feed-ogText"><div class="_wbtext_1h76l_19">${words}</div></div></div>${more}</div>
<footer aria-label="8,3,5"></footer></article>`

const passedOn = `<div class="retweet"><div class="wbpro-feed-reText"><div class="_wbtext_1h76l_19" id="theirs">别人的话</div></div>
<a class="_time_1tpft_33" href="https://weibo.com/6000000001/Rse4r5HpK">11-20</a></div>`

const feed = {
  url: "https://weibo.com/u/5012345678",
  html: `<main><h1 id="head">林小满</h1>${article("林小满", 5012345678, "Rssaug2Mo", '<b id="words">用的是过期肉</b>', passedOn)}
${article("阿芳面馆", 5099999999, "RsfaXY7Qp", '<b id="other">我们是被造谣的</b>')}</main>`,
}

function factsOf({ url, html }: { readonly url: string; readonly html: string }, selector: string | null) {
  const page = documentOf(html)
  const chosen = selector === null ? null : page.querySelector(selector)
  const reading: unknown = readPostFacts(page.documentElement, url, siteOf(new URL(url)), () => 0, { chosen })
  return judgeReading(parseReading(JSON.parse(JSON.stringify(reading))), { clock, href: url })
}

test.each([
  ["a word of it", "#words", "林小满", "用的是过期肉"],
  ["all of it", "article", "林小满", "用的是过期肉"],
  ["another one", "#other", "阿芳面馆", "我们是被造谣的"],
])("of a 微博 in a list, by %s", (_what, selector, name, words) => {
  const { pageType, fields } = factsOf(feed, selector)
  expect(pageType).toBe("post")
  expect(fields.authorName).toMatchObject({ verdict: "ok", value: name })
  expect(fields.text).toMatchObject({ verdict: "ok", value: words })
  expect(fields.text.where).toMatch(/^chosen post: /)
  expect(fields.permalink.value).toMatch(/^https:\/\/weibo\.com\/50\d+\/Rs/)
  expect(fields.permalink.source).toBe("dom")
  expect(fields.reposts.value?.count).toBe(8)
})

test.each([
  ["nothing", null],
  ["a heading", "#head"],
  ["several posts", "main"],
  ["the words of another, which a post passes on", "#theirs"],
])("of %s in a list of 微博, no post is read", (_what, selector) => {
  const { pageType, fields } = factsOf(feed, selector)
  expect(pageType).toBe("profile")
  expect([fields.postId.verdict, fields.text.verdict]).toEqual(["not-found", "not-found"])
})

const fixtureOf = (wanted: string) => {
  const { html, meta } = fixtures.find(({ name }) => name === wanted) ?? expect.unreachable(wanted)
  return { html, url: meta.url }
}

test("of an answer below its question, what it says is read, and whose it is", () => {
  const { pageType, fields } = factsOf(fixtureOf("zhihu/question"), ".List-item:nth-child(2)")
  expect(pageType).toBe("post")
  expect(fields.postId.value).not.toBe("700000111")
  expect(fields.authorName.verdict).toBe("ok")
  expect(fields.authorName.value).not.toBe(
    factsOf(fixtureOf("zhihu/question"), ".List-item").fields.authorName.value,
  )
  expect(fields.text.where).toMatch(/^chosen post: /)
})

const thread = fixtureOf("x/desktop-thread")

test.each([
  ["an answer below a post on X", thread, 'article:has([data-testid="UserAvatar-Container-river_cat"])'],
  ["a post that an account on X passed on", fixtureOf("x/profile"), '[data-testid="socialContext"]'],
])("of %s, its author and its words are read", (_what, page, selector) => {
  const { pageType, fields } = factsOf(page, selector)
  expect(pageType).toBe("thread")
  expect(fields.authorHandle).toMatchObject({ verdict: "ok", value: "river_cat" })
  expect(fields.permalink.value).toMatch(/^https:\/\/x\.com\/river_cat\/status\/\d+$/)
  expect(fields.text.verdict).toBe("ok")
  expect(fields.text.where).toMatch(/^chosen post: /)
})

test.each([
  ["the post itself", 'article [data-testid="tweetText"]'],
  ["what it quotes", 'article [role="link"] [data-testid="tweetText"]'],
  ["nothing of a post", '[data-testid="sidebarColumn"]'],
])("of a page of a post on X, by %s, that post is read", (_what, selector) => {
  expect(factsOf(thread, selector)).toEqual(factsOf(thread, null))
})

test("of a post that another on X quotes in a list, none is read", () => {
  const { pageType, fields } = factsOf(fixtureOf("x/profile"), 'article div[role="link"] time')
  expect([pageType, fields.text.verdict]).toEqual(["profile", "not-found"])
})

test("of a post in a list of Instagram, by the link on its time, its words are read", () => {
  const { html } = fixtureOf("instagram/desktop-post")
  const { fields } = factsOf({ html, url: "https://www.instagram.com/" }, "article header img")
  expect(fields.postId).toMatchObject({ verdict: "ok", value: "DgAaMVY9Mux" })
  expect(fields.text).toMatchObject({ verdict: "ok", value: expect.stringMatching(/过期肉/) as string })
})

test("of a question that was pointed at, its own facts are read", () => {
  const whole = factsOf(fixtureOf("zhihu/question"), ".QuestionPage")
  expect(whole).toEqual(factsOf(fixtureOf("zhihu/question"), null))
})

const redditPost = (id: string, author: string, title: string, more = "") => `
<article><shreddit-post id="t3_${id}" permalink="/r/qinghe/comments/${id}/a_post/" author="${author}" author-id="t2_${id}"
created-timestamp="2026-11-21T14:08:31.512000+0000" score="7" comment-count="2" post-title="${title}" ${more === "" ? "" : 'post-type="crosspost"'}>
<a slot="title" class="title-${id}">${title}</a><a slot="text-body"><div>Its beginning</div></a>${more}</shreddit-post></article>`

const community = {
  url: "https://www.reddit.com/r/qinghe/",
  html: `<main>${redditPost("1aaaaa", "linxiaoman_88", "Do not eat there")}${redditPost(
    "1bbbbb",
    "aunt_fang",
    "We are slandered",
    '<div slot="post-media-container"><a id="theirs">Words of another</a></div>',
  )}</main>`,
}

test("of a post of Reddit in a list, its own facts are read, and not its beginning for all of its words", () => {
  const { pageType, fields } = factsOf(community, ".title-1bbbbb")
  expect(pageType).toBe("post")
  expect(fields.postId.value).toBe("1bbbbb")
  expect(fields.authorName).toMatchObject({ verdict: "ok", value: "aunt_fang" })
  expect(fields.publishedAt).toMatchObject({ verdict: "ok", value: { at: "2026-11-21T14:08:31.512Z" } })
  expect(fields.title.value).toBe("We are slandered")
  expect(fields.text.verdict).toBe("not-found")
})

test.each(["main", "#theirs"])("of %s in a list of Reddit, no post is read", selector => {
  expect(factsOf(community, selector).fields.postId.verdict).toBe("not-found")
})

test("a page that is of one post is of that one, whatever was pointed at", () => {
  const post = fixtureOf("weibo/desktop-unfolded")
  expect(factsOf(post, "article:nth-of-type(2)")).toEqual(factsOf(post, null))
})
