import "fake-indexeddb/auto"
import { beforeEach, describe, expect, test, vi } from "vitest"
import { captureRecord } from "../../../src/background/record.ts"
import { artifactsOf } from "../../../src/vault/read.ts"
import { openTab, picture, resetScene, scene, type Tab } from "./browser.ts"
import { conductorOf } from "./conducting.ts"
import { portsWith } from "./ports.ts"

vi.mock("webextension-polyfill", async () => ({ default: (await import("./browser.ts")).fakeBrowser }))

beforeEach(resetScene)

const size = { width: 100, height: 170, rows: 130, pageRows: 130, leftOut: 0 }

/** A page whose script draws it, when it is asked to. */
function openDrawable(different: Partial<typeof size> = {}): Tab {
  const tab = openTab(1)
  tab.page.redraw = () => ({ ...size, ...different })
  return tab
}

const refuse = () => Promise.reject(new Error("Taking screenshots has been disabled"))

async function captured(stopAt: string | null = null) {
  const ports = portsWith()
  const conductor = conductorOf(ports)
  const { captureId } = await conductor.start(1, "popup")
  if (stopAt !== null) await conductor.stop(captureId)
  await conductor.whenSealed(captureId)
  const row = await conductor.row(captureId)
  const files = await artifactsOf(ports.vault, captureId)
  const redrawn = files.filter(({ source }) => source === "re-drawn").map(({ path }) => path)
  const gaps = row?.gaps.map(({ what, reason }) => `${what}:${reason}`)
  return { row, files, redrawn, gaps, step: row?.steps.find(({ name }) => name === "redrawn") }
}

describe("a page of which the browser gives no picture at all", () => {
  test("is drawn again, under a name that says so, and is not complete", async () => {
    openDrawable()
    scene.camera = refuse
    const { row, files, redrawn, gaps, step } = await captured()
    expect(redrawn).toEqual(["redrawn-page.png"])
    expect(step).toMatchObject({ outcome: "done" })
    expect(row?.complete).toBe(false)
    expect(gaps).toEqual(expect.arrayContaining(["as-seen:failed", "frames:re-drawn"]))
    // It is no frame, and no page is stitched of it.
    expect(files.filter(({ place }) => place !== null)).toEqual([])
    expect(row?.pages).toEqual([])
    const record = captureRecord(
      row!,
      files.map(file => ({ ...file, sm3: "00" as never })),
      { endedAt: "", localTime: "", monotonicMs: 0, gaps: [], sameRun: true },
    )
    expect(record.files.find(({ path }) => path === "redrawn-page.png")).toMatchObject({ source: "re-drawn" })
  })

  test.each([
    ["pictures that could not be had", { leftOut: 3 }, "pictures:re-drawn"],
    ["rows beyond the largest canvas", { pageRows: 90_000 }, "stitched:limit"],
  ])("says what is not in the drawing: %s", async (_name, drawn, gap) => {
    openDrawable(drawn)
    scene.camera = refuse
    expect((await captured()).gaps).toContain(gap)
  })

  test("keeps the rest, and says so, where it cannot be drawn either", async () => {
    const tab = openDrawable()
    tab.page.redraw = () => Promise.reject(new Error("no canvas"))
    scene.camera = refuse
    const { redrawn, step, row } = await captured()
    expect({ redrawn, outcome: step?.outcome, complete: row?.complete }).toEqual({
      redrawn: [],
      outcome: "failed",
      complete: false,
    })
    expect(row?.steps.find(({ name }) => name === "dom-after")).toMatchObject({ outcome: "done" })
  })
})

describe("a page of which there is a screenshot, or could have been one, is not drawn again", () => {
  test.each<[string, (tab: Tab) => void]>([
    ["all went well", () => undefined],
    [
      "the first picture alone was refused",
      () => {
        scene.camera = () => {
          scene.camera = null
          return refuse()
        }
      },
    ],
    [
      "all but the first were refused",
      () => {
        scene.camera = () => {
          scene.camera = refuse
          return Promise.resolve(picture(100, 50))
        }
      },
    ],
    [
      "the page is not painted: its window is minimised",
      ({ page }) => {
        const { scrollTo } = page
        page.scrollTo = (input: never) => ({ ...(scrollTo?.(input) as object), painted: false })
        scene.camera = refuse
      },
    ],
  ])("%s", async (_name, spoil) => {
    const tab = openDrawable()
    spoil(tab)
    const { redrawn, step } = await captured()
    expect({ redrawn, step }).toEqual({ redrawn: [], step: undefined })
    expect(scene.asked).not.toContain("1 redraw")
  })

  test("the user stopped it", async () => {
    openDrawable()
    scene.camera = refuse
    expect(await captured("at once")).toMatchObject({ redrawn: [], step: undefined })
  })
})
