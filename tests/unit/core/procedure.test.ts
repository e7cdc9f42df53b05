/** The steps of a guided recording, and its chapters: what the facts show, and what they do not. */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { chaptersOf } from "../../../src/core/procedure/chapters.ts"
import { procedureLine, type ProcedureEntry, type ProcedureLine } from "../../../src/core/procedure/entry.ts"
import { parseDoing, parseProcedure } from "../../../src/core/procedure/parse.ts"
import { follow, nothingSeen, standingOf } from "../../../src/core/procedure/steps.ts"
import { FIRST } from "../../../src/core/recording.ts"
import { commandOf, checkNames, systems } from "../../../src/core/self-check.ts"

const at = "2026-11-26T08:00:00.250Z"
const page = (url: string | null, title: string | null = "t"): ProcedureEntry => ({
  ...{ kind: "page", url, title, frame: { path: "recording/page-00001.png", sha256: FIRST }, code: null },
})
const failed = (url: string): ProcedureEntry => ({
  ...{ kind: "page", url, title: "t", frame: null, code: "capture/page-left" },
})
const facts = (
  adapter: string,
  pageType: "profile" | "post" | "other",
  authorId: string | null = "1",
): ProcedureEntry => ({
  ...{ kind: "facts", url: "https://weibo.com/1/N", adapter, pageType },
  ...{ permalink: null, authorName: null, authorId, comments: 0 },
})
const scroll = (y: number, documentHeight = 2000): ProcedureEntry => ({
  ...{ kind: "scroll", x: 0, y, height: 700, documentHeight },
})
/** From the top to the end, standing on the way. */
const slowly = [scroll(200), scroll(600), scroll(1000), scroll(1300)]
const said = (step: "post" | "scroll", state: "done" | "skipped" | "open"): ProcedureEntry => ({
  ...{ kind: "step", step, state, by: "user", reason: null },
})

/** The steps that a run of entries shows to be done, in their order. */
function shown(entries: readonly ProcedureEntry[]): string[] {
  const walk = { seen: nothingSeen }
  const take = (entry: ProcedureEntry, ms: number): string[] => {
    const { seen, shown: steps } = follow(walk.seen, entry, ms)
    walk.seen = seen
    return steps.flatMap(step => [
      step,
      ...take({ kind: "step", step, state: "done", by: "facts", reason: null }, ms),
    ])
  }
  return entries.flatMap((entry, index) => take(entry, index * 1_100))
}

describe("what the facts show", () => {
  test.each<[string, readonly ProcedureEntry[], readonly string[]]>([
    [
      "the whole way",
      [
        ...[page("https://www.ntsc.ac.cn/"), page("https://weibo.com/"), facts("weibo", "profile")],
        ...[page("https://weibo.com/1/N"), facts("weibo", "post"), ...slowly, page("https://time.is/")],
      ],
      ["time-start", "home", "profile", "post", "scroll", "time-end"],
    ],
    [
      "a page that did not load shows neither the time nor a home",
      [failed("https://time.is/"), failed("https://weibo.com/"), facts("weibo", "post")],
      ["post"],
    ],
    [
      "another site's home page is not that of the post's",
      [page("https://www.bing.com/"), page("https://weibo.com/1/N"), facts("weibo", "post")],
      ["post"],
    ],
    [
      "the home page that comes after the post, under the address for its telephones",
      [page("https://weibo.com/1/N"), facts("weibo", "post"), page("https://m.weibo.com/")],
      ["post", "home"],
    ],
    [
      "another account is not that of the post's author, and his own is",
      [
        ...[page("https://weibo.com/u/2"), facts("weibo", "profile", "2"), page("https://weibo.com/1/N")],
        ...[facts("weibo", "post"), page("https://weibo.com/u/3"), facts("weibo", "profile", "3")],
        ...[page("https://weibo.com/u/1"), facts("weibo", "profile", "1")],
      ],
      ["post", "profile"],
    ],
    [
      "whose account it is stays the user's to say, where the post names no author",
      [page("https://weibo.com/1/N"), facts("weibo", "post", null), facts("weibo", "profile", "1")],
      ["post"],
    ],
    [
      "one jump to the end is no slow scroll, nor are two",
      [page("https://weibo.com/1/N"), facts("weibo", "post"), scroll(1300, 6000), scroll(5300, 6000)],
      ["post"],
    ],
    [
      "what was scrolled before a jump is not what lies between",
      [
        ...[page("https://weibo.com/1/N"), facts("weibo", "post"), scroll(100, 9000), scroll(200, 9000)],
        ...[scroll(300, 9000), scroll(400, 9000), scroll(8100, 9000), scroll(8200, 9000), scroll(8250, 9000)],
        ...[scroll(8300, 9000), scroll(8300, 9000)],
      ],
      ["post"],
    ],
    [
      "a short page that comes later is not the post's",
      [
        ...[page("https://weibo.com/1/N"), facts("weibo", "post"), page("https://weibo.com/u/9")],
        ...[scroll(0, 700), scroll(0, 700), scroll(0, 700), scroll(0, 700), scroll(0, 700)],
      ],
      ["post"],
    ],
    [
      "of a post that the user named, its page is the one that is scrolled, and its host the home's",
      [page("https://a.example/"), page("https://a.example/x"), said("post", "done"), ...slowly],
      ["home", "scroll"],
    ],
    [
      "a page of the time that comes after others is the end's",
      [page("https://a.example/x"), page("https://time.is/")],
      ["time-end"],
    ],
    [
      "a host that only ends like one shows no time",
      [page("https://nottime.is/"), page("https://time.is.evil.example/x")],
      [],
    ],
    ["a page of unknown address shows nothing", [page(null)], []],
    [
      "what no adapter of a site's own said is not believed",
      [facts("generic", "post"), facts("generic", "profile")],
      [],
    ],
    ["the end of a page before the post is not the post's", slowly, []],
    ["halfway is not the end", [said("post", "done"), ...slowly.slice(0, -1)], []],
    ["what was done is not shown twice", [said("scroll", "done"), said("post", "done"), ...slowly], []],
    ["what the user skipped is not overruled", [said("post", "skipped"), facts("weibo", "post")], []],
    [
      "what the user took back may be shown anew",
      [said("post", "done"), said("post", "open"), facts("weibo", "post")],
      ["post"],
    ],
  ])("%s", (_what, entries, steps) => {
    expect(shown(entries)).toEqual(steps)
  })
})

const lines = (entries: readonly ProcedureEntry[]): ProcedureLine[] =>
  entries.map((entry, seq) => ({ seq, at, ms: seq * 10, ...entry }))

test("a step stands as the last word on it says, and all of them stand in their order", () => {
  const standing = standingOf(lines([said("post", "done"), said("scroll", "done"), said("scroll", "open")]))
  expect(standing).toHaveLength(9)
  expect(standing.filter(({ state }) => state !== "open").map(({ step, ms }) => [step, ms])).toEqual([
    ["post", 0],
  ])
})

test("chapters are the pages by their title, or by their address, and the steps that were done", () => {
  const chapters = chaptersOf(
    lines([
      page("https://a.example/", ""),
      page(null, null),
      page(null, "t"),
      said("post", "done"),
      said("scroll", "skipped"),
    ]),
    step => `step ${step}`,
  )
  expect(chapters).toEqual([
    { ms: 0, title: "https://a.example/" },
    { ms: 20, title: "t" },
    { ms: 30, title: "step post" },
  ])
})

test("whatever lines are written are read back as they were", () => {
  const entry = fc.oneof(
    fc.record({
      kind: fc.constant("route" as const),
      url: fc.string({ maxLength: 200 }),
      title: fc.string({ maxLength: 300 }),
    }),
    fc.record({
      ...{ kind: fc.constant("click" as const), x: fc.integer(), y: fc.integer() },
      ...{ role: fc.stringMatching(/^[a-z0-9-]{0,40}$/), text: fc.string({ maxLength: 60 }) },
    }),
    fc.constantFrom({ kind: "away" } as const, { kind: "back" } as const, { kind: "full" } as const),
  )
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 20 }), entries => {
      const all = lines([{ kind: "begin", allPages: true }, ...entries])
      let prev = FIRST
      const text = all.map(line => {
        const made = procedureLine(line, prev)
        prev = made.hash
        return `${made.text}\n`
      })
      expect(parseProcedure(text.join(""))).toEqual(all)
    }),
  )
})

test.each([
  { kind: "key", key: "a" },
  { kind: "click", x: 0, y: 0, role: "A B", text: "" },
  { kind: "click", x: 0, y: 0, role: "a", text: "x".repeat(61) },
  { kind: "scroll", x: 0, y: Number.NaN, height: 1, documentHeight: 1 },
])("%j is nothing that is done in a page", doing => {
  expect(() => parseDoing(doing)).toThrow(/malformed/)
})

test("no address puts anything but a host into a command that is pasted into a terminal", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...checkNames),
      fc.constantFrom(...systems),
      fc.oneof(
        fc.webUrl(),
        fc.string(),
        fc.constantFrom("http://a;rm.example/", "http://[::1]/", "http://-x/"),
      ),
      (name, system, address) => {
        const plain = commandOf(name, system, "")
        const host = URL.canParse(address) ? new URL(address).hostname : ""
        const safe = /^[a-z0-9][a-z0-9.-]*$/i.test(host) ? host : "example.com"
        expect([plain, plain.replace("example.com", safe)]).toContain(commandOf(name, system, address))
      },
    ),
  )
})
