import fc from "fast-check"
import { expect, test } from "vitest"
import { areasIn, slicesOf } from "../../../src/core/papers/slices.ts"

test("a picture that fits is printed in one piece", () => {
  expect(slicesOf(800, 800)).toEqual([{ y: 0, height: 800 }])
})

test("a taller one overlaps by five per cent, and ends where it ends", () => {
  expect(slicesOf(2000, 1000)).toEqual([
    { y: 0, height: 1000 },
    { y: 950, height: 1000 },
    { y: 1900, height: 100 },
  ])
})

test("every row is printed, and every seam twice, whatever the sizes", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20_000 }),
      fc.integer({ min: 30, max: 3000 }),
      (height, tallest) => {
        const slices = slicesOf(height, tallest)
        let end = 0
        for (const [index, slice] of slices.entries()) {
          expect(slice.height).toBeLessThanOrEqual(tallest)
          if (index > 0) expect(end - slice.y).toBeGreaterThanOrEqual(tallest * 0.05)
          end = slice.y + slice.height
        }
        expect(end).toBe(height)
      },
    ),
  )
})

test("what is outlined on a picture is outlined on each part that shows some of it, as far as it does", () => {
  const areas = [
    { x: 10, y: 100, width: 50, height: 20 },
    { x: 0, y: 940, width: 30, height: 100 },
  ]
  expect(areasIn({ y: 0, height: 950 }, areas)).toEqual([
    { x: 10, y: 100, width: 50, height: 20 },
    { x: 0, y: 940, width: 30, height: 10 },
  ])
  expect(areasIn({ y: 950, height: 950 }, areas)).toEqual([{ x: 0, y: 0, width: 30, height: 90 }])
  expect(areasIn({ y: 1040, height: 100 }, areas)).toEqual([])
})
