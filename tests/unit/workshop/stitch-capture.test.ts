import "fake-indexeddb/auto"
import fc from "fast-check"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { planSlices, type Slice } from "../../../src/core/stitch.ts"
import { makePage } from "../../../src/workshop/stitch-capture.ts"
import { at, newVault } from "../vault/rows.ts"
import { open, pngOfRows, rowsOfPng, stubCanvas } from "./canvas.ts"

beforeAll(stubCanvas)
afterAll(() => {
  vi.unstubAllGlobals()
})

const WIDTH = 3
const vault = newVault()

/** A page whose every row has a colour of its own. */
const colourOf = (row: number): number => (row * 40_503 + 11) % 0xffffff

interface Shown {
  readonly y: number
  readonly height: number
}

/** A row of one frame that shows something else than the page has there. */
interface Spoilt {
  readonly frame: number
  readonly row: number
}

async function stitched(frames: readonly Shown[], spoilt: Spoilt | null) {
  const pictures = new Map<string, Uint8Array<ArrayBuffer>>()
  const slices = frames.map(({ y, height }, index): Slice => {
    const path = `frames/${String(index)}.png`
    const rows = Array.from({ length: height }, (_, row) =>
      spoilt?.frame === index && spoilt.row === row ? 0xabcdef ^ colourOf(y + row) : colourOf(y + row),
    )
    pictures.set(path, pngOfRows(WIDTH, rows))
    return { path, left: 0, top: 0, width: WIDTH, height, y }
  })
  const plan = planSlices(slices)
  const seams = new Map(plan?.seams.map(seam => [seam.lower.path, seam]))
  const read = (path: string) =>
    Promise.resolve({
      sha256: "0".repeat(64) as never,
      bytes: pictures.get(path) ?? expect.unreachable(path),
    })
  const made = await Promise.all((plan?.pages ?? []).map(page => makePage(vault, page, read, seams, at)))
  return { torn: made.flatMap(({ torn }) => torn), rows: made.flatMap(({ bytes }) => rowsOfPng(bytes)) }
}

const shows = ({ y, height }: Shown, row: number): boolean => row >= y && row < y + height

// Not taller than fifty rows: a row that differs is then more than what is tolerated.
const someFrames = fc.array(
  fc.record({ y: fc.integer({ min: 0, max: 120 }), height: fc.integer({ min: 1, max: 49 }) }),
  { minLength: 1, maxLength: 9 },
)
const fuzz = { seed: 20261126, numRuns: 300 }

test("a row that two frames show, and not alike, is a torn seam, whichever two of all frames they are", async () => {
  await fc.assert(
    fc.asyncProperty(someFrames, fc.nat(), fc.nat(), async (frames, which, where) => {
      const frame = which % frames.length
      const of = frames[frame] ?? expect.unreachable()
      const row = where % of.height
      const isShownTwice = frames.some((each, index) => index !== frame && shows(each, of.y + row))
      const { torn } = await stitched(frames, { frame, row })
      expect(torn.length > 0).toBe(isShownTwice)
      if (isShownTwice)
        expect(torn.some(seam => shows({ y: seam.y, height: seam.rows }, of.y + row))).toBe(true)
    }),
    fuzz,
  )
})

test("frames that are alike wherever they overlap tear nothing, and give back the page", async () => {
  await fc.assert(
    fc.asyncProperty(someFrames, async frames => {
      const { torn, rows } = await stitched(frames, null)
      expect(torn).toEqual([])
      const end = Math.max(...frames.map(({ y, height }) => y + height))
      const wanted = Array.from({ length: end }, (_, row) =>
        frames.some(each => shows(each, row)) ? colourOf(row) : 0,
      )
      expect(rows).toEqual(wanted)
    }),
    fuzz,
  )
})

test("a difference far down in a long overlap is found", async () => {
  const frames = [
    { y: 0, height: 800 },
    { y: 20, height: 800 },
  ]
  const page = (await stitched(frames, null)).torn
  expect(page).toEqual([])
  const pictures = frames.map(({ y, height }, index) =>
    pngOfRows(
      WIDTH,
      Array.from({ length: height }, (_, row) =>
        // Four rows of eight hundred: less than the share that a whole overlap may differ by.
        index === 1 && row >= 700 && row < 704 ? 0 : colourOf(y + row),
      ),
    ),
  )
  const slices = frames.map(({ y, height }, index): Slice => ({
    path: String(index),
    left: 0,
    top: 0,
    width: WIDTH,
    height,
    y,
  }))
  const plan = planSlices(slices) ?? expect.unreachable()
  const read = (path: string) =>
    Promise.resolve({
      sha256: "0".repeat(64) as never,
      bytes: pictures[Number(path)] ?? expect.unreachable(),
    })
  const seams = new Map(plan.seams.map(seam => [seam.lower.path, seam]))
  const made = await makePage(vault, plan.pages[0] ?? expect.unreachable(), read, seams, at)
  expect(made.torn).toHaveLength(1)
})

test("no picture stays decoded, and never more than wait for their turn", async () => {
  Object.assign(open, { now: 0, most: 0 })
  const frames = Array.from({ length: 40 }, (_, index) => ({ y: index * 41, height: 49 }))
  await stitched([{ y: 0, height: 49 }, ...frames, { y: 100, height: 4 }], null)
  expect(open.now).toBe(0)
  expect(open.most).toBeLessThanOrEqual(6)
})
