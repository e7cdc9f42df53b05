/** An account's numbers within a year: each address once, with its highest number, and likes in no sum but their own. */
import fc from "fast-check"
import { expect, test } from "vitest"
import { type CapturedPost, type Sum, totalsOfAccount } from "../../../src/core/readings/account.ts"

const DAY = 86_400_000

const counter = (count: number, rounded = false) => ({ count, rounded })
const captured = (url: string, at: string, ...read: CapturedPost["read"]): CapturedPost => ({
  ...{ url, permalink: null, at, plusMinusSeconds: 60, read },
})
const views = (at: string, count: number) => ({ at, counters: { views: counter(count), likes: counter(7) } })
const nothing: Sum = { count: 0, posts: 0, rounded: false, roughly: 0, year: null }

test("each address counts once, with the highest number, however often it was captured and read", () => {
  const { posts, sums } = totalsOfAccount([
    captured(
      "https://a.example/1",
      "2026-11-01T00:00:00Z",
      views("2026-11-02", 100),
      views("2026-11-09", 900),
    ),
    captured("https://a.example/1#c", "2026-11-01T00:00:00Z", views("2026-11-05", 500)),
    captured("https://a.example/2", "2026-10-01T00:00:00Z", views("2026-10-01", 10)),
  ])
  const year = { from: "2026-10-01T00:00:00Z", to: "2026-11-01T00:00:00Z" }
  expect(posts).toBe(2)
  expect(sums.views).toEqual({ ...nothing, count: 910, posts: 2, year })
  expect(sums.likes).toEqual({ ...nothing, count: 14, posts: 2, year })
  expect(sums.reposts).toEqual(nothing)
})

type Post = readonly [at: string, views: number]

test.each<[string, readonly Post[], number, number, NonNullable<Sum["year"]> | null]>([
  ["no post at all", [], 0, 0, null],
  [
    "a year long past, that comes to more than the last one",
    [
      ["2021-02-01T00:00:00Z", 3_000],
      ["2021-12-01T00:00:00Z", 3_000],
      ["2026-11-01T00:00:00Z", 5_999],
    ],
    6_000,
    2,
    { from: "2021-02-01T00:00:00Z", to: "2021-12-01T00:00:00Z" },
  ],
  [
    "a year that begins within another",
    [
      ["2025-01-01T00:00:00Z", 10],
      ["2025-09-01T00:00:00Z", 200],
      ["2026-05-01T00:00:00Z", 300],
      ["2026-10-01T00:00:00Z", 100],
    ],
    500,
    2,
    { from: "2025-09-01T00:00:00Z", to: "2026-05-01T00:00:00Z" },
  ],
  [
    "a second less than a year",
    [
      ["2025-03-01T00:00:01Z", 1],
      ["2026-03-01T00:00:00Z", 2],
    ],
    3,
    2,
    { from: "2025-03-01T00:00:01Z", to: "2026-03-01T00:00:00Z" },
  ],
  [
    "a year to the second, which is one too long",
    [
      ["2025-03-01T00:00:00Z", 1],
      ["2026-03-01T00:00:00Z", 2],
    ],
    2,
    1,
    { from: "2026-03-01T00:00:00Z", to: "2026-03-01T00:00:00Z" },
  ],
  [
    "two years of one sum: the one of more posts",
    [
      ["2020-01-01T00:00:00Z", 10],
      ["2024-01-01T00:00:00Z", 5],
      ["2024-02-01T00:00:00Z", 5],
    ],
    10,
    2,
    { from: "2024-01-01T00:00:00Z", to: "2024-02-01T00:00:00Z" },
  ],
])("of %s, what is added up, and from when to when", (_which, posts, count, of, year) => {
  const { sums } = totalsOfAccount(
    posts.map(([at, n], nth) => captured(`https://a.example/${String(nth)}`, at, views("2026-11-20", n))),
  )
  expect(sums.views).toEqual({ ...nothing, count, posts: of, year })
})

test("views and reposts have each a year of their own", () => {
  const post = (nth: number, at: string, counters: CapturedPost["read"][number]["counters"]) =>
    captured(`https://a.example/${String(nth)}`, at, { at: "2026-11-20", counters })
  const { sums } = totalsOfAccount([
    post(1, "2022-01-01T00:00:00Z", { views: counter(9), reposts: counter(1) }),
    post(2, "2026-01-01T00:00:00Z", { views: counter(3), reposts: counter(8) }),
  ])
  expect([sums.views.year?.from, sums.reposts.year?.from]).toEqual([
    "2022-01-01T00:00:00Z",
    "2026-01-01T00:00:00Z",
  ])
})

test("a number that is not read any more keeps its last reading, and one written short makes the sum a short one", () => {
  const post = captured(
    "https://a.example/1",
    "2026-11-01T00:00:00Z",
    { at: "2026-11-02", counters: { reposts: counter(12_000, true) } },
    { at: "2026-11-03", counters: {} },
  )
  expect(totalsOfAccount([post]).sums.reposts).toMatchObject({ count: 12_000, posts: 1, rounded: true })
})

test.each<[string, readonly (readonly [count: number, rounded: boolean])[], number, boolean]>([
  [
    "that fell",
    [
      [6_000, false],
      [10, false],
    ],
    6_000,
    false,
  ],
  [
    "that rose",
    [
      [10, false],
      [6_000, false],
    ],
    6_000,
    false,
  ],
  [
    "that fell and rose again",
    [
      [900, false],
      [10, false],
      [800, false],
    ],
    900,
    false,
  ],
  [
    "that was written short, and then as it is",
    [
      [12_000, true],
      [12_000, false],
    ],
    12_000,
    false,
  ],
  [
    "that was written short when it was highest",
    [
      [12_000, true],
      [11_900, false],
    ],
    12_000,
    true,
  ],
])("of a number %s, what it had reached is added up", (_how, read, count, rounded) => {
  const post = captured(
    "https://a.example/1",
    "2026-11-01T00:00:00Z",
    ...read.map(([n, isRounded], nth) => ({
      at: `2026-11-0${String(nth + 2)}`,
      counters: { views: counter(n, isRounded) },
    })),
  )
  expect(totalsOfAccount([post]).sums.views).toMatchObject({ count, posts: 1, rounded })
})

test("a post that was come to by two links is one post: it is not counted twice", () => {
  const by = (link: string, day: string, count: number): CapturedPost => ({
    ...captured(`https://a.example/1?token=${link}`, "2026-11-01T00:00:00Z", views(day, count)),
    permalink: "https://a.example/1",
  })
  const { posts, sums } = totalsOfAccount([by("x", "2026-11-02", 4_000), by("y", "2026-11-03", 4_100)])
  expect({ posts, views: sums.views.count }).toEqual({ posts: 1, views: 4_100 })
})

test("one post that was captured by links of two kinds is added up once", () => {
  const at = "2026-11-01T00:00:00Z"
  const { posts, sums } = totalsOfAccount([
    captured("https://weibo.com/7827771738/N4xlMvjhI?from=feed", at, views("2026-11-02", 4000)),
    captured("https://m.weibo.cn/detail/4910815147462302", at, views("2026-11-03", 4100)),
    captured("https://weibo.com/7827771738/N4xlMvjhJ", at, views("2026-11-03", 10)),
  ])
  expect(posts).toBe(2)
  expect(sums.views.count).toBe(4110)
})

test.each<[string, readonly (readonly [at: string, plusMinusSeconds: number | null])[], string, number]>([
  ["the time of capture, where that is all", [["2026-11-05T00:00:00Z", null]], "2026-11-05T00:00:00Z", 1],
  ["a year ago or so", [["2025-11-05T00:00:00Z", 366 * 86_400]], "2025-11-05T00:00:00Z", 1],
  ["the day", [["2026-11-05T00:00:00Z", 86_400]], "2026-11-05T00:00:00Z", 0],
  [
    "what one of several captures knew",
    [
      ["2024-11-05T00:00:00Z", null],
      ["2024-06-05T00:00:00Z", 1],
      ["2024-06-04T00:00:00Z", 86_400],
    ],
    "2024-06-05T00:00:00Z",
    0,
  ],
])("a post is of the year of its publication, by %s", (_what, times, from, roughly) => {
  const posts = times.map(([at, plusMinusSeconds]) => ({
    ...captured("https://a.example/1", at, views("2026-11-20", 5)),
    plusMinusSeconds,
  }))
  expect(totalsOfAccount(posts).sums.views).toMatchObject({ count: 5, roughly, year: { from, to: from } })
})

/** Of every choice of posts that lie within a year the largest sum, however long that takes. */
function largestOf(posts: readonly { readonly day: number; readonly count: number }[]): number {
  const choices = posts.reduce<(typeof posts)[]>(
    (found, post) => [...found, ...found.map(choice => [...choice, post])],
    [[]],
  )
  const within = choices.filter(choice => choice.every(a => choice.every(b => Math.abs(a.day - b.day) < 365)))
  return Math.max(...within.map(choice => choice.reduce((sum, { count }) => sum + count, 0)))
}

test("of whatever posts in whichever order, no year comes to more, and none is longer than a year", () => {
  const post = fc.record({ day: fc.nat(1_500), count: fc.nat(20), times: fc.integer({ min: 1, max: 3 }) })
  fc.assert(
    fc.property(fc.array(post, { minLength: 1, maxLength: 9 }), posts => {
      const captures = posts.flatMap(({ day, count, times }, nth) =>
        // Captured more than once: still one post, with the most that was read.
        Array.from({ length: times }, (_, again) =>
          captured(
            `https://a.example/${String(nth)}`,
            new Date(day * DAY).toISOString(),
            views(new Date((2_000 + again) * DAY).toISOString(), again === times - 1 ? count : 0),
          ),
        ),
      )
      const { posts: known, sums } = totalsOfAccount(captures)
      const { count, posts: of, year } = sums.views
      if (year === null) return expect.unreachable("no year")
      expect([known, count]).toEqual([posts.length, largestOf(posts)])
      const [from, to] = [Date.parse(year.from), Date.parse(year.to)]
      expect(to - from).toBeLessThan(365 * DAY)
      const inIt = posts.filter(({ day }) => day * DAY >= from && day * DAY <= to)
      expect([of, count]).toEqual([inIt.length, inIt.reduce((sum, each) => sum + each.count, 0)])
    }),
    { numRuns: 300 },
  )
})
