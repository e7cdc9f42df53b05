// @vitest-environment happy-dom
/** Once the page of an author is kept beside the post, it is known as that author's. */
import { expect, test } from "vitest"
import { adviceFor } from "../../../../src/core/coach.ts"
import { summaryOf } from "../../../../src/core/post-facts/summary.ts"
import { documentOf, factsOf, fixtures, type Meta } from "./fixtures.ts"

const summaryFor = (fixture: string, different: Partial<Meta> = {}) => {
  const { html, meta } = fixtures.find(({ name }) => name === fixture) ?? expect.unreachable(fixture)
  return summaryOf(factsOf(documentOf(html), { ...meta, ...different }))
}

test.each([
  ["weibo/desktop-post", "weibo/profile", undefined, "found"],
  ["weibo/mobile-detail", "weibo/profile", "https://m.weibo.cn/u/5012345678?uid=5012345678", "found"],
  ["weibo/desktop-post", "weibo/profile", "https://weibo.com/5012345678", "found"],
  ["weibo/desktop-post", "weibo/profile", "https://weibo.com/u/5012345679", "open"],
  ["weibo/desktop-post", "weibo/profile", "https://weibo.com/n/林小满", "open"],
  ["douban/group-topic", "douban/profile", undefined, "found"],
  ["reddit/desktop-post", "reddit/profile", undefined, "found"],
  ["reddit/old-post", "reddit/profile", "https://old.reddit.com/u/LinXiaoman_88", "found"],
  ["x/desktop-thread", "x/profile", undefined, "found"],
  ["tieba/thread", "tieba/profile", "https://tieba.baidu.com/home/main?un=xiaoman_2019", "found"],
  ["tieba/thread", "tieba/profile", "https://tieba.baidu.com/home/main?un=afang", "open"],
  ["tieba/thread", "tieba/profile", "https://tieba.baidu.com/home/main?id=tb.1.aa11.xiaoman&fr=pb", "found"],
  [
    "tieba/thread",
    "tieba/profile",
    "https://tieba.baidu.com/home/main?id=tb.1.aa11.xiaoman?t=1600000000",
    "found",
  ],
  ["tieba/thread", "tieba/profile", "https://tieba.baidu.com/home/main?id=tb.1.cc33.afang", "open"],
  ["toutiao/desktop-article", "toutiao/profile", undefined, "found"],
  ["toutiao/short-post", "toutiao/profile", undefined, "found"],
  ["toutiao/mobile-article", "toutiao/profile", "https://www.toutiao.com/c/user/62340001234/", "found"],
  [
    "toutiao/desktop-article",
    "toutiao/profile",
    "https://www.toutiao.com/c/user/token/MS4wLjABAAAAhebian0123456789hebian0123456789/",
    "open",
  ],
  ["facebook/post", "facebook/profile", undefined, "found"],
] as const)("of %s, where %s is kept at %s, the coach says %s", (post, profile, url, state) => {
  const advice = adviceFor({
    ...{ host: "", isOfWeb: true, startedAt: "", facts: summaryFor(post), ofPost: [], readings: [] },
    ofAuthor: [
      { item: 2, host: "", startedAt: "", facts: summaryFor(profile, url === undefined ? {} : { url }) },
    ],
    said: new Map(),
  })
  expect(advice.find(({ name }) => name === "profile")?.state).toBe(state)
})
