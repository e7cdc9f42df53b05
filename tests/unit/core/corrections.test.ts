import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  type Correction,
  correctionOf,
  parseCorrections,
  parseCorrectionWish,
  standing,
  writeCorrections,
} from "../../../src/core/corrections.ts"
import { fieldNames } from "../../../src/core/post-facts/fields.ts"
import { type Sha256 } from "../../../src/core/seal/hash.ts"

const of = "a".repeat(64) as Sha256
const at = "2026-11-23T08:00:00.250Z"
const one: Correction = { field: "authorName", value: "李四", source: "user", at }
const written = (different: object = {}, first: object = {}): unknown => ({
  ...{ schema: 1, of, corrections: [{ ...one, ...first }] },
  ...different,
})

test("whatever was said is read back as it was said", () => {
  const correction = fc.record(
    {
      field: fc.constantFrom(...fieldNames),
      value: fc.oneof(
        fc.constant(null),
        fc.string({ minLength: 1, unit: "grapheme" }).filter(text => text.trim() === text && text !== ""),
      ),
      source: fc.constant("user" as const),
      at: fc.constant(at),
      note: fc.string().map(text => text.trim()),
    },
    { requiredKeys: ["field", "value", "source", "at"] },
  )
  fc.assert(
    fc.property(fc.array(correction), corrections => {
      const read = parseCorrections(JSON.parse(new TextDecoder().decode(writeCorrections(of, corrections))))
      expect(read).toEqual({ schema: 1, of, corrections })
    }),
    { seed: 20261126, numRuns: 200 },
  )
})

test.each<[string, unknown]>([
  ["another schema", written({ schema: 2 })],
  ["no record that it is of", written({ of: "a" })],
  ["no list", written({ corrections: {} })],
  ["a field that there is not", written({}, { field: "constructor" })],
  ["a value that is no text", written({}, { value: 5 })],
  ["an empty value", written({}, { value: " " })],
  ["a value longer than any page's", written({}, { value: "x".repeat(2_001) })],
  ["the word of a page for the user's", written({}, { source: "dom" })],
  ["a time in no zone", written({}, { at: "2026-11-23 08:00" })],
  ["a note that is no text", written({}, { note: null })],
])("a file with %s is refused", (_what, input) => {
  expect(() => parseCorrections(input)).toThrow(expect.objectContaining({ code: "input/malformed" }) as Error)
})

describe("what the user asks for", () => {
  test("is kept without the white space around it; nothing is taking back, and no note", () => {
    const said = parseCorrectionWish({ field: "views", value: " 6000 \n", note: "" })
    expect(correctionOf(said, at)).toEqual({ field: "views", value: "6000", source: "user", at })
    const back = parseCorrectionWish({ field: "views", value: " ", note: " 写错了 " })
    expect(correctionOf(back, at)).toEqual({
      field: "views",
      value: null,
      source: "user",
      at,
      note: "写错了",
    })
  })
})

test("the newest word on a field stands, unless it took back; all before it stay in the list", () => {
  const said = (value: string | null, field: Correction["field"] = "authorName"): Correction => ({
    ...one,
    field,
    value,
  })
  const now = standing([said("甲"), said("5", "views"), said("乙"), said(null, "views"), said("7", "likes")])
  expect([...now].map(([field, { value }]) => [field, value])).toEqual([
    ["authorName", "乙"],
    ["likes", "7"],
  ])
})
