import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type EntryFacts } from "../../../src/core/search/entry.ts"
import { byAccount, byMonth } from "../../../src/core/search/groups.ts"

const facts = (item: number, different: Partial<EntryFacts> = {}): EntryFacts => ({
  ...{ id: `id ${String(item)}`, item, at: `2026-11-${String(item).padStart(2, "0")}T08:00:00.000Z` },
  ...{ host: "weibo.com", adapter: "weibo", pageType: "post", authorName: null, authorHandle: null },
  ...{ authorId: null, publishedAt: null, complete: true },
  ...different,
})
const posted = (item: number, at: string, plusMinusSeconds = 60) =>
  facts(item, { publishedAt: { at, plusMinusSeconds } })
const monthOf = (at: string) => at.slice(0, 7)
const numbers = (groups: readonly { readonly items: readonly EntryFacts[] }[]) =>
  groups.map(({ items }) => items.map(({ item }) => item))

describe("by publish time", () => {
  test("the earliest post comes first, month by month, and what has no time stands apart at the end", () => {
    const groups = byMonth(
      [
        facts(5),
        posted(4, "2026-09-30T23:59:00.000Z"),
        posted(3, "2026-10-01T00:00:00.000Z"),
        posted(2, "2026-09-02T10:00:00.000Z"),
        facts(1),
      ],
      monthOf,
    )
    expect(groups.map(({ month }) => month)).toEqual(["2026-09", "2026-10", null])
    expect(numbers(groups)).toEqual([[2, 4], [3], [1, 5]])
  })

  test.each([
    [
      "posts of the same moment stand as they were captured",
      ["2026-09-02T10:00:00.000Z", "2026-09-02T10:00:00.000Z"],
    ],
    [
      "a time before the year 1000 comes before others",
      ["0999-01-01T00:00:00.000Z", "2026-09-02T10:00:00.000Z"],
    ],
    ["a year of five digits comes after others", ["2026-09-02T10:00:00.000Z", "+012026-09-02T10:00:00.000Z"]],
  ])("%s", (_claim, [first = "", second = ""]) => {
    expect(numbers(byMonth([posted(2, second), posted(1, first)], monthOf)).flat()).toEqual([1, 2])
  })
})

const toutiao = { adapter: "toutiao", host: "www.toutiao.com" }

describe("by author", () => {
  test.each<[claim: string, items: EntryFacts[], groups: number[][]]>([
    [
      "one id of one site is one heading, whatever the account called itself",
      [facts(3, { authorId: "7", authorName: "新名" }), facts(2, { authorId: "7", authorName: "旧名" })],
      [[3, 2]],
    ],
    [
      "the same name, handle and id on another platform stay apart",
      [
        facts(3, { authorId: "7", authorName: "海边" }),
        facts(2, { authorId: "7", authorName: "海边", adapter: "zhihu", host: "www.zhihu.com" }),
      ],
      [[3], [2]],
    ],
    [
      "the same id on two sites that no adapter knows stay apart",
      [
        facts(3, { authorId: "7", adapter: "generic", host: "a.example" }),
        facts(2, { authorId: "7", adapter: "generic", host: "b.example" }),
      ],
      [[3], [2]],
    ],
    [
      "one name with two ids is two accounts",
      [facts(3, { authorId: "7", authorName: "海边" }), facts(2, { authorId: "8", authorName: "海边" })],
      [[3], [2]],
    ],
    [
      "a capture without the id is not taken for the account of the same name",
      [
        facts(3, { authorId: "7", authorName: "海边" }),
        facts(2, { authorHandle: "haibian", authorName: "海边" }),
        facts(1, { authorName: "海边" }),
      ],
      [[3], [2], [1]],
    ],
    [
      "a capture without the id is of the account of the same handle, and the user's id is one, too",
      [
        facts(3, { authorId: "7", authorHandle: "haibian", filled: ["authorId"] }),
        facts(2, { authorHandle: "@HaiBian" }),
        facts(1, { authorHandle: "other" }),
      ],
      [[3, 2], [1]],
    ],
    [
      "a handle that was of two accounts tells neither",
      [
        facts(3, { authorId: "7", authorHandle: "haibian" }),
        facts(2, { authorId: "8", authorHandle: "haibian" }),
        facts(1, { authorHandle: "haibian" }),
      ],
      [[3], [2], [1]],
    ],
    [
      "an account's page is of the account whose posts lead to it",
      [
        facts(3, { ...toutiao, authorId: "MS4wA", authorPage: "MS4wA", pageType: "profile" }),
        facts(2, { ...toutiao, authorId: "62340001234", authorPage: "MS4wA" }),
        facts(1, { ...toutiao, authorId: "62340009999", authorPage: "MS4wB" }),
      ],
      [[3, 2], [1]],
    ],
    [
      "a name that reads like another's handle or id is another heading",
      [facts(3, { authorId: "x" }), facts(2, { authorHandle: "x" }), facts(1, { authorName: "x" })],
      [[3], [2], [1]],
    ],
    [
      "the account with the most items comes first, and items without an author last",
      [facts(5), facts(4), facts(3), facts(2, { authorId: "7" }), facts(1, { authorId: "7" })],
      [
        [2, 1],
        [5, 4, 3],
      ],
    ],
  ])("%s", (_claim, items, groups) => {
    expect(numbers(byAccount(items))).toEqual(groups)
  })

  test("a heading lists the names that pages showed, the newest capture's first, and says by what it is told", () => {
    const [group] = byAccount([
      facts(1, { authorId: "7", authorName: "旧名", authorHandle: "old" }),
      facts(3, { authorId: "7", authorName: "新名" }),
      facts(2, { authorId: "7", authorName: "旧名" }),
    ])
    expect(group).toMatchObject({ by: "id", authorId: "7", names: ["新名", "旧名"], handles: ["old"] })
  })
})

const word = fc.constantFrom(null, "", "a", "b", '","', "id")
const anyItem = fc.record({
  ...{
    authorId: word,
    authorHandle: word,
    authorName: word,
    host: fc.constantFrom("a.example", "b.example"),
  },
  adapter: fc.constantFrom(null, "generic", "weibo"),
  publishedAt: fc.option(
    fc.record({
      at: fc.date({ noInvalidDate: true }).map(at => at.toISOString()),
      plusMinusSeconds: fc.nat(),
    }),
  ),
})

test("either way each item is in one group, once, and groups have ids of their own", () => {
  fc.assert(
    fc.property(fc.array(anyItem, { maxLength: 30 }), different => {
      const items = different.map((each, at) => facts(at + 1, each))
      for (const groups of [byMonth(items, monthOf), byAccount(items)]) {
        expect(
          numbers(groups)
            .flat()
            .sort((a, b) => a - b),
        ).toEqual(items.map(({ item }) => item))
        expect(new Set(groups.map(({ id }) => id)).size).toBe(groups.length)
        expect(groups.every(({ items: of }) => of.length > 0)).toBe(true)
      }
    }),
  )
})
