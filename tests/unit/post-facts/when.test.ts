import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { readWhen } from "../../../src/core/post-facts/when.ts"

// 2026-11-22, 21:30 in Beijing.
const clock = { now: "2026-11-22T13:30:00.000Z", utcOffsetMinutes: 480 }

describe("a time in Chinese or English is made absolute, and says how far off it may be", () => {
  test.each<[string, string, number]>([
    ["1795270111", "2026-11-21T14:08:31.000Z", 1],
    ["1795270111000", "2026-11-21T14:08:31.000Z", 1],
    ["2026-11-21T14:08:31Z", "2026-11-21T14:08:31.000Z", 1],
    ["2026-11-21T22:08:31.000+08:00", "2026-11-21T14:08:31.000Z", 1],
    ["2026-11-21 22:08:31 +0800", "2026-11-21T14:08:31.000Z", 1],
    ["Sat Nov 21 22:08:31 +0800 2026", "2026-11-21T14:08:31.000Z", 1],
    ["Sat, 21 Nov 2026 14:08:31 GMT", "2026-11-21T14:08:31.000Z", 1],
    ["2026-11-21 22:08:31", "2026-11-21T14:08:31.000Z", 1],
    ["2026-11-21 22:08", "2026-11-21T14:08:00.000Z", 60],
    ["2026/11/21 22:08", "2026-11-21T14:08:00.000Z", 60],
    ["2026年11月21日 22:08", "2026-11-21T14:08:00.000Z", 60],
    ["2026.11.21", "2026-11-20T16:00:00.000Z", 86_400],
    ["26年11月21日 22:08", "2026-11-21T14:08:00.000Z", 60],
    ["5月6日 中午1:20", "2026-05-06T05:20:00.000Z", 60],
    ["5月6日 中午12:20", "2026-05-06T04:20:00.000Z", 60],
    ["5月6日 凌晨12:20", "2026-05-05T16:20:00.000Z", 60],
    ["5月6日 晚上8:20", "2026-05-06T12:20:00.000Z", 60],
    ["May 6 at 12:20 AM", "2026-05-05T16:20:00.000Z", 60],
    ["Sept 5", "2026-09-04T16:00:00.000Z", 86_400],
    // A clock that is a little slow sees what was written just now.
    ["11-22 21:50", "2026-11-22T13:50:00.000Z", 60],
    ["11-23", "2025-11-22T16:00:00.000Z", 86_400],
    ["11-21 22:08", "2026-11-21T14:08:00.000Z", 60],
    ["11月21日 22:08", "2026-11-21T14:08:00.000Z", 60],
    ["11-21 广东", "2026-11-20T16:00:00.000Z", 86_400],
    // Later in the year than now: the one before.
    ["12-24 22:08", "2025-12-24T14:08:00.000Z", 60],
    ["昨天 21:14", "2026-11-21T13:14:00.000Z", 60],
    ["昨天21:14 浙江", "2026-11-21T13:14:00.000Z", 60],
    ["前天 00:01", "2026-11-19T16:01:00.000Z", 60],
    ["今天 08:05", "2026-11-22T00:05:00.000Z", 60],
    ["Yesterday at 9:14 PM", "2026-11-21T13:14:00.000Z", 60],
    ["刚刚", "2026-11-22T13:30:00.000Z", 120],
    ["just now", "2026-11-22T13:30:00.000Z", 120],
    ["30秒前", "2026-11-22T13:29:30.000Z", 1],
    ["5分钟前", "2026-11-22T13:25:00.000Z", 60],
    ["5分鐘前", "2026-11-22T13:25:00.000Z", 60],
    ["半小时前", "2026-11-22T13:00:00.000Z", 60],
    ["3小时前", "2026-11-22T10:30:00.000Z", 3600],
    ["2小時前", "2026-11-22T11:30:00.000Z", 3600],
    ["3h", "2026-11-22T10:30:00.000Z", 3600],
    ["3 hours ago", "2026-11-22T10:30:00.000Z", 3600],
    ["an hour ago", "2026-11-22T12:30:00.000Z", 3600],
    ["2天前", "2026-11-20T13:30:00.000Z", 172_800 / 2],
    ["1周前", "2026-11-15T13:30:00.000Z", 604_800],
    ["9:08 PM · Nov 21, 2026", "2026-11-21T13:08:00.000Z", 60],
    ["21st November 2026, 22:08", "2026-11-21T14:08:00.000Z", 60],
    ["Today, 9:14 PM", "2026-11-22T13:14:00.000Z", 60],
    ["Yesterday, 21:14", "2026-11-21T13:14:00.000Z", 60],
    ["Nov 21, 2026", "2026-11-20T16:00:00.000Z", 86_400],
    ["21 November 2026 at 22:08", "2026-11-21T14:08:00.000Z", 60],
    ["Nov 21", "2026-11-20T16:00:00.000Z", 86_400],
    ["发布于 2026-11-21 22:08", "2026-11-21T14:08:00.000Z", 60],
    ["编辑于 昨天 22:08", "2026-11-21T14:08:00.000Z", 60],
    ["2026-11-21 22:08 来自上海", "2026-11-21T14:08:00.000Z", 60],
    ["2026-11-21 22:08 · IP属地上海", "2026-11-21T14:08:00.000Z", 60],
    ["2026年11月21日 下午10:08", "2026-11-21T14:08:00.000Z", 60],
  ])("%s", (raw, at, plusMinusSeconds) => {
    expect(readWhen(raw, clock)).toMatchObject({ at, plusMinusSeconds })
  })
})

test.each([
  "",
  "广东",
  "3/12",
  "32月1日",
  "2026-02-30 10:00",
  "2026-11-21 25:00",
  "2026-11-21 22:61",
  "12345",
  "上周三",
  "3天",
  "1.2万",
  "0000-00-00",
  // Three days, by who writes it; and two.
  "05/06/26",
  "05/06/26 10:00",
  "05-06-26 10:00",
  "26-11-21 22:08",
  "10.11.12 10:00",
  "12-5 10:00",
  // Of this day or of the next.
  "5月6日 晚上12:20",
  "5月6日 晚上1:20",
  "5月6日 上午13:20",
  "marathon 5",
  "mark 5",
  "Marc 5",
  "decent 12",
  `2026-11-21 ${"x".repeat(500)}`,
])("%j is no time", raw => {
  expect(readWhen(raw, clock)).toBeNull()
})

test("yesterday is the day before in the zone of the computer, at the turn of a year too", () => {
  const newYear = { now: "2026-12-31T16:10:00.000Z", utcOffsetMinutes: 480 }
  expect(readWhen("昨天 23:50", newYear)?.at).toBe("2026-12-31T15:50:00.000Z")
  expect(readWhen("12-31 23:50", newYear)?.at).toBe("2026-12-31T15:50:00.000Z")
})

test.each([
  ["26-11-21 22:08", "2026-11-21T14:08:00.000Z"],
  ["24-5-6 15:20", "2024-05-06T07:20:00.000Z"],
  ["12-5 10:00", "2025-12-05T02:00:00.000Z"],
])("a site of China writes the year first, then the month: %s", (raw, at) => {
  expect(readWhen(raw, { ...clock, siteOffsetMinutes: 480 })?.at).toBe(at)
  expect(readWhen(raw, { ...clock, siteOffsetMinutes: -480 })).toBeNull()
})

test("a day of tomorrow's name is last year's", () => {
  const newYear = { now: "2026-01-01T04:00:00.000Z", utcOffsetMinutes: 480, siteOffsetMinutes: 480 }
  expect(readWhen("01-02", newYear)?.at).toBe("2025-01-01T16:00:00.000Z")
})

describe("a time without a zone", () => {
  // In Berlin, in summer.
  const berlin = { now: "2026-07-15T10:00:00.000Z", utcOffsetMinutes: 120, timeZone: "Europe/Berlin" }
  test.each([
    ["2026-01-15 10:00", "2026-01-15T09:00:00.000Z", 60],
    ["2026-06-15 10:00", "2026-06-15T08:00:00.000Z", 60],
    ["Jan 15, 2026, 10:00 AM", "2026-01-15T09:00:00.000Z", 60],
    ["2026-01-15", "2026-01-14T23:00:00.000Z", 86_400],
    ["昨天 21:14", "2026-07-14T19:14:00.000Z", 60],
    // The hour that came twice, and the one that did not come.
    ["2025-10-26 02:30", "2025-10-26T00:30:00.000Z", 3_660],
    ["2026-03-29 02:30", "2026-03-29T00:30:00.000Z", 3_660],
    ["2025-10-26", "2025-10-25T22:00:00.000Z", 90_000],
  ])("is one of the clocks of that day: %s", (raw, at, plusMinusSeconds) => {
    expect(readWhen(raw, berlin)).toMatchObject({ at, plusMinusSeconds })
  })

  test.each(["Nowhere/Land", "Asia/Shanghai"])(
    "may be an hour off where the zone is said to be %s",
    timeZone => {
      expect(readWhen("2026-01-15 10:00", { ...berlin, timeZone })).toMatchObject({
        at: "2026-01-15T08:00:00.000Z",
        plusMinusSeconds: 3_660,
      })
    },
  )

  test.each([
    ["2026-07-01T10:00:00", 1],
    ["2026-07-01 10:00", 60],
    ["Jul 1, 2026, 10:00 AM", 60],
    ["昨天 21:14", 60],
  ])("may be of any zone where nobody knows the page's: %s", (raw, ownSeconds) => {
    const when = readWhen(raw, { ...berlin, isOfAnyZone: true })
    // From Berlin, Kiribati is twelve hours ahead, and nobody is more than fourteen behind; yesterday may be another day there.
    expect(when?.plusMinusSeconds).toBeGreaterThanOrEqual(12 * 3600 + ownSeconds)
    expect(when?.plusMinusSeconds).toBeLessThanOrEqual(38 * 3600 + ownSeconds)
    for (const zone of ["Pacific/Kiritimati", "Asia/Shanghai", "Asia/Kathmandu", "Pacific/Pago_Pago"]) {
      const offset = { "Pacific/Kiritimati": 840, "Asia/Shanghai": 480, "Asia/Kathmandu": 345 }[zone] ?? -660
      const there = readWhen(raw, { now: berlin.now, utcOffsetMinutes: offset })
      const away = Math.abs(Date.parse(there?.at ?? "") - Date.parse(when?.at ?? "")) / 1000
      expect(away).toBeLessThanOrEqual(when?.plusMinusSeconds ?? -1)
    }
  })

  test("that has its zone, or is told by how long ago, is as certain as before", () => {
    const unknown = { ...berlin, isOfAnyZone: true }
    expect(readWhen("2026-07-01T10:00:00+08:00", unknown)?.plusMinusSeconds).toBe(1)
    expect(readWhen("5分钟前", unknown)?.plusMinusSeconds).toBe(60)
  })

  test("of a site whose country is known is of that zone or the reader's", () => {
    const known = { ...berlin, siteOffsetMinutes: 480, isOfAnyZone: true }
    expect(readWhen("2026-07-01 10:00", known)?.plusMinusSeconds).toBe(6 * 3600 + 60)
  })
})

test("nothing that a page writes throws, or gives what is no time", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d年月日:\- 前小时分昨天hms]{0,20}$/)), raw => {
      const when = readWhen(raw, clock)
      if (when === null) return
      expect(new Date(when.at).toISOString()).toBe(when.at)
      expect(when.plusMinusSeconds).toBeGreaterThanOrEqual(0)
    }),
  )
})

test("where it is another day at the site already, its yesterday lies within what is told as well", () => {
  // Four in the morning in Beijing, and still the evening before in London.
  const abroad = { now: "2026-11-25T20:00:00.000Z", utcOffsetMinutes: 0, siteOffsetMinutes: 480 }
  const when = readWhen("昨天 21:14", abroad)
  for (const meant of ["2026-11-24T21:14:00.000Z", "2026-11-25T13:14:00.000Z"]) {
    const away = Math.abs(Date.parse(meant) - Date.parse(when?.at ?? "")) / 1000
    expect(away).toBeLessThanOrEqual(when?.plusMinusSeconds ?? -1)
  }
})

test("a time without a zone may be the reader's or the site's: both lie within what is told", () => {
  const abroad = { now: "2026-11-22T13:30:00.000Z", utcOffsetMinutes: 0, siteOffsetMinutes: 480 }
  expect(readWhen("2026-11-21 22:08", abroad)).toMatchObject({
    at: "2026-11-21T22:08:00.000Z",
    plusMinusSeconds: 8 * 3600 + 60,
  })
  expect(readWhen("3小时前", abroad)).toMatchObject({ plusMinusSeconds: 3600 })
  expect(readWhen("2026-11-21 22:08", { ...clock, siteOffsetMinutes: 480 })).toMatchObject({
    plusMinusSeconds: 60,
  })
})
