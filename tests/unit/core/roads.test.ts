import { describe, expect, test } from "vitest"
import { type AdviceName, type AdviceState } from "../../../src/core/coach.ts"
import { type FieldName } from "../../../src/core/post-facts/fields.ts"
import { type PostSummary } from "../../../src/core/post-facts/summary.ts"
import { type CapturedPost } from "../../../src/core/readings/account.ts"
import { postStates } from "../../../src/core/readings/reading.ts"
import { type Channel, type Complaint } from "../../../src/core/remarks.ts"
import { type CaseItem } from "../../../src/core/roads/ground.ts"
import { type NeedName, needsOf } from "../../../src/core/roads/needs.ts"
import { firstRetention, oldestPost } from "../../../src/core/roads/periods.ts"
import { roadNames, roads } from "../../../src/core/roads/roads.ts"
import { accountsOf, highestOf } from "../../../src/core/roads/spread.ts"

const began = "2026-11-22T15:00:00.000Z"
const now = "2026-11-26T12:00:00.000Z"
const facts = (different: Partial<PostSummary> = {}): PostSummary => ({
  ...{ adapter: "weibo", pageType: "post", permalink: null, authorName: "林小满", authorHandle: null },
  ...{ authorId: "501", publishedAt: null, counters: {}, ambiguous: [], missing: [], comments: 0 },
  ...{ faulty: false, ...different },
})
const itemOf = (item: number, different: Partial<CaseItem> = {}): CaseItem => {
  const url = `https://weibo.com/1/${String(item)}`
  return {
    ...{ id: `c${String(item)}`, item, host: "weibo.com", isOfWeb: true, startedAt: began, complete: true },
    ...{
      facts: facts(),
      readings: [],
      lastSeen: null,
      isStamped: false,
      isInBundle: false,
      said: new Map(),
      filled: new Map(),
    },
    post: { url, permalink: null, at: began, plusMinusSeconds: 60, read: [] },
    ...different,
  }
}
const read = (at: string, views?: number, reposts?: number): CapturedPost["read"][number] => ({
  at,
  counters: {
    ...(views === undefined ? {} : { views: { count: views, rounded: false } }),
    ...(reposts === undefined ? {} : { reposts: { count: reposts, rounded: false } }),
  },
})
const counted = (item: number, reads: CapturedPost["read"], different: Partial<CaseItem> = {}): CaseItem => {
  const made = itemOf(item, different)
  return { ...made, post: { ...made.post, read: reads } }
}
const complaint = (channel: Channel): Complaint => ({
  ...{
    platform: "微博",
    channel,
    sentAt: began,
    number: null,
    result: "waiting",
    repliedAt: null,
    said: null,
  },
})
const need = (name: NeedName, items: readonly CaseItem[], complaints: readonly Complaint[] = []) => {
  const found = needsOf({ items, complaints, said: new Map(), practice: 0 }).get(name)
  if (found === undefined) throw new Error(name)
  return [found.state, found.having.map(({ item }) => item), found.lacking.map(({ item }) => item)] as const
}
const said = (name: AdviceName, state: AdviceState) => new Map([[name, state]])
const filled = (field: FieldName, value: string): CaseItem["filled"] =>
  new Map([[field, { field, value, source: "user", at: began }]])
const profile = facts({ pageType: "profile" })

test("an empty case has nothing, and what only the user can have stays theirs", () => {
  const states = [...needsOf({ items: [], complaints: [], said: new Map(), practice: 0 }).values()]
  for (const { name, state, having, lacking } of states) {
    const isOwn = ["identity", "falsity", "loss", "defendant", "route", "urgency", "bills"].includes(name)
    expect([name, state, having, lacking]).toEqual([name, isOwn ? "yours" : "lacks", [], []])
  }
})

describe("what a case has is told by item", () => {
  test.each<[string, NeedName, readonly CaseItem[], ReturnType<typeof need>]>([
    ["posts without a gap", "posts", [itemOf(1), itemOf(2)], ["has", [1, 2], []]],
    ["a post with gaps is there in part", "posts", [itemOf(1, { complete: false })], ["partly", [], [1]]],
    ["an author's page is no post", "posts", [itemOf(1, { facts: profile })], ["lacks", [], []]],
    [
      "the account's id, not the name",
      "account",
      [itemOf(1), itemOf(2, { facts: facts({ authorId: null }) }), itemOf(3, { facts: null })],
      ["partly", [1], [2, 3]],
    ],
    [
      "what the user filled in, in place of what was not read",
      "account",
      [
        itemOf(1, { facts: null, filled: filled("authorId", "501") }),
        itemOf(2, { facts: null, filled: filled("authorName", "林小满") }),
      ],
      ["partly", [1], [2]],
    ],
    ["an address of the web", "address", [itemOf(1, { isOfWeb: false })], ["lacks", [], [1]]],
    [
      "a time of publication",
      "published",
      [
        itemOf(1, { facts: facts({ publishedAt: { at: began, plusMinusSeconds: 0, basis: "" } }) }),
        itemOf(2),
      ],
      ["partly", [1], [2]],
    ],
    [
      "the author's page, by the coach",
      "profile",
      [itemOf(1), itemOf(2, { facts: profile }), itemOf(3, { facts: facts({ authorId: "502" }) })],
      ["partly", [1], [3]],
    ],
    [
      "the author's page that the user keeps elsewhere",
      "profile",
      [itemOf(1, { said: said("profile", "done") })],
      ["has", [1], []],
    ],
    [
      "what was put away is missing all the same",
      "profile",
      [itemOf(1, { said: said("profile", "dismissed") })],
      ["lacks", [], [1]],
    ],
    [
      "a thread with what it stands among",
      "context",
      [itemOf(1, { facts: facts({ pageType: "thread" }) })],
      ["has", [1], []],
    ],
    [
      "views or reposts, not likes",
      "numbers",
      [
        counted(1, [read(began, 5)]),
        counted(2, [read(began, undefined, 3)]),
        counted(3, [{ at: began, counters: { likes: { count: 9, rounded: false } } }]),
      ],
      ["partly", [1, 2], [3]],
    ],
    [
      "readings a day apart, of whichever capture",
      "second-reading",
      [
        itemOf(1, {
          readings: [
            { kind: "counters", at: began },
            { kind: "counters", at: "2026-11-23T15:00:00.000Z" },
          ],
        }),
        itemOf(2, { readings: [{ kind: "counters", at: began }] }),
      ],
      ["partly", [1], [2]],
    ],
    [
      "a visitor's view",
      "signed-out",
      [itemOf(1, { readings: [{ kind: "visitor", at: began }] }), itemOf(2, { isOfWeb: false }), itemOf(3)],
      ["partly", [1], [3]],
    ],
    [
      "stamps, of an author's page too",
      "stamps",
      [itemOf(1, { facts: profile, isStamped: true }), itemOf(2)],
      ["partly", [1], [2]],
    ],
    ["a bundle that was handed out", "bundle", [itemOf(1, { isInBundle: true })], ["has", [1], []]],
  ])("%s", (_what, name, items, expected) => {
    expect(need(name, items)).toEqual(expected)
  })

  test.each(postStates.map(state => [state, state === "there" || state === "changed"] as const))(
    "a page that was %s when last looked at: still seen is %s",
    (state, isSeen) => {
      const seen = itemOf(1, { lastSeen: { at: now, state } })
      expect(need("online", [seen])).toEqual(isSeen ? ["has", [1], []] : ["lacks", [], [1]])
    },
  )

  test("what was never read again was seen when it was captured", () => {
    expect(need("online", [itemOf(1)])).toEqual(["has", [1], []])
  })

  test.each<[string, Channel[], string, string]>([
    ["nothing", [], "lacks", "lacks"],
    ["a notice", ["platform"], "has", "lacks"],
    ["a letter", ["post"], "has", "lacks"],
    ["a report to the police", ["police"], "lacks", "has"],
    ["both", ["email", "police"], "has", "has"],
  ])("recorded: %s", (_what, sent, notice, report) => {
    const complaints = sent.map(complaint)
    expect([need("complaint", [], complaints)[0], need("report", [], complaints)[0]]).toEqual([
      notice,
      report,
    ])
  })

  test("what it did to the user is there where they ticked that they keep it, and else theirs", () => {
    expect(need("loss", [itemOf(1), itemOf(2, { said: said("loss", "done") })])).toEqual(["has", [2], []])
    expect(need("loss", [itemOf(1, { said: said("loss", "dismissed") })])[0]).toBe("yours")
  })
})

describe("the numbers", () => {
  test("the highest of any one post is of whichever reading, with its item", () => {
    const items = [
      counted(1, [read("2026-11-23T00:00:00Z", 900, 7), read("2026-11-24T00:00:00Z", 4_999)]),
      counted(2, [read("2026-11-23T00:00:00Z", 1_200)]),
      counted(3, [read("2026-11-23T00:00:00Z", 9_999)], { facts: profile }),
    ]
    expect(highestOf(items).map(({ name, value, item }) => [name, value.count, item.item])).toEqual([
      ["views", 4_999, 1],
      ["reposts", 7, 1],
    ])
    expect(highestOf([])).toEqual([])
  })

  test("an account's sum is that of the account's own page: each post once, of the year of the largest, on its own site", () => {
    const items = [
      counted(1, [read("2026-11-23T00:00:00Z", 1_000), read("2026-11-24T00:00:00Z", 3_000)]),
      counted(2, [read("2026-11-23T00:00:00Z", 2_500, 40)]),
      counted(3, [read("2026-11-23T00:00:00Z", 70)], { facts: facts({ adapter: "zhihu" }) }),
      counted(4, [read("2026-11-23T00:00:00Z", 8)], { facts: facts({ authorId: null }) }),
      itemOf(5, { facts: facts({ authorId: "777" }) }),
    ]
    const old = counted(6, [read("2025-01-01T00:00:00Z", 5_000, 41)])
    const accounts = accountsOf([...items, { ...old, post: { ...old.post, at: "2025-01-01T00:00:00Z" } }])
    expect(
      accounts.map(({ author, totals: { posts, sums } }) => [
        author,
        posts,
        sums.views.count,
        sums.reposts.count,
      ]),
    ).toEqual([
      ["林小满", 3, 5_500, 41],
      ["林小满", 1, 70, 0],
    ])
  })

  test("the user's word says whose a post is, in place of the page's", () => {
    const items = [
      counted(1, [read(began, 5)]),
      counted(2, [read(began, 7)], { facts: facts({ authorId: null }), filled: filled("authorId", "501") }),
      counted(3, [read(began, 9)], { filled: filled("authorId", "502") }),
    ]
    expect(accountsOf(items).map(({ totals: { sums } }) => sums.views.count)).toEqual([12, 9])
  })

  test("one id on two sites without an adapter is two accounts", () => {
    const generic = facts({ adapter: "generic" })
    const items = ["a.example", "b.example"].map((host, at) =>
      counted(at + 1, [read(began, 5)], { host, facts: generic }),
    )
    expect(accountsOf(items)).toHaveLength(2)
  })
})

describe("periods", () => {
  const published = (at: string) => facts({ publishedAt: { at, plusMinusSeconds: 0, basis: "" } })
  const items = [
    itemOf(1, { startedAt: "2026-11-20T00:00:00.000Z" }),
    itemOf(2, { facts: published("2026-11-10T00:00:00.000Z") }),
    itemOf(3, {
      facts: facts({
        pageType: "profile",
        publishedAt: { at: "2020-01-01T00:00:00.000Z", plusMinusSeconds: 0, basis: "" },
      }),
    }),
  ]

  test("the oldest post is the one published first, else captured first, and no author's page", () => {
    expect(oldestPost(items)).toMatchObject({ item: { item: 2 }, from: "2026-11-10T00:00:00.000Z" })
    expect(oldestPost([])).toBeNull()
  })

  test("what platforms must keep ends first for the oldest post", () => {
    expect(
      firstRetention(items).map(({ name, until, item }) => [name, until.slice(0, 10), item.item]),
    ).toEqual([
      ["content-record", "2027-01-09", 2],
      ["network-log", "2027-05-10", 2],
    ])
    expect(firstRetention([])).toEqual([])
  })
})

test.each(roadNames)("%s says what it needs, what runs, and on what it stands, each once", name => {
  const { needs, periods, provisions: named } = roads[name]
  for (const list of [needs, periods, named]) {
    expect(list.length).toBeGreaterThan(0)
    expect(new Set<string>(list).size).toBe(list.length)
  }
})
