import fc from "fast-check"
import { expect, test } from "vitest"
import { bandsOf, cover, COVERED, isSame } from "../../../src/core/picture/paint.ts"

const box = fc.record({
  x: fc.integer({ min: 0, max: 20 }),
  y: fc.integer({ min: 0, max: 60 }),
  width: fc.integer({ min: 1, max: 30 }),
  height: fc.integer({ min: 1, max: 60 }),
})

test("in whatever bands a picture is covered, each pixel of a box is the one colour and every other is what it was", () => {
  fc.assert(
    fc.property(
      fc.array(box, { maxLength: 5 }),
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 70 }),
      (boxes, width, height, rows) => {
        const original = Uint32Array.from(
          { length: width * height },
          (_, at) => (0xff000000 | (at + 1)) >>> 0,
        )
        const painted = original.slice()
        for (const band of bandsOf(height, rows)) {
          const pixels = painted.subarray(band.top * width, (band.top + band.rows) * width)
          cover({ pixels, width, top: band.top }, boxes)
        }
        for (let at = 0; at < painted.length; at += 1) {
          const [x, y] = [at % width, Math.floor(at / width)]
          const isCovered = boxes.some(
            each => x >= each.x && x < each.x + each.width && y >= each.y && y < each.y + each.height,
          )
          expect(painted[at]).toBe(isCovered ? COVERED : original[at])
        }
      },
    ),
    { seed: 20261126, numRuns: 300 },
  )
})

test("the bands of a picture are all of its rows, once", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50_000 }), fc.integer({ min: 1, max: 5_000 }), (height, most) => {
      const bands = bandsOf(height, most)
      const ends = bands.map(({ top, rows }) => top + rows)
      expect(bands.map(({ top }) => top)).toEqual([0, ...ends.slice(0, -1)])
      expect(ends.at(-1)).toBe(height)
      expect(bands.every(({ rows }) => rows >= 1 && rows <= most)).toBe(true)
    }),
    { seed: 20261126, numRuns: 300 },
  )
})

test("one pixel, or one pixel more, is another picture", () => {
  expect(isSame(Uint32Array.of(1, 2), Uint32Array.of(1, 2))).toBe(true)
  expect(isSame(Uint32Array.of(1, 2), Uint32Array.of(1, 3))).toBe(false)
  expect(isSame(Uint32Array.of(1, 2), Uint32Array.of(1, 2, 0))).toBe(false)
})
