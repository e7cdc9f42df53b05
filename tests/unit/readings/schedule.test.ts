/** A schedule reads never oftener than daily, catches up once after the browser was closed, and says when it is next due. */
import fc from "fast-check"
import { expect, test } from "vitest"
import { dueAt, intervals, retryAt, type Schedule, whatIsDue } from "../../../src/core/readings/schedule.ts"
import { visitsIn } from "../../../src/core/readings/visits.ts"

const since = "2026-11-26T04:00:00.000Z"
const daily: Schedule = { everyDays: 1, since, lastAt: null, notBefore: null }

test.each<[string, Partial<Schedule>, string]>([
  ["the first is a day after it was switched on", {}, "2026-11-27T04:00:00.000Z"],
  ["a reading by hand moves it", { lastAt: "2026-11-26T20:00:00.000Z" }, "2026-11-27T20:00:00.000Z"],
  [
    "one from before does not bring it nearer",
    { lastAt: "2026-11-20T00:00:00.000Z" },
    "2026-11-27T04:00:00.000Z",
  ],
  ["every week", { everyDays: 7 }, "2026-12-03T04:00:00.000Z"],
  [
    "not while the browser was just offline",
    { notBefore: "2026-11-27T09:00:00.000Z" },
    "2026-11-27T09:00:00.000Z",
  ],
])("%s", (_what, different, at) => {
  expect(dueAt({ ...daily, ...different })).toBe(at)
})

test("what is overdue is read once, the longest waiting first, and the next of the others is told", () => {
  const old = { ...daily, since: "2026-11-01T00:00:00.000Z" }
  const weekly: Schedule = { ...daily, everyDays: 7 }
  expect(whatIsDue([daily, weekly, old], "2026-11-27T05:00:00.000Z")).toEqual({
    due: [old, daily],
    next: "2026-12-03T04:00:00.000Z",
  })
  expect(whatIsDue([], since)).toEqual({ due: [], next: null })
})

const time = fc
  .date({ min: new Date("2026-01-01"), max: new Date("2027-01-01"), noInvalidDate: true })
  .map(date => date.toISOString())
test("none is due within a day of the last, whatever the clock says", () => {
  fc.assert(
    fc.property(fc.constantFrom(...intervals), time, time, time, (everyDays, begun, last, now) => {
      const { due } = whatIsDue([{ everyDays, since: begun, lastAt: last, notBefore: null }], now)
      if (due.length > 0) expect(Date.parse(now) - Date.parse(last)).toBeGreaterThanOrEqual(86_400_000)
      expect(Date.parse(retryAt(now)) - Date.parse(now)).toBe(3_600_000)
    }),
  )
})

test("our own visits are the requests for the addresses of the post, the visitors' views and the pages opened", () => {
  const request = (url: string) => ({ at: since, url, purpose: "source" as const, status: 200 })
  const requests = [
    request("https://a.example/p#x"),
    request("https://a.example/p?token=2"),
    request("https://a.example/p.png"),
    request("https://a.example/p"),
  ]
  const urls = ["https://a.example/p", "https://a.example/p?token=2#c"]
  expect(visitsIn({ requests, urls, visitors: 2, opened: 1 })).toBe(6)
})
