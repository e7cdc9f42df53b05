/** An account's numbers over a year: each address once, with its newest number, and likes in no sum but their own. */
import { expect, test } from "vitest"
import { type CapturedPost, totalsOfAccount } from "../../../src/core/readings/account.ts"

const now = "2026-11-26T04:00:00.000Z"
const counter = (count: number, rounded = false) => ({ count, rounded })
const captured = (url: string, at: string, ...read: CapturedPost["read"]): CapturedPost => ({
  ...{ url, permalink: null, at, read },
})
const views = (at: string, count: number) => ({ at, counters: { views: counter(count), likes: counter(7) } })

test("each address counts once, with the newest number, however often it was captured and read", () => {
  const { posts, sums } = totalsOfAccount(
    [
      captured(
        "https://a.example/1",
        "2026-11-01T00:00:00Z",
        views("2026-11-02", 100),
        views("2026-11-09", 900),
      ),
      captured("https://a.example/1#c", "2026-11-01T00:00:00Z", views("2026-11-05", 500)),
      captured("https://a.example/2", "2026-10-01T00:00:00Z", views("2026-10-01", 10)),
    ],
    now,
  )
  expect(posts).toBe(2)
  expect(sums.views).toEqual({ count: 910, posts: 2, rounded: false })
  expect(sums.likes).toEqual({ count: 14, posts: 2, rounded: false })
  expect(sums.reposts).toEqual({ count: 0, posts: 0, rounded: false })
})

test("what is older than a year is not in it", () => {
  const old = captured("https://a.example/1", "2025-11-25T00:00:00Z", views("2026-11-01", 100))
  const young = captured("https://a.example/2", "2025-11-27T00:00:00Z", views("2026-11-01", 20))
  expect(totalsOfAccount([old, young], now)).toMatchObject({ posts: 1, sums: { views: { count: 20 } } })
})

test("a number that is not read any more keeps its last reading, and one written short makes the sum a short one", () => {
  const post = captured(
    "https://a.example/1",
    "2026-11-01T00:00:00Z",
    { at: "2026-11-02", counters: { reposts: counter(12_000, true) } },
    { at: "2026-11-03", counters: {} },
  )
  expect(totalsOfAccount([post], now).sums.reposts).toEqual({ count: 12_000, posts: 1, rounded: true })
})

test("a post that was come to by two links is one post: it is not counted twice", () => {
  const by = (link: string, day: string, count: number): CapturedPost => ({
    ...captured(`https://a.example/1?token=${link}`, "2026-11-01T00:00:00Z", views(day, count)),
    permalink: "https://a.example/1",
  })
  const { posts, sums } = totalsOfAccount([by("x", "2026-11-02", 4_000), by("y", "2026-11-03", 4_100)], now)
  expect({ posts, views: sums.views.count }).toEqual({ posts: 1, views: 4_100 })
})

test("one post that was captured by links of two kinds is added up once", () => {
  const at = "2026-11-01T00:00:00Z"
  const { posts, sums } = totalsOfAccount(
    [
      captured("https://weibo.com/7827771738/N4xlMvjhI?from=feed", at, views("2026-11-02", 4000)),
      captured("https://m.weibo.cn/detail/4910815147462302", at, views("2026-11-03", 4100)),
      captured("https://weibo.com/7827771738/N4xlMvjhJ", at, views("2026-11-03", 10)),
    ],
    now,
  )
  expect(posts).toBe(2)
  expect(sums.views.count).toBe(4110)
})
