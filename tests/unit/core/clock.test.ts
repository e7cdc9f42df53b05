import { describe, expect, test } from "vitest"
import { type BeaconValue } from "../../../src/core/bracket/beacons.ts"
import { QUICKNET } from "../../../src/core/bracket/drand.ts"
import { againstServer, clockFindings } from "../../../src/core/clock.ts"
import { clockFinding as inEnglish } from "../../../src/i18n/papers/clock-en.ts"
import { clockFinding as inChinese } from "../../../src/i18n/papers/clock-zh.ts"
import { pulse, round1000, ROUND_1000_TIME } from "../bracket/rounds.ts"

const endedWall = "2026-11-22T15:20:10.000Z"
const server = (localMinusServerMs: number) => ({ url: "https://x/", date: "", localMinusServerMs })

describe("what is said of the clock", () => {
  test.each([
    ["agrees", 2_400, { kind: "server", seconds: 0 }],
    ["agrees, behind", -2_400, { kind: "server", seconds: 0 }],
    ["ahead", 65_000, { kind: "server", seconds: 65 }],
    ["a day behind", -86_400_000, { kind: "server", seconds: -86_400 }],
  ])("against the server: %s", (_name, lead, finding) => {
    const [first] = clockFindings({ httpDate: server(lead), wallMinusMonotonicMs: 0, endedWall }, [])
    expect(first).toEqual(finding)
  })

  test.each([
    ["steady", 999, { kind: "steady" }],
    ["put forward", 3_600_000, { kind: "set", seconds: 3600 }],
    ["put back a day", -86_400_000, { kind: "set", seconds: -86_400 }],
    ["cut off", null, { kind: "steady-unknown" }],
  ])("against the clock that nobody can set: %s", (_name, wallMinusMonotonicMs, finding) => {
    const found = clockFindings({ httpDate: null, wallMinusMonotonicMs, endedWall }, [])
    expect(found).toEqual([{ kind: "server-unknown" }, finding])
  })

  test.each([
    ["a stamp within five minutes after the end says nothing", "2026-11-22T15:25:09.000Z", []],
    [
      "a later one, how late it came",
      "2026-11-22T18:32:10.000Z",
      [{ kind: "stamped-late", authority: "tsa", seconds: 11_520 }],
    ],
    ["a second before it is the authority's inaccuracy", "2026-11-22T15:20:09.000Z", []],
    [
      "a minute before it",
      "2026-11-22T15:19:10.000Z",
      [{ kind: "ahead-of-authority", authority: "tsa", seconds: 60 }],
    ],
    ["a time that is none", "yesterday", []],
  ])("against an authority: %s", (_name, time, findings) => {
    const clock = { httpDate: null, wallMinusMonotonicMs: 0, endedWall }
    expect(clockFindings(clock, [{ authority: "tsa", time }]).slice(2)).toEqual(findings)
  })

  const time = "2026-11-22T15:20:11.000Z"
  const date = (localMinusServerMs: number) => ({ httpDate: server(localMinusServerMs) })
  const against = (seconds: number) => ({ kind: "authority", authority: "tsa", seconds })
  test.each([
    ["its server's clock agrees", date(-2_400), [against(0)]],
    ["its server's clock is ahead", date(-65_000), [against(-65)]],
    ["its server gave no time", { httpDate: null }, []],
    ["its stamp came a second after its time", { receivedAt: "2026-11-22T15:20:12.000Z" }, []],
    ["its stamp came a second before its time: inaccuracy", { receivedAt: "2026-11-22T15:20:10.000Z" }, []],
    [
      "its stamp came a minute before its time",
      { receivedAt: "2026-11-22T15:19:11.000Z" },
      [{ kind: "behind-authority", authority: "tsa", seconds: 60 }],
    ],
    ["when its stamp came is not known", { receivedAt: null }, []],
  ])("against an authority, as its stamp came: %s", (_name, came, findings) => {
    const clock = { httpDate: null, wallMinusMonotonicMs: 0, endedWall }
    expect(clockFindings(clock, [{ authority: "tsa", time, ...came }]).slice(2)).toEqual(findings)
  })

  test.each([
    ["Sun, 22 Nov 2026 15:20:10 GMT", 3_000],
    ["yesterday", null],
    ["", null],
    [null, null],
  ])("a Date header %j", (header, lead) => {
    const nowMs = Date.parse(endedWall) + 3_000
    const found = againstServer("https://x/", header, nowMs)
    expect(found).toEqual(
      lead === null ? null : { url: "https://x/", date: header, localMinusServerMs: lead },
    )
  })
})

describe("what is said of public random numbers", () => {
  const clock = { httpDate: null, wallMinusMonotonicMs: 0, endedWall }
  const asked = { from: "https://api.drand.sh", askedAt: endedWall }
  const { round, signature } = round1000
  const drand = { source: "drand" as const, ...asked, chain: QUICKNET.hash, round, signature }
  const early = { authority: "early", time: "2023-08-23T16:00:00Z" }
  const late = { authority: "late", time: "2024-01-01T00:00:00Z" }
  const after = ROUND_1000_TIME
  const said = (value: BeaconValue, stamps: readonly (typeof early)[] = []) =>
    clockFindings(clock, stamps, { values: [value], missing: [] }).filter(
      ({ kind }) => kind.startsWith("bracket") || kind === "pulse",
    )

  test.each([
    ["no stamp", [], { kind: "bracket", round, after, before: null }],
    ["the earliest of the stamps", [late, early], { kind: "bracket", round, after, before: early }],
    [
      "a stamp from before the round",
      [{ ...early, time: "2023-08-23T15:50:00Z" }],
      { kind: "bracket-later", round, after, before: { ...early, time: "2023-08-23T15:50:00Z" } },
    ],
  ])("a round, with %s", (_name, stamps, finding) => {
    expect(said(drand, stamps)).toEqual([finding])
  })

  test("a round of another chain has no time, and a pulse the time that it says", () => {
    expect(said({ ...drand, chain: "a".repeat(64) })).toEqual([])
    const at = "2026-11-26T10:15:00.000Z"
    expect(said({ source: "nist", ...asked, raw: pulse(at) })).toEqual([{ kind: "pulse", at }])
  })

  test("one that did not come is named; without any asked for, nothing is said", () => {
    const missing = [{ source: "nist" as const, askedAt: endedWall, code: "time/offline" as const }]
    expect(clockFindings(clock, [], { values: [], missing }).slice(2)).toEqual([
      { kind: "no-number", source: "nist" },
    ])
    expect(clockFindings(clock, [])).toHaveLength(2)
  })

  // Nobody has checked the signature where these stand.
  test.each([
    ["en", inEnglish, "Where it holds, this record came to be after 2023-08-23 15:59:24 UTC"],
    ["zh-CN", inChinese, "签名有效的，本记录在 2023-08-23 15:59:24 UTC 之后"],
  ])(
    "in words, the time stands under the condition that the signature holds (%s)",
    (_language, inWords, words) => {
      for (const before of [null, early])
        expect(inWords({ kind: "bracket", round, after, before })).toContain(words)
      expect(inWords({ kind: "bracket-later", round, after, before: early })).not.toContain(words)
    },
  )
})

test("in words, which take no side", () => {
  const found = clockFindings({ httpDate: server(3_725_000), wallMinusMonotonicMs: -86_400_000, endedWall }, [
    { authority: "tsa.example", time: "2026-11-22T15:19:10.000Z" },
    { authority: "late.example", time: "2026-11-22T15:30:11.000Z", receivedAt: "2026-11-22T15:29:11.000Z" },
    { authority: "near.example", time: "2026-11-22T15:20:11.000Z", httpDate: server(-3_000) },
    { authority: "same.example", time: "2026-11-22T15:20:11.000Z", httpDate: server(0) },
  ])
  expect(found.map(inEnglish)).toEqual([
    "1 h 2 min 5 s ahead of the web server's clock. Which of the two is right is not known.",
    "Was put back by 1 d while the page was captured.",
    "At least 1 min ahead of the clock of tsa.example, whose time stamp is from before the end of the capture.",
    "At least 1 min behind the clock of late.example, whose time stamp was here before the time that it states.",
    "The time stamp of late.example came 10 min 1 s after the end of the capture; of the time until then it says nothing.",
    "3 s behind the clock of near.example's server when its time stamp came. Which of the two is right is not known.",
    "Agreed with the clock of same.example's server when its time stamp came, to within two or three seconds.",
  ])
  expect(found.map(inChinese)).toEqual([
    "比网站服务器的时钟快 1 小时 2 分 5 秒。无法判断哪一方准确。",
    "采集期间被调慢了 1 天。",
    "比 tsa.example 的时钟至少快 1 分：其时间戳早于采集结束的时间。",
    "比 late.example 的时钟至少慢 1 分：收到其时间戳时，本机时间还早于其中的时间。",
    "late.example 的时间戳在采集结束 10 分 1 秒后才取得：在那之前，它不能说明什么。",
    "收到 near.example 的时间戳时，比其服务器的时钟慢 3 秒。无法判断哪一方准确。",
    "收到 same.example 的时间戳时，与其服务器的时钟一致（误差在两三秒内）。",
  ])
})
