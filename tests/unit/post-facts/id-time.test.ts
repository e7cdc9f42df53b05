import { expect, test } from "vitest"
import { idTime, midOf } from "../../../src/core/post-facts/id-time.ts"

/** Of 抖音 and Instagram, posts whose time is known from elsewhere (law.md §6.2). */
test.each<[site: string, id: string, at: string]>([
  ["xiaohongshu", "6411cf99000000001300b6d9", "2023-03-15T14:00:57.000Z"],
  // The well-known example of the time in such a number.
  ["x", "1212092628029698048", "2019-12-31T19:26:16.000Z"],
  ["weibo", "5367814663823936", "2026-11-21T14:10:08.000Z"],
  ["weibo", "Rssaug2Mo", "2026-11-21T14:10:08.000Z"],
  ["douyin", "6961737553342991651", "2021-05-13T11:37:19.000Z"],
  ["instagram", "aye83DjauH", "2013-06-20T17:15:45.000Z"],
])("of %s, %s holds %s", (site, id, at) => {
  const found = Date.parse(idTime(site, id)?.at ?? "")
  expect(Math.abs(found - Date.parse(at))).toBeLessThan(60_000)
})

test.each([
  ["zhihu", "123456789"],
  ["weibo", "不是"],
  ["weibo", "!!!!!!!!!"],
  ["x", "12345"],
  ["x", "9".repeat(40)],
  ["xiaohongshu", "ffffffff000000001300b6d9"],
  ["instagram", ""],
  ["toString", "1212092628029698048"],
])("of %s, %j holds none", (site, id) => {
  expect(idTime(site, id)).toBeNull()
})

test("a 微博 has one number in two ways of writing", () => {
  expect(midOf("Rssaug2Mo")).toBe("5367814663823936")
  expect(midOf("5367814663823936")).toBe("5367814663823936")
  // Groups that begin with zeros keep them.
  expect(midOf("z0JH2lOMb")).toBe("3501756485200075")
})
