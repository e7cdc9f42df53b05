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
    "相差 8 秒，在页面时间本身的误差（±60 秒）之内",
    "8 s from the time shown on the page: within what that one may be off itself (± 60 s)",
  ],
  [
    "2026-11-21",
    "相差 79808 秒，在页面时间本身的误差（±86400 秒）之内",
    "79808 s from the time shown on the page: within what that one may be off itself (± 86400 s)",
  ],
  [
    "2026-11-21 22:08:31",
    "相差 97 秒，超出页面时间本身的误差（±1 秒）",
    "97 s from the time shown on the page: more than that one may be off itself (± 1 s)",
  ],
])("a page that shows %s", (shown, zh, en) => {
  const compared = idTimeCompared(facts(shown))
  if (compared === null) return expect.unreachable("no time in the id")
  expect(postWords["zh-CN"].idTime(compared)).toContain(zh)
  expect(postWords.en.idTime(compared)).toContain(en)
})
