/** What a case as a whole still lacks: one suggestion a kind, and none that the user put away. */
import { describe, expect, test } from "vitest"
import { adviceNames, type AdviceName, type AdviceState } from "../../../src/core/coach.ts"
import { type PostSummary } from "../../../src/core/post-facts/summary.ts"
import { adviceForCase } from "../../../src/core/roads/case-coach.ts"
import { type CaseItem } from "../../../src/core/roads/ground.ts"
import { growth, MOST_GROWTH } from "../growth.ts"

const began = "2026-11-22T15:00:00.000Z"
const dayLater = "2026-11-23T16:00:00.000Z"
const post: PostSummary = {
  ...{ adapter: "weibo", pageType: "post", permalink: null, authorName: "林小满", authorHandle: null },
  ...{ authorId: "501", publishedAt: null, counters: { views: { count: 5, rounded: false } } },
  ...{ ambiguous: [], missing: [], comments: 0, faulty: false },
}
const itemOf = (item: number, facts: Partial<PostSummary> = {}, more: Partial<CaseItem> = {}): CaseItem => ({
  ...{ id: `c${String(item)}`, item, host: "weibo.com", isOfWeb: true, startedAt: began, complete: true },
  ...{ facts: { ...post, ...facts }, readings: [], lastSeen: null, isStamped: false, isInBundle: false },
  ...{ said: new Map(), filled: new Map() },
  post: {
    ...{ url: `https://weibo.com/501/${String(item)}`, permalink: null, at: began },
    ...{ plusMinusSeconds: null, read: [] },
  },
  ...more,
})
const profile = (item: number, facts: Partial<PostSummary> = {}) =>
  itemOf(item, { pageType: "profile", counters: {}, ...facts })
const said = (...words: [AdviceName, AdviceState][]) => new Map(words)

const told = (items: readonly CaseItem[], words: ReadonlyMap<AdviceName, AdviceState> = new Map()) =>
  adviceForCase({ items, said: words })
const stateOf = (
  name: AdviceName,
  items: readonly CaseItem[],
  words?: ReadonlyMap<AdviceName, AdviceState>,
) => told(items, words).find(each => each.name === name)?.state

test("of a case of posts alone everything is open, in the order of the item's coach", () => {
  expect(told([itemOf(1), itemOf(2)]).map(({ name, state }) => [name, state])).toEqual(
    adviceNames.map(name => [name, "open"]),
  )
})

test("of an empty case there is nothing to say", () => {
  expect(told([])).toEqual([])
})

test("of a case of accounts' own pages alone nothing is asked that is of posts", () => {
  expect(told([profile(1)]).map(({ name }) => name)).toEqual(["signed-out", "loss"])
})

describe("the authors' pages", () => {
  const missing = (items: readonly CaseItem[]) =>
    told(items)
      .filter(({ name }) => name === "profile")
      .flatMap(({ pageless }) => pageless.map(each => [each.author, each.items.map(({ item }) => item)]))

  test("are asked for once an account, by the account's name, where its page is not there", () => {
    const items = [
      itemOf(1),
      itemOf(2),
      itemOf(3, { authorId: "502", authorName: "河边的猫" }),
      itemOf(4, { authorId: null, authorName: null }),
      profile(5),
    ]
    expect(missing(items)).toEqual([
      ["河边的猫", [3]],
      [null, [4]],
    ])
    expect(stateOf("profile", items)).toBe("open")
  })

  test("are there once the page of each account is", () => {
    const items = [itemOf(1), itemOf(2, { authorId: "502" }), profile(3), profile(4, { authorId: "502" })]
    expect([missing(items), stateOf("profile", items)]).toEqual([[], "found"])
  })

  test("of an account that the user told are those of that account", () => {
    const filled: CaseItem["filled"] = new Map([
      ["authorId", { field: "authorId", value: "501", source: "user", at: began }],
    ])
    expect(missing([itemOf(1, { authorId: null }, { filled }), profile(2)])).toEqual([])
  })

  test("are not asked for where the user has them, or does not want to be told, on the item's page", () => {
    const had = itemOf(1, {}, { said: said(["profile", "done"]) })
    const off = itemOf(2, { authorId: "502" }, { said: said(["profile", "dismissed"]) })
    expect(missing([had, off])).toEqual([])
    expect([stateOf("profile", [had, off]), stateOf("profile", [off])]).toEqual(["found", "dismissed"])
  })
})

test.each<[string, AdviceName, CaseItem]>([
  [
    "two readings a day apart",
    "second-reading",
    itemOf(2, {}, { readings: [{ kind: "counters", at: dayLater }] }),
  ],
  [
    "a view of who is not signed in",
    "signed-out",
    itemOf(2, {}, { readings: [{ kind: "visitor", at: began }] }),
  ],
  ["a post with its answers", "context", itemOf(2, { pageType: "thread" })],
  ["a reply of the user's own", "own-reply", itemOf(2, {}, { said: said(["own-reply", "done"]) })],
  ["a loss that was ticked", "loss", itemOf(2, {}, { said: said(["loss", "done"]) })],
])("%s of one item is there for the case", (_what, name, item) => {
  expect(told([itemOf(1), item]).find(each => each.name === name)).toMatchObject({
    state: "found",
    items: [2],
  })
})

test("what the user says of the case stands, until the case has it", () => {
  expect(stateOf("loss", [itemOf(1)], said(["loss", "dismissed"]))).toBe("dismissed")
  expect(stateOf("loss", [itemOf(1)], said(["loss", "done"]))).toBe("ticked")
  expect(stateOf("context", [itemOf(1, { pageType: "thread" })], said(["context", "dismissed"]))).toBe(
    "found",
  )
})

test("what was put away for each of the items is not asked of the case", () => {
  const off = (item: number) => itemOf(item, {}, { said: said(["signed-out", "dismissed"]) })
  expect(stateOf("signed-out", [off(1), off(2)])).toBe("dismissed")
  expect(stateOf("signed-out", [off(1), itemOf(2)])).toBe("open")
})

test("of many items of one page it takes time with their number, and no more", () => {
  const onePage = (n: number) =>
    Array.from({ length: n }, (_, at) => ({ ...itemOf(at + 1), post: itemOf(1).post }))
  expect(growth(n => told(onePage(n)), 1_000)).toBeLessThan(MOST_GROWTH)
})
