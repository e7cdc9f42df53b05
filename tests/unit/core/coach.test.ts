import { describe, expect, test } from "vitest"
import {
  adviceFor,
  adviceNames,
  type AdviceName,
  type CoachGround,
  type OtherItem,
} from "../../../src/core/coach.ts"
import { type PostSummary } from "../../../src/core/post-facts/summary.ts"
import { retentionDates, retentionTerms } from "../../../src/core/retention.ts"

const post: PostSummary = {
  permalink: null,
  ...{ adapter: "weibo", pageType: "post", authorName: "林小满", authorHandle: null, authorId: "501" },
  ...{ publishedAt: null, counters: {}, ambiguous: [], missing: [], comments: 0, faulty: false },
}
const counted: PostSummary = { ...post, counters: { views: { count: 5, rounded: false } } }
const began = "2026-11-22T15:00:00.000Z"
const other = (item: number, different: Partial<OtherItem> = {}): OtherItem => ({
  ...{ item, host: "weibo.com", startedAt: began, facts: { ...post, pageType: "profile" } },
  ...different,
})
const ground = (different: Partial<CoachGround> = {}): CoachGround => ({
  ...{ host: "m.weibo.cn", isOfWeb: true, startedAt: began, facts: post },
  ...{ ofAuthor: [], ofPost: [], readings: [], said: new Map() },
  ...different,
})
const stateOf = (name: AdviceName, different: Partial<CoachGround>) =>
  adviceFor(ground(different)).find(each => each.name === name)?.state

test("of a post just captured everything is open, in the order in which it is told", () => {
  expect(adviceFor(ground()).map(({ name, state }) => [name, state])).toEqual(
    adviceNames.map(name => [name, "open"]),
  )
})

describe("the author's page", () => {
  const with_ = (facts: Partial<PostSummary> | null, different: Partial<OtherItem> = {}) => ({
    ofAuthor: [
      other(7, { facts: facts === null ? null : { ...post, pageType: "profile", ...facts }, ...different }),
    ],
  })

  test.each<[string, Partial<CoachGround>, "open" | "found"]>([
    ["of the same account on the same site, whichever of its hosts", with_({}), "found"],
    ["of another account", with_({ authorId: "502" }), "open"],
    ["of the same number on another site", with_({ adapter: "zhihu" }), "open"],
    ["that is no profile but a second post", with_({ pageType: "post" }), "open"],
    ["of which nothing was read", with_(null), "open"],
    ["of a site without an adapter, on another host", with_({ adapter: "generic" }), "open"],
    [
      "of the account that the user told",
      { ...with_({}), told: "501", facts: { ...post, authorId: null } },
      "found",
    ],
    [
      "without a number, of the same handle",
      { ...with_({ authorId: null, authorHandle: "Lin" }), facts: { ...post, authorHandle: "@lin" } },
      "found",
    ],
    [
      "of another number, although of the same handle",
      { ...with_({ authorId: "9", authorHandle: "lin" }), facts: { ...post, authorHandle: "lin" } },
      "open",
    ],
    [
      "of the same handle on another site",
      {
        ...with_({ adapter: "x", authorId: null, authorHandle: "lin" }),
        facts: { ...post, authorHandle: "lin" },
      },
      "open",
    ],
  ])("%s", (_what, different, state) => {
    expect(stateOf("profile", different)).toBe(state)
  })

  test("of a site without an adapter counts on the same host", () => {
    const facts = { ...post, adapter: "generic" }
    const ofAuthor = [other(7, { host: "bbs.example", facts: { ...facts, pageType: "profile" } })]
    expect(stateOf("profile", { host: "bbs.example", facts, ofAuthor })).toBe("found")
  })

  test("is named by its number", () => {
    expect(adviceFor(ground(with_({})))[0]).toEqual({ name: "profile", state: "found", items: [7] })
  })

  test("without an account of the post nothing is taken for it", () => {
    const facts = { ...post, authorId: null }
    const ofAuthor = [other(7, { facts: { ...facts, pageType: "profile" } })]
    expect(stateOf("profile", { facts, ofAuthor })).toBe("open")
  })
})

describe("a second reading of the numbers", () => {
  const counters = (at: string) => ({ kind: "counters", at })

  test.each<[string, Partial<CoachGround>, "open" | "found"]>([
    [
      "a day after the capture",
      { facts: counted, readings: [counters("2026-11-23T15:00:00.000Z")] },
      "found",
    ],
    [
      "a second less than a day after it",
      { facts: counted, readings: [counters("2026-11-23T14:59:59.000Z")] },
      "open",
    ],
    [
      "after a capture that read no number",
      { facts: post, readings: [counters("2026-11-29T15:00:00.000Z")] },
      "open",
    ],
    [
      "two later ones, a day apart",
      { facts: null, readings: [counters("2026-11-29T15:00:00Z"), counters("2026-12-01T15:00:00Z")] },
      "found",
    ],
    [
      "by a second capture of the address",
      { facts: counted, ofPost: [other(8, { facts: counted, startedAt: "2026-11-24T15:00:00.000Z" })] },
      "found",
    ],
    [
      "a visitor's view is none",
      { facts: counted, readings: [{ kind: "visitor", at: "2026-11-29T15:00:00.000Z" }] },
      "open",
    ],
  ])("%s", (_what, different, state) => {
    expect(stateOf("second-reading", different)).toBe(state)
  })
})

test.each<[AdviceName, Partial<CoachGround>, string | undefined]>([
  ["signed-out", { readings: [{ kind: "visitor", at: began }] }, "found"],
  ["signed-out", { isOfWeb: false }, undefined],
  ["context", { facts: { ...post, pageType: "thread" } }, "found"],
  ["context", { facts: { ...post, pageType: "profile" } }, undefined],
  ["profile", { facts: { ...post, pageType: "profile" } }, undefined],
  ["profile", { facts: null }, "open"],
  ["own-reply", { said: new Map([["own-reply", "done"]]) }, "ticked"],
  ["loss", { said: new Map([["loss", "dismissed"]]) }, "dismissed"],
  ["loss", { said: new Map([["loss", "open"]]) }, "open"],
])("%s, %#", (name, different, state) => {
  expect(stateOf(name, different)).toBe(state)
})

test("what the vault has counts as found, also where it was put away before", () => {
  const readings = [{ kind: "visitor", at: began }]
  expect(stateOf("signed-out", { readings, said: new Map([["signed-out", "dismissed"]]) })).toBe("found")
})

describe("the periods of the law", () => {
  test("are those two whose wording was read, each with its text and its source", () => {
    expect(
      retentionTerms.map(({ name, days, months, source }) => [name, days ?? months, source.text]),
    ).toEqual([
      ["content-record", 60, expect.stringContaining("记录备份应当保存60日")],
      ["network-log", 6, "…网络日志不少于六个月…"],
    ])
    for (const { source } of retentionTerms) expect(source.readIn).toMatch(/\d{4}-\d{2}-\d{2}$/)
  })

  // 60 days by `date -d '… + 60 days'`, six months by the calendar.
  test.each([
    ["2026-11-22T15:00:00.000Z", "2027-01-21", "2027-05-22"],
    ["2026-08-31T00:00:00.000Z", "2026-10-30", "2027-02-28"],
    ["2027-08-31T23:59:59.000Z", "2027-10-30", "2028-02-29"],
    ["2026-12-31T10:00:00.000Z", "2027-03-01", "2027-06-30"],
  ])("from %s end on %s and %s", (from, content, log) => {
    expect(retentionDates(from).map(({ until }) => until.slice(0, 10))).toEqual([content, log])
    for (const { until } of retentionDates(from)) expect(until.slice(10)).toBe(from.slice(10))
  })

  test("of what is no time there are none", () => {
    expect(retentionDates("yesterday")).toEqual([])
  })
})
