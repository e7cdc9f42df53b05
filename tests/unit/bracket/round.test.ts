import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { fromHex } from "../../../src/core/bytes.ts"
import { parseBeacons, parseBracket, usualBeacons } from "../../../src/core/bracket/beacons.ts"
import { parseRound, QUICKNET, roundTime } from "../../../src/core/bracket/drand.ts"
import { pulseTime } from "../../../src/core/bracket/nist.ts"
import { roundHolds } from "../../../src/core/bracket/round-holds.ts"
import { sha256Now } from "../../../src/core/seal/hash.ts"
import { pulse, round1000, ROUND_1000_TIME } from "./rounds.ts"

describe("a round of drand", () => {
  test("that it published itself holds, and its number is the hash of its signature", () => {
    expect(roundHolds(round1000)).toBe(true)
    expect(sha256Now(fromHex(round1000.signature))).toBe(round1000.randomness)
  })

  test("is told its time by the chain's own rule", () => {
    expect(roundTime(1)).toBe("2023-08-23T15:09:27.000Z")
    expect(roundTime(1000)).toBe(ROUND_1000_TIME)
  })

  test.each([999, 1001, 1_000_000])("does not hold as round %i", round => {
    expect(roundHolds({ ...round1000, round })).toBe(false)
  })

  test("does not hold with any bit of its signature turned", () => {
    fc.assert(
      fc.property(fc.nat(48 * 8 - 1), bit => {
        const bytes = fromHex(round1000.signature)
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        const signature = Array.from(bytes, byte => byte.toString(16).padStart(2, "0")).join("")
        expect(roundHolds({ round: 1000, signature })).toBe(false)
      }),
      { numRuns: 12 },
    )
  })

  test("with the point at infinity, or no point at all, holds no more", () => {
    for (const signature of [`c0${"0".repeat(94)}`, "f".repeat(96), "0".repeat(96)]) {
      expect(roundHolds({ round: 1000, signature })).toBe(false)
    }
  })

  test("is read as a relay answers it", () => {
    expect(parseRound(round1000)).toEqual({ round: 1000, signature: round1000.signature })
  })

  test.each([
    ["no number", { ...round1000, round: "1000" }],
    ["round 0, which is none", { ...round1000, round: 0 }],
    ["a round beyond any time", { ...round1000, round: 2e9 }],
    ["a signature of another chain's length", { ...round1000, signature: "ab".repeat(96) }],
    ["no object", null],
  ])("is refused with %s", (_what, answer) => {
    expect(() => parseRound(answer)).toThrow("malformed")
  })
})

describe("a pulse of NIST's", () => {
  test("says its time", () => {
    expect(pulseTime(pulse())).toBe("2026-11-26T10:15:00.000Z")
  })

  test.each(["", "<html>", "{}", '{"pulse":{}}', pulse().replace("0F0F", "xx"), " ".repeat(17_000)])(
    "is none: %#",
    raw => {
      expect(() => pulseTime(raw)).toThrow("malformed")
    },
  )
})

describe("what is kept", () => {
  const asked = { from: "https://api.drand.sh", askedAt: "2026-11-26T10:15:00.000Z" }
  const { round, signature } = round1000
  const kept = {
    values: [
      { source: "drand", ...asked, chain: QUICKNET.hash, round, signature },
      { source: "nist", ...asked, raw: pulse() },
    ],
    missing: [{ source: "nist", askedAt: asked.askedAt, code: "time/offline" }],
  }

  test("is read back as it was written, and nothing that is not known of it", () => {
    expect(parseBracket(JSON.parse(JSON.stringify({ ...kept, more: 1 })))).toEqual(kept)
  })

  test.each([
    ["a source that is none", { ...kept, values: [{ ...kept.values[0], source: "moon" }] }],
    ["a chain that is no hash", { ...kept, values: [{ ...kept.values[0], chain: "x" }] }],
    ["a pulse without end", { ...kept, values: [{ ...kept.values[1], raw: "x".repeat(20_000) }] }],
    ["a reason that is none", { ...kept, missing: [{ ...kept.missing[0], code: "because" }] }],
    ["no list", { values: [] }],
  ])("is refused with %s", (_what, input) => {
    expect(() => parseBracket(input)).toThrow("malformed")
  })
})

describe("whom the user lets be asked", () => {
  test("is nobody, unless they say so", () => {
    expect(usualBeacons.on).toBe(false)
    expect(parseBeacons({ ...usualBeacons, on: true })).toEqual({ ...usualBeacons, on: true })
  })

  test.each([
    ["none", { ...usualBeacons, drand: [] }],
    ["too many", { ...usualBeacons, drand: Array<string>(5).fill("https://one.example") }],
    ["an address with a path", { ...usualBeacons, drand: ["https://one.example/x"] }],
    ["an address that carries a name", { ...usualBeacons, drand: ["https://me@one.example"] }],
    ["no web address", { ...usualBeacons, nist: "file:///etc" }],
    ["no switch", { drand: usualBeacons.drand, nist: usualBeacons.nist }],
  ])("is refused with %s", (_what, input) => {
    expect(() => parseBeacons(input)).toThrow("malformed")
  })
})
