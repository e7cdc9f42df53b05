import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  allItems,
  arrange,
  type Criteria,
  isNarrowed,
  type Listed,
  siteOf,
  sitesIn,
} from "../../../src/core/search/arrange.ts"
import {
  allOrNone,
  extended,
  nothingChosen,
  stillThere,
  toggled,
} from "../../../src/core/search/selection.ts"
import { daysLeft, TRASH_DAYS, trashedUntil } from "../../../src/core/trash.ts"

const day = (n: number): string => `2026-11-${String(n).padStart(2, "0")}T10:00:00.000Z`
const listed = (item: number, different: Partial<Listed> = {}): Listed => ({
  id: String(item),
  item,
  at: day(item),
  host: "example.org",
  adapter: null,
  pageType: null,
  authorName: null,
  authorHandle: null,
  authorId: null,
  publishedAt: null,
  complete: true,
  standing: "complete",
  ...different,
})
const published = (at: string) => ({ publishedAt: { at, plusMinusSeconds: 0 } })

describe("the list", () => {
  const items = [
    listed(1, { adapter: "weibo", host: "weibo.com", ...published(day(20)) }),
    listed(2, { standing: "gaps" }),
    listed(3, { adapter: "weibo", host: "m.weibo.cn", standing: "damaged", ...published(day(25)) }),
    listed(4, { adapter: "generic", ...published(day(22)) }),
  ]
  test.each<[string, Partial<Criteria>, readonly number[]]>([
    ["has the newest capture first", {}, [4, 3, 2, 1]],
    ["has the oldest first where that is chosen", { order: "captured-first" }, [1, 2, 3, 4]],
    ["has the newest post first, and those without a time last", { order: "published" }, [3, 4, 1, 2]],
    ["has a site's items, whichever of its hosts they are of", { site: "weibo" }, [3, 1]],
    ["has a host's items where no adapter knows it", { site: "example.org" }, [4, 2]],
    ["has those with gaps", { standing: "gaps" }, [2]],
    ["has those that were found damaged", { standing: "damaged" }, [3]],
    ["has a day's captures", { from: day(2), before: day(3) }, [2]],
    ["has nothing where nothing is as wanted", { site: "zhihu" }, []],
  ])("%s", (_claim, different, wanted) => {
    expect(arrange(items, { ...allItems, ...different }).map(({ item }) => item)).toEqual(wanted)
  })

  test("is narrowed by every filter, and by no order", () => {
    expect(isNarrowed({ ...allItems, order: "published" })).toBe(false)
    for (const part of [{ site: "" }, { standing: "gaps" }, { from: day(1) }, { before: day(1) }] as const)
      expect(isNarrowed({ ...allItems, ...part })).toBe(true)
  })

  test("names the sites that there are, those with the most items first", () => {
    expect(sitesIn([...items, listed(5, { host: "" })])).toEqual(["example.org", "weibo", ""])
    expect(siteOf({ adapter: null, host: "" })).toBe("")
  })
})

describe("a choice", () => {
  const order = ["a", "b", "c", "d", "e"]
  const chosen = (ids: Iterable<string>) => [...ids].sort().join("")

  test("grows and shrinks by single items", () => {
    const one = toggled(nothingChosen, "b")
    expect(chosen(one.chosen)).toBe("b")
    expect(chosen(toggled(toggled(one, "d"), "b").chosen)).toBe("d")
  })

  test("is extended to an item from the one before it, in either direction", () => {
    expect(chosen(extended(toggled(nothingChosen, "b"), order, "d").chosen)).toBe("bcd")
    expect(chosen(extended(toggled(nothingChosen, "d"), order, "b").chosen)).toBe("bcd")
    expect(chosen(extended(nothingChosen, order, "c").chosen)).toBe("c")
    expect(chosen(extended(toggled(nothingChosen, "gone"), order, "c").chosen)).toBe("cgone")
  })

  test("a range is what stands between its ends, and nothing is let go by it", () => {
    const id = fc.constantFrom(...order)
    fc.assert(
      fc.property(fc.subarray(order), id, id, (before, from, to) => {
        const { chosen: after } = extended({ chosen: new Set(before), anchor: from }, order, to)
        const [start, end] = [order.indexOf(from), order.indexOf(to)].sort()
        for (const [at, each] of order.entries())
          expect(after.has(each)).toBe(before.includes(each) || (at >= start! && at <= end!))
      }),
    )
  })

  test("is all, or nothing where it was all", () => {
    const all = allOrNone(toggled(nothingChosen, "a"), order)
    expect(chosen(all.chosen)).toBe("abcde")
    expect(chosen(allOrNone(all, order).chosen)).toBe("")
  })

  test("loses what is listed no more, and is left alone where all is there", () => {
    const both = toggled(toggled(nothingChosen, "a"), "gone")
    expect(stillThere(both, new Set(order))).toEqual({ chosen: new Set(["a"]), anchor: null })
    expect(stillThere(both, new Set([...order, "gone"]))).toBe(both)
  })
})

test.each([
  ["at once", 0, TRASH_DAYS],
  ["a minute later", 60_000, TRASH_DAYS],
  ["a day and a bit later", 90_000_000, 29],
  ["at the end", 30 * 86_400_000, 0],
  ["by a clock that was set back", -86_400_000, TRASH_DAYS],
])("what was put in the trash %s has days left", (_when, later, wanted) => {
  const at = "2026-11-01T00:00:00.000Z"
  expect(daysLeft(at, Date.parse(at) + later)).toBe(wanted)
  expect(at < trashedUntil(Date.parse(at) + later)).toBe(false)
})
