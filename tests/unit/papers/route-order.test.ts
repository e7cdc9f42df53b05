/** In which order links are opened before a notary: by grounds for haste, whoever lists them in whatever order. */
import fc from "fast-check"
import { expect, test } from "vitest"
import {
  hasteGrounds,
  RECENT_DAYS,
  type Route,
  routeOf,
  type StopFacts,
} from "../../../src/core/papers/route-order.ts"

const AT = "2026-11-26T00:00:00.000Z"
const calm: StopFacts = {
  ...{ item: 1, isGone: false, isComplained: false, isChanged: false, isUncertain: false },
  ...{ hasVideo: false, isComment: false, publishedAt: null, reposts: null, views: null },
}
const daysAgo = (days: number) => new Date(Date.parse(AT) - days * 86_400_000).toISOString()
const numbersOf = ({ open, gone }: Route<StopFacts>) => [
  open.map(({ stop }) => stop.item),
  gone.map(({ item }) => item),
]

const count = fc.option(fc.nat(20_000), { nil: null })
const stopsGiven = fc.uniqueArray(
  fc.record({
    item: fc.integer({ min: 1, max: 60 }),
    isGone: fc.boolean(),
    isComplained: fc.boolean(),
    isChanged: fc.boolean(),
    isUncertain: fc.boolean(),
    hasVideo: fc.boolean(),
    isComment: fc.boolean(),
    publishedAt: fc.option(fc.integer({ min: 0, max: 30 }).map(daysAgo), { nil: null }),
    reposts: count,
    views: count,
  }),
  { selector: ({ item }) => item, maxLength: 12 },
)

test.each<[string, Partial<StopFacts>, string]>([
  ["one that was complained of", { isComplained: true }, "complained"],
  ["one that was changed", { isChanged: true }, "changed"],
  ["one that the last look could not see", { isUncertain: true }, "uncertain"],
  ["one with a video", { hasVideo: true }, "video"],
  ["a comment", { isComment: true }, "comment"],
  ["one of yesterday", { publishedAt: daysAgo(1) }, "recent"],
  ["the one with the most reposts", { reposts: 3 }, "spread"],
])("%s comes before one of which nothing is known, and says why", (_what, facts, ground) => {
  const { open } = routeOf([calm, { ...calm, ...facts, item: 2 }], AT)
  expect(open.map(({ stop, grounds }) => [stop.item, grounds])).toEqual([
    [2, [ground]],
    [1, []],
  ])
})

test("the stronger ground comes first, however many weaker ones another has", () => {
  const weak = { isChanged: true, hasVideo: true, isComment: true, publishedAt: daysAgo(1), reposts: 9_000 }
  const { open } = routeOf(
    [
      { ...calm, ...weak },
      { ...calm, item: 2, isComplained: true },
    ],
    AT,
  )
  expect(open.map(({ stop }) => stop.item)).toEqual([2, 1])
  expect(open[1]?.grounds).toEqual(["changed", "video", "comment", "recent", "spread"])
})

test("among equals more reposts come first, then more views, then the newer, then the lower number", () => {
  const old = { publishedAt: daysAgo(RECENT_DAYS + 20) }
  const stops = [
    { ...calm, item: 1, isChanged: true },
    { ...calm, item: 2, isChanged: true },
    { ...calm, item: 3, isChanged: true, ...old },
    { ...calm, item: 4, isChanged: true, views: 5 },
    { ...calm, item: 5, isChanged: true, reposts: 1 },
  ]
  expect(numbersOf(routeOf(stops, AT))[0]).toEqual([5, 4, 3, 1, 2])
})

test("what is gone is listed apart, by number, whatever else is known of it", () => {
  const gone = { ...calm, item: 9, isGone: true, isComplained: true, reposts: 9_000 }
  expect(numbersOf(routeOf([gone, { ...gone, item: 4 }, calm], AT))).toEqual([[1], [4, 9]])
})

test("a single link is not the one with the most of anything", () => {
  expect(routeOf([{ ...calm, reposts: 7 }], AT).open[0]?.grounds).toEqual([])
})

test("a post of the last days is recent up to the day, and no longer after it", () => {
  const groundsAt = (days: number) => routeOf([{ ...calm, publishedAt: daysAgo(days) }], AT).open[0]?.grounds
  expect(groundsAt(RECENT_DAYS)).toEqual(["recent"])
  expect(groundsAt(RECENT_DAYS + 0.001)).toEqual([])
})

test("every link is there once, and in the same place however they are listed", () => {
  fc.assert(
    fc.property(stopsGiven, fc.infiniteStream(fc.nat()), (stops, random) => {
      const shuffled = stops
        .map(stop => ({ stop, by: random.next().value as number }))
        .sort((a, b) => a.by - b.by)
        .map(({ stop }) => stop)
      const [route, again] = [routeOf(stops, AT), routeOf(shuffled, AT)]
      expect(numbersOf(again)).toEqual(numbersOf(route))
      expect(numbersOf(route).flat().sort()).toEqual(stops.map(({ item }) => item).sort())
    }),
  )
})

test("nobody stands before one with a stronger ground, and no ground of one that is gone counts", () => {
  fc.assert(
    fc.property(stopsGiven, stops => {
      const { open, gone } = routeOf(stops, AT)
      const ranks = open.map(({ grounds: [first] }) =>
        first === undefined ? hasteGrounds.length : hasteGrounds.indexOf(first),
      )
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
      expect(gone.every(({ isGone }) => isGone)).toBe(true)
      expect(open.some(({ stop }) => stop.isGone)).toBe(false)
      const alone = routeOf(
        stops.filter(({ isGone }) => !isGone),
        AT,
      )
      expect(open).toEqual(alone.open)
    }),
  )
})
