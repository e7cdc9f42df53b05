import "fake-indexeddb/auto"
import { beforeEach, describe, expect, test, vi } from "vitest"
import { planStitch, wholeSlice } from "../../../src/core/stitch.ts"
import { artifactsOf } from "../../../src/vault/read.ts"
import { fakeBrowser, openTab, resetScene, scene } from "./browser.ts"
import { conductorOf } from "./conducting.ts"
import { portsWith } from "./ports.ts"

vi.mock("webextension-polyfill", async () => ({ default: (await import("./browser.ts")).fakeBrowser }))

beforeEach(resetScene)

/** Rows of a page of this width. */
const ROWS = 16_384

/** The frames of a page of a height, in a browser that paints rectangles. */
async function tilesOf(height: number, different: object = {}, after: object = {}) {
  const tab = openTab(1, height)
  const { scrollTo, whereIs } = tab.page
  const seen = { viewportHeight: 1000, clientHeight: 1000, ...different }
  tab.page.scrollTo = (input: never) => ({ ...(scrollTo?.(input) as object), ...seen })
  tab.page.whereIs = (input: never) => ({ ...(whereIs?.(input) as object), ...seen, ...after })
  const ports = portsWith({}, { paintsRects: () => Promise.resolve(true) })
  const conductor = conductorOf(ports)
  const { captureId } = await conductor.start(1, "popup")
  await conductor.whenSealed(captureId)
  const frames = (await artifactsOf(ports.vault, captureId)).flatMap(({ path, place }) =>
    place !== null && place.pass > 0 ? [{ path, ...place }] : [],
  )
  const plan = planStitch(frames) ?? expect.unreachable("there are frames")
  return { row: await conductor.row(captureId), frames: frames.map(({ y, height }) => [y, y + height]), plan }
}

describe("a page in tiles", () => {
  test("of one page's height is one frame", async () => {
    expect((await tilesOf(ROWS)).frames).toEqual([[0, ROWS]])
  })

  test("has a tile for each stitched page, and a strip over each border that shares rows with both", async () => {
    const { frames, plan, row } = await tilesOf(40_000)
    expect(frames).toEqual([
      [0, ROWS],
      [ROWS - 8, ROWS + 8],
      [ROWS, 2 * ROWS],
      [2 * ROWS - 8, 2 * ROWS + 8],
      [2 * ROWS, 40_000],
    ])
    expect(plan.holes).toEqual([])
    expect(plan.seams.map(({ y, rows }) => [y, rows])).toEqual([
      [ROWS - 8, 8],
      [ROWS, 8],
      [2 * ROWS - 8, 8],
      [2 * ROWS, 8],
    ])
    expect(plan.pages.map(page => wholeSlice(page)?.y)).toEqual([0, ROWS, 2 * ROWS])
    expect(row).toMatchObject({ complete: true })
  })

  test("of which a strip shows the last rows ends with that strip", async () => {
    expect((await tilesOf(ROWS + 5)).frames.at(-1)).toEqual([ROWS - 8, ROWS + 5])
  })

  test("has a short first one, down to where a bar at the lower edge begins, and is back in step with the second", async () => {
    const { frames, plan } = await tilesOf(20_000, { lowerBar: 40 })
    expect(frames).toEqual([
      [0, 40],
      [32, 48],
      [40, ROWS],
      [ROWS - 8, ROWS + 8],
      [ROWS, 20_000],
    ])
    expect(plan.pages.map(page => wholeSlice(page)?.y ?? null)).toEqual([null, ROWS])
  })

  test.each([
    // 16,384 rows are 13,107.2 CSS pixels here: the tile ends at the last whole pixel of both kinds.
    { dpr: 1.25, clientWidth: 100, last: 13_104 },
    { dpr: 2, clientWidth: 100, last: 8_192 },
    // Too wide for a tile of a page's height: 50 million pixels.
    { dpr: 1, clientWidth: 5_000, last: 10_000 },
  ])("at $dpr device pixels per CSS pixel, $clientWidth wide, meets whole pixels", async given => {
    const { dpr, clientWidth, last } = given
    const { frames } = await tilesOf(40_000, { dpr, clientWidth })
    const tops = frames.map(([y]) => (y ?? 0) / dpr)
    expect(tops.slice(0, 3)).toEqual([0, last - 8, last])
    for (const top of tops) expect(top * dpr).toBe(Math.round(top * dpr))
    expect(frames.length).toBeLessThan(15)
  })

  test.each([
    ["several", 40_000, [{ what: "seam", reason: "moved", count: null, where: "100×40000 → 100×40000 px" }]],
    // One picture is of one state of the page.
    ["one", ROWS, []],
  ])("of which there is %s, says where content moved after the last stop", async (_name, height, gaps) => {
    expect((await tilesOf(height, {}, { moved: 40 })).row?.gaps).toEqual(gaps)
  })

  test("at the browser's own zoom has the pixels that the page says, and rows where they are", async () => {
    scene.zoom = 1.25
    const { frames, row } = await tilesOf(20_000, { dpr: 1.25 })
    expect(frames.at(-1)?.[1]).toBe(25_000)
    expect(row).toMatchObject({ complete: true })
  })

  test("whose picture has another size than its rectangle is a gap, and no frame", async () => {
    scene.zoom = 1.25
    const tab = openTab(1, 400)
    const { scrollTo } = tab.page
    tab.page.scrollTo = (input: never) => {
      // Zoomed meanwhile, and the page does not say so.
      scene.zoom = 2
      return scrollTo?.(input)
    }
    const tabs = vi.spyOn(fakeBrowser.tabs, "getZoom").mockResolvedValue(1.25)
    const ports = portsWith({}, { paintsRects: () => Promise.resolve(true) })
    const conductor = conductorOf(ports)
    const { captureId } = await conductor.start(1, "popup")
    await conductor.whenSealed(captureId)
    tabs.mockRestore()
    expect((await artifactsOf(ports.vault, captureId)).filter(({ place }) => (place?.pass ?? 0) > 0)).toEqual(
      [],
    )
    expect((await conductor.row(captureId))?.complete).toBe(false)
  })
})
