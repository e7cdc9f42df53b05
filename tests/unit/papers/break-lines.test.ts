import fc from "fast-check"
import { expect, test } from "vitest"
import { breakLines, type Face, unitsOf } from "../../../src/core/papers/break-lines.ts"

/** A Chinese character is two wide, any other one; the face lacks everything past the plain and the Chinese. */
const face: Face = {
  isDrawn: text => /[^\u0000-\u00ff\u2000-\u206f\u3000-\u9fff\uff00-\uffef]/.test(text),
  widthOf: unit => Array.from(unit).reduce((sum, sign) => sum + (sign > "\u2fff" ? 2 : 1), 0),
}

test.each([
  ["between words, and not in them", "one two three", 8, ["one two", "three"]],
  ["between Chinese characters", "证据报告采集", 8, ["证据报告", "采集"]],
  ["never before a mark that ends something", "证据报告，采集", 8, ["证据报", "告，采集"]],
  ["never after one that opens something", "证据报“采集”", 8, ["证据报", "“采集”"]],
  ["in an address after a slash", "https://a.example/bcd", 18, ["https://a.example/", "bcd"]],
  ["anywhere in what is longer than a line", "0123456789abcdef", 6, ["012345", "6789ab", "cdef"]],
  ["never in a line to write on", "证据 ________", 9, ["证据", "________"]],
  ["never in the number of a piece of evidence", "证据 1-23", 8, ["证据", "1-23"]],
  ["where the text itself does", "a\n\nb", 8, ["a", "", "b"]],
] as const)("a line ends %s", (_, text, width, lines) => {
  expect(breakLines(text, width, face)).toEqual(lines)
})

test.each([
  ["a rare character by itself", "\u{20bb7}野家", ["\u{20bb7}", "野", "家"]],
  ["a family as one picture", "a👨‍👩‍👧b", ["a", "👨‍👩‍👧", "b"]],
  [
    "Arabic words side by side, so that they run from right to left",
    "x مرحبا بك y",
    ["x", " ", "مرحبا بك", " ", "y"],
  ],
  ["Thai letters with their marks", "สวัสดี", ["สวัสดี"]],
] as const)("drawn together: %s", (_, text, units) => {
  expect(unitsOf(text, face.isDrawn)).toEqual(units)
})

test("no sign of a text is lost, added or moved, whatever the text and the width", () => {
  const signs = fc.string({ unit: "grapheme", maxLength: 80 }).map(text => text.replace(/[\r\n]/g, ""))
  fc.assert(
    fc.property(signs, fc.integer({ min: 1, max: 30 }), (text, width) => {
      expect(breakLines(text, width, face).join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""))
    }),
  )
})
