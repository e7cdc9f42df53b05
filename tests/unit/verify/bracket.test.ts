import { describe, expect, test } from "vitest"
import { QUICKNET } from "../../../src/core/bracket/drand.ts"
import { bracketLayer } from "../../../src/core/verify/bracket.ts"
import { finding, type Layer } from "../../../src/core/verify/finding.ts"
import { told } from "../../../src/i18n/verdict/told.ts"
import { en } from "../../../src/i18n/verdict/en.ts"
import { zhCN } from "../../../src/i18n/verdict/zh-CN.ts"
import { pulse, round1000, ROUND_1000_TIME } from "../bracket/rounds.ts"
import { bundleFiles, check, type Draft, zipOf } from "./example.ts"

const asked = { from: "https://api.drand.sh", askedAt: "2026-11-26T10:15:00.000Z" }
const { round, signature } = round1000
const drand = { source: "drand", ...asked, chain: QUICKNET.hash, round, signature }
const nist = { source: "nist", ...asked, raw: pulse() }
const miss = { source: "drand", askedAt: asked.askedAt, code: "time/offline" }
const of = (value: object) => ({ values: [value], missing: [] })

/** A layer of item stamps with trusted ones of these times over e001. */
const stamped = (...times: string[]): Layer => ({
  layer: "inner-time",
  outcome: "pass",
  detail: times.map(at =>
    finding("time/trusted", { item: "e001", authority: "tsa.example", at, signer: "S", root: "R" }),
  ),
})

const BEFORE = "2023-08-23T16:00:00Z"

describe("of one record, the layer says", () => {
  const later = "bracket/later-than-stamp"
  test.each([
    ["after, without a stamp", of(drand), [], "pass", "bracket/after"],
    [
      "between, with the earliest stamp",
      of(drand),
      ["2024-01-01T00:00:00Z", BEFORE],
      "pass",
      "bracket/between",
    ],
    [
      "about then, and nothing between, where the stamp's clock is seconds behind",
      of(drand),
      ["2023-08-23T15:59:00Z"],
      "warn",
      "bracket/about",
    ],
    ["that one of the two is wrong", of(drand), ["2023-08-23T15:50:00Z"], "warn", later],
    ["that another round is not drand's", of({ ...drand, round: 1001 }), [BEFORE], "warn", "bracket/false"],
    [
      "that another chain is not known",
      of({ ...drand, chain: "a".repeat(64) }),
      [],
      "unknown",
      "bracket/other-chain",
    ],
    ["that NIST's is not checked", of(nist), [BEFORE], "unknown", "bracket/not-checked"],
    ["that a pulse is none", of({ ...nist, raw: "{}" }), [], "fail", "bracket/malformed"],
    ["that none came", { values: [], missing: [miss] }, [], "unknown", "bracket/missing"],
    ["that it cannot be read", { values: 3 }, [], "fail", "bracket/malformed"],
    [
      "that so many are none of ours",
      { values: Array(9).fill(drand), missing: [] },
      [],
      "fail",
      "bracket/malformed",
    ],
  ])("%s", (_what, bracket, times, outcome, code) => {
    const layer = bracketLayer([{ item: "e001", bracket }], stamped(...times))
    expect(layer.outcome).toBe(outcome)
    expect(layer.detail.map(found => found.code)).toEqual([code])
    if (code === "bracket/between")
      expect(layer.detail[0]?.facts).toMatchObject({ round, after: ROUND_1000_TIME })
  })

  test("nothing of a stamp over another item", () => {
    const layer = bracketLayer([{ item: "e003", bracket: of(drand) }], stamped(BEFORE))
    expect(layer.detail.map(({ code }) => code)).toEqual(["bracket/after"])
  })
})

const judge = (bracket: unknown) =>
  check(
    zipOf(
      bundleFiles({
        record: (draft: Draft, item) => (item === "e001" ? Object.assign(draft, { bracket }) : draft),
      }),
    ),
  )

test("a bundle with a round has it judged, and is sealed no more than without", async () => {
  const result = await judge({ values: [drand, nist], missing: [] })
  expect(result.verdict).toBe("integrity-only")
  for (const words of [en, zhCN]) {
    const line = told(result, words).layers.find(({ layer }) => layer === "bracket")
    expect(line?.sentences.join(" ")).toContain(ROUND_1000_TIME)
  }
})

test("one without says that there is none", async () => {
  const result = await check(zipOf(bundleFiles()))
  expect(result.layers.find(({ layer }) => layer === "bracket")).toMatchObject({ outcome: "none" })
})

test("one that nobody can read is damage", async () => {
  expect((await judge({ values: "x" })).verdict).toBe("damaged")
})

test("of more records than a reader should wait for, the rest are said not to be checked", () => {
  const brackets = ["e001", "e002", "e003", "e004", "e005"].map(item => ({ item, bracket: of(nist) }))
  const layer = bracketLayer(brackets, stamped(), 3)
  expect(layer.outcome).toBe("unknown")
  expect(layer.detail.map(({ code, facts }) => [code, facts]).slice(2)).toEqual([
    ["bracket/not-checked", expect.objectContaining({ item: "e003" })],
    ["bracket/too-many", { items: 2 }],
  ])
})
