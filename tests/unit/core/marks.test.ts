import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type FramePlace } from "../../../src/core/frames.ts"
import {
  devicePixels,
  marksInFrame,
  parseChoice,
  parseMarks,
  parseUnfolded,
} from "../../../src/core/marks.ts"

const area = { x: 10, y: 20, width: 30, height: 40 }
const mark = { whole: area, seen: area }
const refused = expect.objectContaining({ code: "input/malformed" }) as Error

const place = (different: Partial<FramePlace> = {}): FramePlace => ({
  ...{ x: 0, y: 0, width: 100, height: 50, scrollX: 0, scrollY: 0, dpr: 1 },
  ...{ usedWidth: 100, usedHeight: 50, pass: 1 },
  ...different,
})

describe("what a page says of marks", () => {
  test("is read as it is, and nothing besides", () => {
    const marks = { dpr: 2, post: mark, quote: [mark, null] }
    expect(parseMarks({ ...marks, extra: "x" })).toEqual(marks)
  })

  test.each<[what: string, marks: object]>([
    ["no pixels at all", { dpr: 0, post: null, quote: [] }],
    [
      "a post of less than nothing",
      { dpr: 1, post: { whole: { ...area, width: -1 }, seen: area }, quote: [] },
    ],
    ["a post beyond every page", { dpr: 1, post: { whole: { ...area, y: 1e300 }, seen: area }, quote: [] }],
    ["a post without its visible part", { dpr: 1, post: { whole: area }, quote: [] }],
    ["a line that is text", { dpr: 1, post: null, quote: ["line"] }],
    ["more lines than a script of ours sends", { dpr: 1, post: null, quote: Array(501).fill(null) }],
  ])("%s is refused", (_what, marks) => {
    expect(() => parseMarks(marks)).toThrow(refused)
  })

  test("a choice is one of four, and its selector has an end", () => {
    expect(parseChoice({ outcome: "chosen", selector: "x".repeat(5000) }).selector).toHaveLength(1000)
    expect(() => parseChoice({ outcome: "captured", selector: "" })).toThrow(refused)
    expect(() => parseChoice({ outcome: "chosen" })).toThrow(refused)
  })

  test("a click is told whole or not at all", () => {
    const click = { selector: "a", words: "全文", from: 10, to: 90 }
    expect(parseUnfolded({ click, href: "u" })).toEqual({ click, href: "u" })
    expect(parseUnfolded({ click: null, href: "u" })).toEqual({ click: null, href: "u" })
    expect(() => parseUnfolded({ click: { ...click, to: -1 }, href: "u" })).toThrow(refused)
    expect(() => parseUnfolded({ click: {}, href: "u" })).toThrow(refused)
    expect(() => parseUnfolded({ click })).toThrow(refused)
  })
})

describe("device pixels", () => {
  test.each([
    [area, 1, area],
    [area, 2, { x: 20, y: 40, width: 60, height: 80 }],
    // An edge between two pixels takes in both.
    [{ x: 0.5, y: 1.2, width: 1, height: 1 }, 1, { x: 0, y: 1, width: 2, height: 2 }],
    // 0.1 + 0.2 is no edge between two pixels.
    [{ x: 0, y: 0.30000000000000004, width: 10, height: 10 }, 10, { x: 0, y: 3, width: 100, height: 100 }],
  ])("%j at %d is %j", (given, dpr, pixels) => {
    expect(devicePixels(given, dpr)).toEqual(pixels)
  })
})

describe("a mark in a frame", () => {
  test("is told in pixels of the frame, with the row and column of the post that it begins with", () => {
    const post = {
      whole: { x: 10, y: 20, width: 30, height: 200 },
      seen: { x: 10, y: 20, width: 30, height: 200 },
    }
    expect(marksInFrame({ dpr: 1, post, quote: [] }, place({ y: 42 }))?.post).toEqual({
      ...{ x: 10, y: 0, width: 30, height: 50, column: 0, row: 22 },
      of: post.whole,
    })
  })

  test("is no larger than what the boxes around leave of it, whatever the page says of them", () => {
    const seen = { x: 0, y: 0, width: 1000, height: 25 }
    expect(marksInFrame({ dpr: 1, post: { whole: area, seen }, quote: [] }, place())?.post).toMatchObject({
      ...{ x: 10, y: 20, width: 30, height: 5, column: 0, row: 0 },
    })
  })

  test("is not there where the frame ends before it, or a bar covers it", () => {
    expect(marksInFrame({ dpr: 1, post: mark, quote: [mark] }, place({ usedHeight: 20 }))).toBeNull()
    expect(marksInFrame({ dpr: 1, post: mark, quote: [mark] }, place({ y: 60 }))).toBeNull()
    expect(marksInFrame({ dpr: 1, post: null, quote: [null] }, place())).toBeNull()
  })

  test("lines keep their number, whichever of them a frame shows", () => {
    const far = { whole: { ...area, y: 500 }, seen: { ...area, y: 500 } }
    const found = marksInFrame({ dpr: 1, post: null, quote: [far, null, mark] }, place())
    expect(found?.quote).toEqual([{ line: 2, x: 10, y: 20, width: 30, height: 30 }])
  })

  test("never reaches out of the frame, and never begins before the post", () => {
    const length = fc.integer({ min: 0, max: 400 })
    const anyArea = fc.record({ x: length, y: length, width: length, height: length })
    fc.assert(
      fc.property(anyArea, anyArea, length, fc.constantFrom(1, 1.25, 1.5, 2), (whole, seen, y, dpr) => {
        const found = marksInFrame({ dpr, post: { whole, seen }, quote: [] }, place({ y }))?.post
        if (found == null) return
        expect(Math.min(found.x, found.y, found.column, found.row)).toBeGreaterThanOrEqual(0)
        expect(found.x + found.width).toBeLessThanOrEqual(100)
        expect(found.y + found.height).toBeLessThanOrEqual(50)
        expect(found.row + found.height).toBeLessThanOrEqual(found.of.height)
        expect(found.column + found.width).toBeLessThanOrEqual(found.of.width)
      }),
    )
  })
})
