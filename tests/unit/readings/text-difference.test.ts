/** What of a text went and what came: the parts give both texts back, and no text makes it slow or long. */
import fc from "fast-check"
import { expect, test } from "vitest"
import { textDifference, type TextPart } from "../../../src/core/readings/text-difference.ts"

const side = (parts: readonly TextPart[], without: TextPart["kind"]) =>
  parts
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join("")

test.each([
  [
    "王五欠钱不还",
    "王五没有欠钱",
    [
      ["same", "王五"],
      ["new", "没有"],
      ["same", "欠钱"],
      ["gone", "不还"],
    ],
  ],
  [
    "he stole money",
    "he took money",
    [
      ["same", "he "],
      ["gone", "stole"],
      ["new", "took"],
      ["same", " money"],
    ],
  ],
  ["", "新的", [["new", "新的"]]],
  ["旧的", "", [["gone", "旧的"]]],
  ["一样", "一样", [["same", "一样"]]],
])("%s → %s", (before, after, parts) => {
  expect(textDifference(before, after).parts.map(({ kind, text }) => [kind, text])).toEqual(parts)
})

test("a long text that did not change is cut for the eye, and that is no loss", () => {
  const long = "字".repeat(500)
  const { parts, isCut, alike } = textDifference(`${long}甲`, `${long}乙`)
  expect(parts[0]?.text.length).toBeLessThan(60)
  expect([isCut, alike > 0.99]).toEqual([false, true])
})

test("texts too long to be compared are told as a whole, and said to be cut", () => {
  const { parts, isCut } = textDifference("甲乙".repeat(5000), "丙丁".repeat(5000))
  expect(parts.map(({ kind }) => kind)).toEqual(["gone", "new"])
  expect(isCut).toBe(true)
  expect(JSON.stringify(parts).length).toBeLessThan(1000)
})

const short = fc.string({ unit: fc.constantFrom("甲", "乙", "a", "b", " ", "。"), maxLength: 18 })
test("the parts give both texts back", () => {
  fc.assert(
    fc.property(short, short, (before, after) => {
      const { parts, alike } = textDifference(before, after)
      expect([side(parts, "new"), side(parts, "gone")]).toEqual([before, after])
      expect(alike >= 0 && alike <= 1).toBe(true)
      expect(alike === 1).toBe(before === after)
    }),
  )
})
