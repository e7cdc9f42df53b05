import "fake-indexeddb/auto"
import { beforeEach, expect, test, vi } from "vitest"
import { artifactsOf } from "../../../src/vault/read.ts"
import { addBox, openTab, resetScene, scene } from "./browser.ts"
import { conductorOf } from "./conducting.ts"
import { portsWith } from "./ports.ts"

vi.mock("webextension-polyfill", async () => ({ default: (await import("./browser.ts")).fakeBrowser }))

beforeEach(resetScene)

async function captured(different: object) {
  const tab = openTab(1)
  addBox(tab, different)
  const ports = portsWith()
  const conductor = conductorOf(ports)
  const { captureId } = await conductor.start(1, "popup")
  await conductor.whenSealed(captureId)
  const files = await artifactsOf(ports.vault, captureId)
  return { row: await conductor.row(captureId), boxed: files.flatMap(({ place }) => place?.box ?? []) }
}

const wasNoted = () => scene.asked.includes("1 noteBoxSeen")

test("a box is gone through to its last row, each frame sharing rows with the next", async () => {
  const { row, boxed } = await captured({})
  expect(boxed).toEqual([
    { box: 1, left: 10, top: 5, width: 40, height: 30, y: 0 },
    { box: 1, left: 10, top: 5, width: 40, height: 30, y: 22 },
    { box: 1, left: 10, top: 5, width: 40, height: 30, y: 30 },
  ])
  expect(row).toMatchObject({
    complete: true,
    boxes: [{ box: 1, selector: "main", x: 10, y: 5, width: 40, height: 30, contentHeight: 60 }],
  })
  expect(wasNoted()).toBe(true)
})

test.each([
  ["that another thing covers", { covered: true }],
  ["of which nothing is seen", { height: 0 }],
  ["that does not go to the row that it is sent to", { y: 17 }],
])("a box %s is not called seen, and no frame is taken for it", async (_what, different) => {
  const { boxed } = await captured(different)
  expect(boxed).toEqual([])
  expect(wasNoted()).toBe(false)
})

test("a box that does not scroll on is not called seen", async () => {
  const { boxed } = await captured({ y: 0 })
  expect(boxed).toHaveLength(1)
  expect(wasNoted()).toBe(false)
})

test("a box that never ends is left at a limit, and is not called seen", async () => {
  const { boxed } = await captured({ contentHeight: 100_000 })
  expect(boxed.length).toBeLessThan(10)
  expect(wasNoted()).toBe(false)
})

test("content that moved in a box between two of its frames is a gap, and before the first it is none", async () => {
  const tab = openTab(1)
  addBox(tab)
  const { scrollBox } = tab.page
  tab.page.scrollBox = (input: { readonly y: number }) => ({
    ...(scrollBox?.(input as never) as object),
    moved: input.y > 22 ? 0 : 300,
  })
  const conductor = conductorOf(portsWith())
  const { captureId } = await conductor.start(1, "popup")
  await conductor.whenSealed(captureId)
  const row = await conductor.row(captureId)
  expect(row?.complete).toBe(false)
  expect(row?.gaps).toEqual([{ what: "seam", reason: "moved", count: 1, where: "1: y 22" }])
})

test("a box that content above it took along is moved again, and told to have moved", async () => {
  const tab = openTab(1)
  addBox(tab)
  const { scrollBox } = tab.page
  const taken = { along: false }
  tab.page.scrollBox = (input: { readonly y: number }) => {
    const stop = scrollBox?.(input as never) as { readonly box: { readonly y: number } }
    if (input.y !== 22 || taken.along) return stop
    taken.along = true
    // The browser keeps what is seen in its place, where something comes in above it.
    return { ...stop, box: { ...stop.box, y: 28 }, moved: 6 }
  }
  const conductor = conductorOf(portsWith())
  const { captureId } = await conductor.start(1, "popup")
  await conductor.whenSealed(captureId)
  const row = await conductor.row(captureId)
  expect(row?.gaps).toEqual([{ what: "seam", reason: "moved", count: 1, where: "1: y 22" }])
  expect(wasNoted()).toBe(true)
})

test("content that moved in a box after its last frame was shown is a gap, too", async () => {
  const { row } = await captured({ moved: 40 })
  expect(row?.gaps).toEqual([{ what: "seam", reason: "moved", count: 1, where: "1: y 30" }])
})

test("a picture that had not come when its part of a box was taken is a gap, though it comes later", async () => {
  const tab = openTab(1)
  addBox(tab)
  const { scrollBox } = tab.page
  tab.page.scrollBox = (input: never) => ({ ...(scrollBox?.(input) as object), waitingPictures: 2 })
  const conductor = conductorOf(portsWith())
  const { captureId } = await conductor.start(1, "popup")
  await conductor.whenSealed(captureId)
  const row = await conductor.row(captureId)
  expect(row?.complete).toBe(false)
  expect(row?.gaps).toContainEqual({ what: "pictures", reason: "not-loaded", count: 2, where: "1: y 22" })
})
