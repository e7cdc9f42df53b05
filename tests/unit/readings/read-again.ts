/** A post as a page tells it, and what is found when the page is opened again. */
import { type FieldName, type PageSource } from "../../../src/core/post-facts/fields.ts"
import { judgeReading, type PostFacts } from "../../../src/core/post-facts/judge.ts"
import { type ReadAgain } from "../../../src/core/readings/judge.ts"

export const url = "https://weibo.com/1000000001/Nexample01"
export const words = "张三上周在小区业主群里说李四欠钱不还，这完全不是事实。"

type Said = Partial<Record<FieldName, string>>

/** What the page says, as data in its scripts would; the id of the post as its address does. */
export function factsOf(said: Said, adapter = "weibo", idFrom: PageSource = "url"): PostFacts {
  const entries = Object.entries(said) as [FieldName, string][]
  return judgeReading(
    {
      href: url,
      adapter: { id: adapter, version: "2026-11-26" },
      siteOffsetMinutes: 480,
      pageType: "post",
      candidates: entries.map(([field, raw]) => ({
        ...{ field, raw, where: "test", isCut: false },
        source: field === "postId" ? idFrom : "page-json",
      })),
      comments: [],
      commentsLeft: 0,
      base: null,
      wanted: [],
      faults: [],
    },
    { clock: { now: "2026-11-26T04:00:00.000Z", utcOffsetMinutes: 480 }, href: url },
  )
}

export const post: Said = {
  postId: "Nexample01",
  authorName: "林小满",
  authorId: "1000000001",
  text: words,
  views: "1200",
  reposts: "17",
  likes: "3",
}

export const readAgain = (different: Partial<ReadAgain> & { readonly said?: Said }): ReadAgain => {
  const { said = post, ...rest } = different
  return {
    url,
    captured: factsOf(post),
    facts: factsOf(said),
    signs: { href: url, status: 200, shown: "" },
    walls: [],
    ...rest,
  }
}
