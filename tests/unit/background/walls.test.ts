import { beforeEach, expect, test, vi } from "vitest"
import { wallsBefore } from "../../../src/background/walls.ts"
import { openTab, resetScene, scene } from "./browser.ts"

vi.mock("webextension-polyfill", async () => ({ default: (await import("./browser.ts")).fakeBrowser }))

beforeEach(resetScene)

const free = () => false

test("a script of ours that is in the page is asked, and stays: a second one would end a picker that is shown", async () => {
  openTab(1).page.readWalls = () => ["sign-in"]
  expect(await wallsBefore(1, free)).toEqual(["sign-in"])
  expect(scene.asked).toEqual(["1 readWalls"])
})

test("where there is none, it is put there first", async () => {
  openTab(1).page.readWalls = () => {
    if (!scene.asked.includes("1 inject")) throw new Error("Receiving end does not exist.")
    return ["cookies"]
  }
  expect(await wallsBefore(1, free)).toEqual(["cookies"])
  expect(scene.asked).toEqual(["1 readWalls", "1 inject", "1 readWalls"])
})

test.each([
  ["allows no script", {}],
  ["answers nonsense", { readWalls: () => "sign-in" }],
])("a page that %s says nothing of walls, and no more is made of it", async (_what, page) => {
  openTab(1, 130, { page })
  expect(await wallsBefore(1, free)).toBeNull()
})

test("none is put there once a capture or the picker has begun: it would put an end to that", async () => {
  openTab(1).page.readWalls = () => {
    throw new Error("Receiving end does not exist.")
  }
  expect(await wallsBefore(1, () => true)).toBeNull()
  expect(scene.asked).toEqual(["1 readWalls"])
})
