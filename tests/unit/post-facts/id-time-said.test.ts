/** The time in the id beside the one that the page shows, which may be off itself. */
import { expect, test } from "vitest"
import { judgeReading, type PostFacts, idTimeCompared } from "../../../src/core/post-facts/judge.ts"
import { postWords } from "../../../src/i18n/post-facts.ts"

const href = "https://weibo.com/1/Rssaug2Mo"

/** The id holds 2026-11-21 22:10:08 of 北京. */
const facts = (shown: string | null): PostFacts =>
  judgeReading(
    {
      ...{ href, base: null, adapter: { id: "weibo", version: "2026-11-26" }, siteOffsetMinutes: 480 },
      ...{ pageType: "post", comments: [], commentsLeft: 0, wanted: [], faults: [] },
      candidates: [
        { field: "postId", raw: "Rssaug2Mo", source: "url", where: "address", isCut: false } as const,
        ...(shown === null
          ? []
          : [{ field: "publishedAt", raw: shown, source: "dom", where: "time", isCut: false } as const]),
      ],
    },
    { clock: { now: "2026-11-22T13:30:00.000Z", utcOffsetMinutes: 480 }, href },
  )

test.each<[string | null, string, string]>([
  [null, "页面上没有可供比较的时间", "shows none to compare"],
  ["2026-11-21 22:10:08", "与页面显示时间相符", "is the time shown"],
  [
    "2026-11-21 22:10",
    "相差 8 秒，在页面时间本身的误差（±1 分钟）之内",
    "8 seconds from the time shown on the page: within what that one may be off itself (± 1 minute)",
  ],
  [
    "2026-11-21",
    "相差 22 小时 10 分钟 8 秒，在页面时间本身的误差（±1 天）之内",
    "22 hours 10 minutes 8 seconds from the time shown on the page: within what that one may be off itself (± 1 day)",
  ],
  [
    "2026-11-21 22:08:31",
    "相差 1 分钟 37 秒，超出页面时间本身的误差（±1 秒）",
    "1 minute 37 seconds from the time shown on the page: more than that one may be off itself (± 1 second)",
  ],
])("a page that shows %s", (shown, zh, en) => {
  const compared = idTimeCompared(facts(shown))
  if (compared === null) return expect.unreachable("no time in the id")
  expect(postWords["zh-CN"].idTime(compared)).toContain(zh)
  expect(postWords.en.idTime(compared)).toContain(en)
})
