import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { EvidenceError } from "../../../src/core/errors.ts"
import {
  parseChunk,
  parseCopyRead,
  parseGaps,
  parsePartRequests,
  parsePrepared,
  parseRestored,
} from "../../../src/core/page-answers.ts"

type Tree = Readonly<Record<string, unknown>>

const malformed = expect.objectContaining({ code: "input/malformed" }) as Error
const change: Tree = { selector: "div#a", property: "position", old: "", now: "relative !important" }
const gap: Tree = { what: "folded", reason: "not-unfolded", count: 3, where: "p" }

const asked: Tree = { at: "2026-11-22T15:20:00.000Z", url: "https://a/b.png", status: 404 }

const doors: [name: string, parse: (input: unknown) => unknown, good: Tree, read: unknown][] = [
  ["what was prepared", parsePrepared, { changes: [change] }, { changes: [change] }],
  [
    "what was put back",
    parseRestored,
    { scrollX: -4, scrollY: 12.5, stuck: [change] },
    { scrollX: -4, scrollY: 12.5, stuck: [change] },
  ],
  [
    "the requests for parts of a copy",
    parsePartRequests,
    { requests: [asked] },
    [{ ...asked, purpose: "part" }],
  ],
  ["a piece of a text", parseChunk, { base64: "5Zu66K+B" }, new TextEncoder().encode("固证")],
]

describe.each(doors)("%s", (_name, parse, good, read) => {
  test("is read as it was said, and what nobody asked for is left out", () => {
    expect(parse({ ...good, extra: "x" })).toEqual(read)
  })

  test.each(Object.keys(good))("is refused when its %s is missing or of another kind", field => {
    for (const wrong of [undefined, null, { toString: "no" }, [[]], Symbol("s"), () => 1, NaN, "?", true])
      expect(() => parse({ ...good, [field]: wrong })).toThrow(malformed)
  })

  test.each([null, undefined, 0, "", "text", [], true])("is refused when it is %j", input => {
    expect(() => parse(input)).toThrow(malformed)
  })

  test("never throws anything but input/malformed, whatever stands in a field", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(good)),
        fc.anything({ withBigInt: true }),
        (field, value) => {
          try {
            parse({ ...good, [field]: value })
          } catch (thrown) {
            expect(EvidenceError.from(thrown).code).toBe("input/malformed")
          }
        },
      ),
      { seed: 20261122, numRuns: 500 },
    )
  })
})

test("gaps are read together, and one that is none makes all of them none", () => {
  expect(parseGaps([gap, gap])).toEqual([gap, gap])
  expect(() => parseGaps([gap, null])).toThrow(malformed)
  expect(() => parseGaps([gap, { ...gap, what: "nothing" }])).toThrow(malformed)
})

test.each([null, undefined, {}, "text", 7])(
  "gaps that are %j are refused: no list is not an empty list",
  input => {
    expect(() => parseGaps(input)).toThrow(malformed)
  },
)

test("more gaps than anyone can read are refused, not cut: a gap that is lost would make a capture look better", () => {
  expect(parseGaps(Array<Tree>(10_000).fill(gap))).toHaveLength(10_000)
  expect(() => parseGaps(Array<Tree>(10_001).fill(gap))).toThrow(malformed)
})

test("of what was read for a copy the address is taken, which must be text", () => {
  expect(parseCopyRead({ url: "https://a/", extra: 1 })).toEqual({ url: "https://a/" })
  for (const wrong of [null, "https://a/", {}, { url: 7 }, [{ url: "https://a/" }]])
    expect(() => parseCopyRead(wrong)).toThrow(malformed)
})

test("more requests than our script ever makes are refused, and long addresses are cut", () => {
  const requests = Array.from({ length: 1000 }, () => ({ ...asked, url: "x".repeat(20_000) }))
  expect(parsePartRequests({ requests })[0]?.url).toHaveLength(10_000)
  expect(() => parsePartRequests({ requests: [...requests, asked] })).toThrow(malformed)
})
