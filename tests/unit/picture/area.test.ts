import fc from "fast-check"
import { expect, test } from "vitest"
import {
  areaBetween,
  fitted,
  holds,
  isInside,
  middleOf,
  moved,
  resized,
  topmostAt,
} from "../../../src/core/picture/area.ts"

const size = fc.record({
  width: fc.integer({ min: 1, max: 4_000 }),
  height: fc.integer({ min: 1, max: 20_000 }),
})
const any = fc.double({ min: -30_000, max: 30_000, noNaN: true })
const point = fc.record({ x: any, y: any })
const area = fc.record({ x: any, y: any, width: any, height: any })
const runs = { seed: 20261126, numRuns: 500 }
const isWhole = (each: object) => Object.values(each).every(value => Number.isSafeInteger(value))

test("whatever is drawn lies inside the picture, in whole pixels, and is at least one", () => {
  fc.assert(
    fc.property(point, point, area, size, any, any, (a, b, wild, picture, dx, dy) => {
      const drawn = areaBetween(a, b, picture)
      const placed = fitted(wild, picture)
      for (const found of [
        ...[drawn, placed, moved(drawn, dx, dy, picture), middleOf(placed, picture)],
        resized(placed, Math.round(dx), Math.round(dy), picture),
      ]) {
        expect(isInside(found, picture)).toBe(true)
        expect(isWhole(found)).toBe(true)
      }
    }),
    runs,
  )
})

test("the same two corners give the same box, whichever came first, and it holds all that is between them", () => {
  fc.assert(
    fc.property(point, point, size, (a, b, picture) => {
      const box = areaBetween(a, b, picture)
      expect(areaBetween(b, a, picture)).toEqual(box)
      const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
      if (isInside({ ...middle, width: 1, height: 1 }, picture)) expect(holds(box, middle)).toBe(true)
    }),
    runs,
  )
})

test("moving changes no size, and inside the picture goes back the way that it came", () => {
  fc.assert(
    fc.property(area, size, fc.integer({ min: -50, max: 50 }), (wild, picture, by) => {
      const box = fitted(wild, picture)
      const there = moved(box, by, by, picture)
      expect([there.width, there.height]).toEqual([box.width, box.height])
      if (isInside({ ...box, x: box.x + by, y: box.y + by }, picture)) {
        expect(moved(there, -by, -by, picture)).toEqual(box)
      }
    }),
    runs,
  )
})

test("what is hit is the topmost that holds the place, and nothing where none does", () => {
  fc.assert(
    fc.property(fc.array(area.map(each => fitted(each, { width: 90, height: 90 }))), point, (boxes, at) => {
      const hit = topmostAt(boxes, at)
      const holding = boxes.flatMap((box, index) => (holds(box, at) ? [index] : []))
      expect(hit).toBe(holding.at(-1) ?? null)
    }),
    runs,
  )
  expect(topmostAt([{ x: 2, y: 2, width: 3, height: 3 }], { x: 5, y: 4 })).toBeNull()
  expect(topmostAt([{ x: 2, y: 2, width: 3, height: 3 }], { x: 4.9, y: 2 })).toBe(0)
})
