/** The steps of a guided recording, and its chapters: what the facts show, and what they do not. */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { chaptersOf } from "../../../src/core/procedure/chapters.ts"
import { procedureLine, type ProcedureEntry, type ProcedureLine } from "../../../src/core/procedure/entry.ts"
import { parseDoing, parseProcedure } from "../../../src/core/procedure/parse.ts"
import { nothingSeen, seenWith, shownBy, standingOf } from "../../../src/core/procedure/steps.ts"
import { FIRST } from "../../../src/core/recording.ts"
import { commandOf, checkNames, systems } from "../../../src/core/self-check.ts"

const at = "2026-11-26T08:00:00.250Z"
const page = (url: string | null, title: string | null = "t"): ProcedureEntry => ({
  ...{ kind: "page", url, title, frame: null, code: "capture/no-picture" },
})
const facts = (adapter: string, pageType: "profile" | "post" | "other"): ProcedureEntry => ({
  ...{ kind: "facts", url: "https://weibo.com/1/N", adapter, pageType },
  ...{ permalink: null, authorName: null, authorId: null, comments: 0 },
})
const scroll = (y: number): ProcedureEntry => ({ kind: "scroll", x: 0, y, height: 700, documentHeight: 2000 })
const said = (step: "post" | "scroll", state: "done" | "skipped" | "open"): ProcedureEntry => ({
  ...{ kind: "step", step, state, by: "user", reason: null },
})

/** The steps that a run of entries shows to be done, in their order. */
function shown(entries: readonly ProcedureEntry[]): string[] {
  let seen = nothingSeen
  return entries.flatMap(entry => {
    const step = shownBy(entry, seen)
    seen = seenWith(seen, entry)
    if (step === null) return []
    seen = seenWith(seen, { kind: "step", step, state: "done", by: "facts", reason: null })
    return [step]
  })
}

describe("what the facts show", () => {
  test.each<[string, readonly ProcedureEntry[], readonly string[]]>([
    [
      "the whole way",
      [
        ...[page("https://www.ntsc.ac.cn/"), page("https://weibo.com/"), facts("weibo", "profile")],
        ...[facts("weibo", "post"), scroll(1300), page("https://time.is/")],
      ],
      ["time-start", "home", "profile", "post", "scroll", "time-end"],
    ],
    [
      "a page of the time that comes after others is the end's",
      [page("https://a.example/x"), page("https://time.is/")],
      ["time-end"],
    ],
    [
      "a host that only ends like one shows no time",
      [page("https://nottime.is/"), page("https://time.is.evil.example/x")],
      ["home"],
    ],
    ["a page of unknown address shows nothing", [page(null)], []],
    [
      "what no adapter of a site's own said is not believed",
      [facts("generic", "post"), facts("generic", "profile")],
      [],
    ],
    ["the end of a page before the post is not the post's", [scroll(1300)], []],
    ["halfway is not the end", [said("post", "done"), scroll(900)], []],
    ["what was done is not shown twice", [said("scroll", "done"), said("post", "done"), scroll(1300)], []],
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
