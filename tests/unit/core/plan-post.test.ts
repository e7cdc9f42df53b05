import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type FramePlace } from "../../../src/core/frames.ts"
import { type Area, marksInFrame } from "../../../src/core/marks.ts"
import { planPost, type PostFrame } from "../../../src/core/plan-post.ts"

const WIDTH = 100
const HEIGHT = 50

/** A frame of the page at a scroll position, with what it shows of a post. */
function frame(y: number, post: Area, different: Partial<FramePlace> = {}, seen: Area = post): PostFrame[] {
  const place: FramePlace = {
    ...{ x: 0, y, width: WIDTH, height: HEIGHT, scrollX: 0, scrollY: y, dpr: 1 },
    ...{ usedWidth: WIDTH, usedHeight: HEIGHT, pass: 1 },
    ...different,
  }
  const part = marksInFrame({ dpr: 1, post: { whole: post, seen }, quote: [] }, place)?.post
  return part == null ? [] : [{ ...place, path: `${place.pass}:${place.box?.box ?? ""}:${y}`, post: part }]
}

const post: Area = { x: 10, y: 30, width: 60, height: 90 }
const scrolled = (of: Area = post) => [0, 42, 84].flatMap(y => frame(y, of))
const fromOf = (plan: ReturnType<typeof planPost>) =>
  typeof plan === "string" ? plan : plan.page.slices.map(({ path }) => path)

test("a post over several frames is put together of the rows of each, from its own first row on", () => {
  const plan = planPost(scrolled())
  if (typeof plan === "string") return expect.unreachable(plan)
  expect(plan).toMatchObject({ of: post, page: { y: 0, width: 60, height: 90 } })
  expect(plan.page.slices).toEqual([
    { path: "1::0", left: 10, top: 30, width: 60, height: 20, y: 0 },
    { path: "1::42", left: 10, top: 0, width: 60, height: 50, y: 12 },
    { path: "1::84", left: 10, top: 0, width: 60, height: 36, y: 54 },
  ])
  expect(plan.seams.map(({ y, rows }) => [y, rows])).toEqual([
    [12, 8],
    [54, 8],
  ])
})

describe("no picture is made", () => {
  test.each<[what: string, frames: readonly PostFrame[], reason: string]>([
    ["of a post that no frame shows", [], "not-shown"],
    ["of a post whose end is in no frame", scrolled().slice(0, 2), "not-shown"],
    ["of a post with rows missing in the middle", [...frame(0, post), ...frame(84, post)], "not-shown"],
    ["of a post that is wider than the frames", scrolled({ ...post, width: 200 }), "not-shown"],
    [
      "of a post that a box around it cuts off",
      frame(0, { ...post, height: 15 }, {}, { ...post, width: 20 }),
      "not-shown",
    ],
    ["of a post that moved on the page", [...frame(0, post), ...frame(42, { ...post, y: 36 })], "moved"],
    ["of a post that grew", [...frame(0, post), ...frame(42, { ...post, height: 100 })], "moved"],
    [
      "of a post that stays in the window while the page scrolls",
      [0, 42].flatMap(y => frame(y, { ...post, y: y + 10, height: 100 })),
      "moved",
    ],
  ])("%s", (_what, frames, reason) => {
    expect(planPost(frames)).toBe(reason)
  })

  test("larger than browsers can draw", () => {
    const tall = { ...post, height: 20_000 }
    const frames = Array.from({ length: 480 }, (_, index) => frame(index * 42, tall)).flat()
    expect(planPost(frames)).toBe("too-large")
  })
})

describe("frames of one kind only", () => {
  const inBox = (y: number): PostFrame[] => {
    // The box begins at row 5 of the window and holds the post at its row 40.
    const whole = { ...post, y: 5 + 40 - y }
    const seen = { x: 10, y: 5, width: 60, height: 40 }
    return frame(0, whole, { box: { box: 2, left: 10, top: 5, width: 60, height: 40, y } }, seen)
  }

  test("of the page's last pass, before all others", () => {
    const late = { pass: 2 }
    const again = [0, 42, 84].flatMap(y => frame(y, { ...post, y: 33 }, late))
    expect(fromOf(planPost([...scrolled(), ...again]))).toEqual(["2::0", "2::42", "2::84"])
  })

  test("of the box that it stands in, where those of the page show a part", () => {
    const frames = [0, 32, 64, 96].flatMap(y => inBox(y).map(each => ({ ...each, path: `box at ${y}` })))
    const plan = planPost([...frame(0, post), ...frames])
    expect(fromOf(plan)).toEqual(["box at 32", "box at 64", "box at 96"])
    expect(plan).toMatchObject({ page: { height: 90, width: 60 } })
  })

  test("a post that moved in its box is not put together", () => {
    const frames = [32, 64, 96].flatMap(inBox)
    const [first] = frames
    if (first === undefined) return expect.unreachable("the box shows it")
    const moved = { ...first, post: { ...first.post, row: first.post.row + 7 } }
    expect(planPost([...frames.slice(1), moved])).toBe("moved")
  })

  test("the as-seen frame alone, where nothing was scrolled", () => {
    const small = { ...post, height: 15 }
    expect(fromOf(planPost(frame(0, small, { pass: 0 })))).toEqual(["0::0"])
  })
})

test("every row of the picture is the row of the page that it says, for any post and any scrolling", () => {
  const sizes = fc.record({
    x: fc.integer({ min: 0, max: 40 }),
    y: fc.integer({ min: 0, max: 200 }),
    width: fc.integer({ min: 1, max: 60 }),
    height: fc.integer({ min: 1, max: 300 }),
  })
  const stops = fc.uniqueArray(fc.integer({ min: 0, max: 450 }), { maxLength: 20 })
  fc.assert(
    fc.property(sizes, stops, (of, ys) => {
      const frames = ys.flatMap(y => frame(y, of))
      const plan = planPost(frames)
      const rows = new Set(ys.flatMap(y => Array.from({ length: HEIGHT }, (_, row) => y + row)))
      const isShown = Array.from({ length: of.height }, (_, row) => of.y + row).every(row => rows.has(row))
      expect(typeof plan === "string" ? plan : "cut").toBe(isShown ? "cut" : "not-shown")
      if (typeof plan === "string") return
      for (const { path, top, y, left } of plan.page.slices) {
        expect(Number(path.split(":")[2]) + top).toBe(of.y + y)
        expect(left).toBe(of.x)
      }
    }),
  )
})
