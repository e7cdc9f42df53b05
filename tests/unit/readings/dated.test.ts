import { expect, test } from "vitest"
import { datedBy } from "../../../src/core/readings/dated.ts"

const startedAt = "2026-11-22T15:00:00.000Z"
const published = { at: "2026-11-20T02:00:00.000Z", plusMinusSeconds: 60 }

test.each<[string, typeof published | null, string | null, ReturnType<typeof datedBy>]>([
  ["the page's word", published, null, published],
  ["the capture, where nobody says it", null, null, { at: startedAt, plusMinusSeconds: null }],
  [
    "the user's word, before the page's",
    published,
    "2026-11-19 08:30",
    { at: "2026-11-19T00:30:00.000Z", plusMinusSeconds: 60 },
  ],
  [
    "the user's word, counted from when it was written",
    null,
    "昨天",
    { at: "2026-11-24T16:00:00.000Z", plusMinusSeconds: 86_400 },
  ],
  [
    "the capture, where the user's word is no time",
    published,
    "去年夏天",
    { at: startedAt, plusMinusSeconds: null },
  ],
])("a post is dated by %s", (_whose, page, word, expected) => {
  const filled =
    word === null
      ? undefined
      : ({ field: "publishedAt", value: word, source: "user", at: "2026-11-26T04:00:00.000Z" } as const)
  expect(
    datedBy({ published: page, filled, startedAt, utcOffsetMinutes: 480, timeZone: "Asia/Shanghai" }),
  ).toEqual(expected)
})
