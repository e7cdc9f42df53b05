import { expect, test } from "vitest"
import { noticesOf } from "../../../src/core/notices.ts"
import { type PageType } from "../../../src/core/post-facts/fields.ts"
import { judgeReading, type PostFacts } from "../../../src/core/post-facts/judge.ts"
import { summaryOf } from "../../../src/core/post-facts/summary.ts"

const url = "https://x.com/a/status/1800000000000000000"

/** A page of which nothing but the address was understood. */
const factsOf = (adapter: string, pageType: PageType): PostFacts =>
  judgeReading(
    {
      ...{ href: url, base: null, adapter: { id: adapter, version: "2026-11-26" }, siteOffsetMinutes: null },
      ...{ pageType, candidates: [], comments: [], commentsLeft: 0, wanted: [], faults: [] },
    },
    { clock: { now: "2026-11-26T04:00:00.000Z", utcOffsetMinutes: 480 }, href: url },
  )

test.each<[string, PageType, boolean]>([
  ["weibo", "post", true],
  ["x", "thread", true],
  ["tieba", "thread", true],
  ["reddit", "comment", true],
  ["generic", "post", true],
  // A later page of a thread is as it should be.
  ["generic", "thread", false],
  ["weibo", "profile", false],
  ["weibo", "list", false],
  ["generic", "other", false],
])("of %s, a %s of which nothing was understood is told of: %s", (adapter, pageType, isTold) => {
  const facts = summaryOf(factsOf(adapter, pageType))
  expect(facts.missing).toEqual(isTold ? ["authorName", "publishedAt", "text"] : [])
  const notices = noticesOf({ url, page: null, pages: [1], facts })
  expect(notices).toEqual(isTold ? ["facts/missing"] : [])
})
