/** When messages were sent, by their own words and those above them. */
import { expect, test } from "vitest"
import { namesDay, readMessageTime, readTimeAbove, saysTime } from "../../../src/core/chat/when.ts"

/** A Thursday, 16:00 in China. */
const clock = { now: "2026-11-26T08:00:00.000Z", utcOffsetMinutes: 480 }

test.each<[own: string | null, above: string | null, at: string | null]>([
  ["10:30", "昨天", "2026-11-25T02:30:00.000Z"],
  ["下午3:05", "昨天", "2026-11-25T07:05:00.000Z"],
  ["10:30", "2024年3月5日", "2024-03-05T02:30:00.000Z"],
  ["10:30", "2024年3月5日 08:12", "2024-03-05T02:30:00.000Z"],
  ["10:30", "Today", "2026-11-26T02:30:00.000Z"],
  ["10:30 PM", "Yesterday", "2026-11-25T14:30:00.000Z"],
  ["10:30", "March 5, 2024", "2024-03-05T02:30:00.000Z"],
  ["10:30", "Tuesday, March 5, 2024", "2024-03-05T02:30:00.000Z"],
  ["10:30", "星期二", "2026-11-24T02:30:00.000Z"],
  ["10:30", "周四", "2026-11-19T02:30:00.000Z"],
  ["10:30", "Wednesday", "2026-11-25T02:30:00.000Z"],
  ["2024-03-05 10:30", "昨天", "2024-03-05T02:30:00.000Z"],
  ["2024-03-05T10:30:00.000Z", null, "2024-03-05T10:30:00.000Z"],
  ["10:30, 2024/3/5", null, "2024-03-05T02:30:00.000Z"],
  // The fifth of March or the third of May: the line above says which.
  ["10:30, 05/03/2024", "2024年3月5日", "2024-03-05T02:30:00.000Z"],
  ["10:30, 05/03/2024", null, null],
  ["10:30", null, null],
  ["10:30", "新消息", null],
  [null, "昨天", null],
])("%s below %s was at %s", (own, above, at) => {
  expect(readMessageTime({ own, above }, clock)?.at ?? null).toBe(at)
})

test("a time that the line above names holds from then until the next line", () => {
  expect(readTimeAbove("昨天 21:04", "昨天 21:30", clock)).toEqual({
    at: "2026-11-25T13:04:00.000Z",
    plusMinusSeconds: 26 * 60,
    basis: "relative to the day of capture; shown above the message, which shows no time of its own",
  })
  expect(readTimeAbove("昨天 21:04", null, clock)?.plusMinusSeconds).toBe(86_400)
})

test.each([
  ["昨天", true],
  ["2024年3月5日", true],
  ["星期三", true],
  ["Today", true],
  ["昨天 21:04", true],
  ["21:04", false],
  ["以下是新消息", false],
  ["我们昨天说好的", false],
])("%s names a day: %s", (words, names) => {
  expect(namesDay(words, clock)).toBe(names)
})

test.each(["21:04", "昨天 21:04", "3分钟前", "Mon"])("%s says a time and nothing else", words => {
  expect(saysTime(words, clock)).toBe(true)
})
