import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type PlacedFrame, planBoxes, planStitch, type StitchPlan } from "../../../src/core/stitch.ts"

const MOST_ROWS = 16_384
const MOST_PIXELS = 200_000_000

const frame = (y: number, height: number, different: Partial<PlacedFrame> = {}): PlacedFrame => ({
  path: `frames/${String(y).padStart(4, "0")}.png`,
  x: 0,
  y,
  width: 1000,
  height,
  scrollX: 0,
  scrollY: y,
  dpr: 1,
  usedWidth: 1000,
  usedHeight: height,
  pass: 1,
  ...different,
})

/** What matters of a plan, in one screenful. */
const drawn = (plan: StitchPlan | null) =>
  plan && {
    pages: plan.pages.map(({ y, height, slices }) => [y, height, slices.map(each => each.y)]),
    seams: plan.seams.map(({ upper, lower, y, rows }) => [upper.y, lower.y, y, rows]),
    holes: plan.holes,
  }

test.each([
  ["one frame is one page", [frame(0, 900)], { pages: [[0, 900, [0]]], seams: [], holes: [] }],
  [
    "overlapping frames meet in a seam",
    [frame(0, 900), frame(892, 900), frame(1784, 900)],
    {
      pages: [[0, 2684, [0, 892, 1784]]],
      seams: [
        [0, 892, 892, 8],
        [892, 1784, 1784, 8],
      ],
      holes: [],
    },
  ],
  [
    "frames that only touch have no seam and no hole",
    [frame(0, 900), frame(900, 900)],
    { pages: [[0, 1800, [0, 900]]], seams: [], holes: [] },
  ],
  [
    "rows that no frame shows are a hole",
    [frame(0, 900), frame(950, 900)],
    { pages: [[0, 1850, [0, 950]]], seams: [], holes: [[900, 950]] },
  ],
  [
    "a page that was not shown from its top begins with a hole",
    [frame(300, 900)],
    { pages: [[0, 1200, [300]]], seams: [], holes: [[0, 300]] },
  ],
  [
    "the last frame, which cannot scroll as far, gives no row that the one before has, but those of a seam",
    [frame(0, 900), frame(400, 900)],
    { pages: [[0, 1300, [0, 892]]], seams: [[0, 892, 892, 8]], holes: [] },
  ],
  [
    "that seam is as high as others are at that ratio of pixels",
    [frame(0, 900, { dpr: 2 }), frame(400, 900, { dpr: 2 })],
    { pages: [[0, 1300, [0, 884]]], seams: [[0, 884, 884, 16]], holes: [] },
  ],
  [
    "what a bar covers at the lower edge comes from the next frame",
    [frame(0, 900, { usedHeight: 840 }), frame(832, 900)],
    { pages: [[0, 1732, [0, 832]]], seams: [[0, 832, 832, 8]], holes: [] },
  ],
  [
    "frames may come in any order",
    [frame(892, 900), frame(0, 900)],
    { pages: [[0, 1792, [0, 892]]], seams: [[0, 892, 892, 8]], holes: [] },
  ],
  [
    "only the last pass is drawn",
    [frame(0, 900, { pass: 0 }), frame(0, 900), frame(950, 900), frame(0, 700, { pass: 2 })],
    { pages: [[0, 700, [0]]], seams: [], holes: [] },
  ],
  [
    "a frame across the border of two pages stands in both",
    [frame(0, 16_000), frame(15_992, 1000)],
    {
      pages: [
        [0, 16_384, [0, 15_992]],
        [16_384, 608, [15_992]],
      ],
      seams: [[0, 15_992, 15_992, 8]],
      holes: [],
    },
  ],
  [
    "a frame that ends where a page ends is not in the next",
    [frame(0, 16_384), frame(16_384, 100)],
    {
      pages: [
        [0, 16_384, [0]],
        [16_384, 100, [16_384]],
      ],
      seams: [],
      holes: [],
    },
  ],
  [
    "a wide page has fewer rows, so that no canvas passes 200 million pixels",
    [frame(0, 12_000, { usedWidth: 20_000 })],
    {
      pages: [
        [0, 10_000, [0]],
        [10_000, 2000, [0]],
      ],
      seams: [],
      holes: [],
    },
  ],
])("%s", (_name, frames, expected) => {
  expect(drawn(planStitch(frames))).toEqual(expected)
})

test.each([
  ["no frame", []],
  ["the as-seen frame alone, which is no part of a pass", [frame(0, 900, { pass: 0 })]],
])("of %s there is nothing to stitch", (_name, frames) => {
  expect(planStitch(frames)).toBeNull()
})

test("the widest frame gives the width", () => {
  const plan = planStitch([frame(0, 900, { usedWidth: 985 }), frame(892, 900)])
  expect(plan?.pages.map(({ width }) => width)).toEqual([1000])
})

/** Frames as a scrolled page gives them: each begins before the one above it ends, and ends below it. */
const scrolledFrames = fc
  .record({
    first: fc.integer({ min: 1, max: 4000 }),
    width: fc.integer({ min: 1, max: 60_000 }),
    rest: fc.array(
      fc.record({
        overlap: fc.double({ min: 0, max: 1, noNaN: true }),
        added: fc.integer({ min: 1, max: 4000 }),
      }),
      { maxLength: 30 },
    ),
  })
  .map(({ first, width, rest }) => {
    const frames = [frame(0, first, { usedWidth: width })]
    let end = first
    let above = 0
    for (const { overlap, added } of rest) {
      const y = end - Math.floor(overlap * (end - above - 1))
      frames.push(frame(y, end + added - y, { usedWidth: width, path: `frames/${String(frames.length)}` }))
      above = y
      end += added
    }
    return { frames, end }
  })

describe("whatever the positions of a page that was scrolled through", () => {
  const holds = (check: (given: { frames: PlacedFrame[]; end: number }, plan: StitchPlan) => void) => {
    fc.assert(
      fc.property(scrolledFrames, fc.infiniteStream(fc.nat()), (given, dice) => {
        const order = new Map(given.frames.map(each => [each, dice.next().value ?? 0]))
        const shuffled = given.frames.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
        const plan = planStitch(shuffled)
        if (plan === null) throw new Error("no plan")
        check(given, plan)
      }),
      { seed: 20261122, numRuns: 300 },
    )
  }

  test("the pages hold every row once", () => {
    holds(({ end }, { pages }) => {
      let next = 0
      for (const { y, height } of pages) {
        expect(y).toBe(next)
        expect(height).toBeGreaterThan(0)
        next += height
      }
      expect(next).toBe(end)
    })
  })

  test("no page is larger than a canvas can be", () => {
    holds((_given, { pages }) => {
      for (const { width, height } of pages) {
        expect(height).toBeLessThanOrEqual(MOST_ROWS)
        expect(width * height).toBeLessThanOrEqual(MOST_PIXELS)
      }
    })
  })

  test("every page names the frames that show its rows, and no other", () => {
    holds(({ frames }, { pages }) => {
      for (const page of pages) {
        const showing = frames.filter(
          each => each.y < page.y + page.height && each.y + each.usedHeight > page.y,
        )
        for (const { path, y, top, height } of page.slices) {
          const whole = showing.find(each => each.path === path)
          expect({ y: y - top, end: y + height }).toEqual({
            y: whole?.y,
            end: (whole?.y ?? 0) + (whole?.usedHeight ?? 0),
          })
        }
        // Each of its rows is in one of them.
        const ends = page.slices.reduce(
          (end, { y, height }) => (y <= end ? Math.max(end, y + height) : end),
          page.y,
        )
        expect(ends).toBeGreaterThanOrEqual(page.y + page.height)
        expect(page.slices.map(each => each.y)).toEqual(
          page.slices.map(each => each.y).toSorted((a, b) => a - b),
        )
      }
    })
  })

  test("no row is missing, and both frames of a seam show its rows", () => {
    holds((_given, { holes, seams }) => {
      expect(holes).toEqual([])
      for (const { upper, lower, y, rows } of seams) {
        expect(rows).toBeGreaterThan(0)
        expect(y).toBe(lower.y)
        for (const side of [upper, lower]) {
          expect(side.y).toBeLessThanOrEqual(y)
          expect(side.y + side.height).toBeGreaterThanOrEqual(y + rows)
        }
      }
    })
  })

  test("a frame that is lost leaves a hole of exactly its own rows", () => {
    holds(({ frames, end }) => {
      for (const lost of frames) {
        const rest = frames.filter(each => each !== lost)
        const plan = planStitch(rest)
        const rows = (each: PlacedFrame) => [each.y, each.y + each.usedHeight] as const
        const lowest = Math.max(0, ...rest.map(each => rows(each)[1]))
        const shown = (row: number) => rest.some(each => rows(each)[0] <= row && row < rows(each)[1])
        // Only where some frame begins or ends can a hole begin or end.
        const edges = frames.flatMap(rows).filter(row => row < Math.min(lowest, end))
        for (const row of edges) {
          const inHole = plan?.holes.some(([from, to]) => from <= row && row < to) ?? false
          expect(inHole).toBe(!shown(row))
        }
      }
    })
  })
})

test("a seam names the frame above that shows its rows, not one that ends before", () => {
  const plan = planStitch([frame(0, 100), frame(10, 40), frame(60, 100)])
  const last = plan?.seams.at(-1)
  expect(last).toMatchObject({ y: 92, rows: 8 })
  expect((last?.upper.y ?? 0) + (last?.upper.height ?? 0)).toBe(100)
})

test("a width beyond all measure still ends", () => {
  expect(planStitch([frame(0, 2, { usedWidth: MOST_PIXELS + 1 })])?.pages).toHaveLength(2)
})

test("a page that jumps millions of pixels ahead is a hole, not thousands of empty pictures", () => {
  const far = 30_000_000
  const plan = planStitch([frame(0, 900), frame(far, 900)])
  expect(plan?.holes).toEqual([[900, far]])
  expect(plan?.pages.map(page => page.slices.length)).toEqual([1, 1])
  expect(plan?.pages.every(page => page.height <= MOST_ROWS)).toBe(true)
})

describe("boxes that scroll by themselves", () => {
  const inBox = (box: number, y: number, top: number, height: number) =>
    frame(3000, 900, { path: `${box} ${y}`, box: { box, left: 40, top, width: 500, height, y } })

  test("are planned apart from the page and from each other, by the part of the frame that shows them", () => {
    const frames = [frame(0, 900), inBox(2, 0, 60, 300), inBox(1, 92, 10, 100), inBox(1, 0, 10, 100)]
    expect(drawn(planStitch(frames))).toEqual({ pages: [[0, 900, [0]]], seams: [], holes: [] })
    const [first, second, ...more] = planBoxes(frames)
    expect(more).toEqual([])
    expect(first?.[0]).toBe(1)
    expect(drawn(first?.[1] ?? null)).toEqual({
      pages: [[0, 192, [0, 92]]],
      seams: [[0, 92, 92, 8]],
      holes: [],
    })
    expect(first?.[1].pages[0]?.slices[1]).toEqual({
      path: "1 92",
      left: 40,
      top: 10,
      width: 500,
      height: 100,
      y: 92,
    })
    expect(drawn(second?.[1] ?? null)).toEqual({ pages: [[0, 300, [0]]], seams: [], holes: [] })
  })

  test("rows of a box that no frame shows are a hole of that box", () => {
    const [box] = planBoxes([inBox(1, 0, 0, 100), inBox(1, 150, 0, 100)])
    expect(box?.[1].holes).toEqual([[100, 150]])
  })

  test("frames of boxes alone make no picture of the page", () => {
    expect(planStitch([frame(0, 900, { pass: 0 }), inBox(1, 0, 0, 100)])).toBeNull()
  })
})
