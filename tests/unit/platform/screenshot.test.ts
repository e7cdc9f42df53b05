import { PNG } from "pngjs"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { makeRectProbe, shootRect, shootWindow } from "../../../src/platform/screenshot.ts"

const captureVisibleTab = vi.hoisted(() => vi.fn())
vi.mock("webextension-polyfill", () => ({ default: { tabs: { captureVisibleTab } } }))

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
  captureVisibleTab.mockReset()
})

const png = PNG.sync.write(new PNG({ width: 3, height: 2 }))
const dataUrl = `data:image/png;base64,${png.toString("base64")}`
const QUOTA = "This request exceeds the MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND quota."

/** The browser answers so, call by call; the last answer again and again. */
function answers(...list: (string | Error)[]): void {
  captureVisibleTab.mockImplementation(() => {
    const answer = list.length > 1 ? list.shift() : list[0]
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
  })
}

async function outcome<T>(work: Promise<T>): Promise<unknown> {
  const settled = work.catch((thrown: unknown) => thrown)
  await vi.runAllTimersAsync()
  return settled
}

test("a picture is the PNG that the browser gives, with its size", async () => {
  answers(dataUrl)
  expect(await outcome(shootWindow(7))).toEqual({ bytes: Uint8Array.from(png), width: 3, height: 2 })
  expect(captureVisibleTab).toHaveBeenCalledWith(7, { format: "png" })
})

test("a rectangle is asked for in pixels of the page, at a scale", async () => {
  answers(dataUrl)
  await outcome(shootRect(7, { x: 0, y: 4096, width: 3, height: 2 }, 1.5))
  expect(captureVisibleTab).toHaveBeenCalledWith(7, {
    format: "png",
    rect: { x: 0, y: 4096, width: 3, height: 2 },
    scale: 1.5,
  })
})

test.each<[string, (string | Error)[], object, number]>([
  ["a quota refusal is asked again", [new Error(QUOTA), new Error(QUOTA), dataUrl], { width: 3 }, 3],
  ["a quota that is never free ends", [new Error(QUOTA)], { code: "capture/quota" }, 56],
  ["a failed read back is asked again", [new Error("image readback failed"), dataUrl], { width: 3 }, 2],
  [
    "a read back that fails three times ends",
    [new Error("image readback failed")],
    { code: "capture/no-picture" },
    3,
  ],
  [
    "any other refusal ends at once",
    [new Error("The 'activeTab' permission is not in effect.")],
    { code: "capture/no-picture" },
    1,
  ],
  ["what is no PNG ends at once", ["data:image/jpeg;base64,/9j/4AAQ"], { code: "capture/no-picture" }, 1],
  ["an answer that is no picture at all ends at once", ["data:,"], { code: "capture/no-picture" }, 1],
])("%s", async (_name, list, expected, calls) => {
  answers(...list)
  expect(await outcome(shootWindow(7))).toMatchObject(expected)
  expect(captureVisibleTab).toHaveBeenCalledTimes(calls)
})

test("a browser that does not answer within eight seconds gives no picture", async () => {
  captureVisibleTab.mockImplementation(() => new Promise(() => undefined))
  expect(await outcome(shootWindow(7))).toMatchObject({ code: "capture/no-picture" })
})

describe("whether the browser paints what no viewport shows", () => {
  const onePixel = `data:image/png;base64,${PNG.sync.write(new PNG({ width: 1, height: 1 })).toString("base64")}`

  test.each<[string, string | Error, boolean]>([
    ["it gives the pixel", onePixel, true],
    ["it gives the viewport", dataUrl, false],
    [
      "it knows no rectangles",
      new Error("Error at parameter 'options': Unexpected property: 'rect'."),
      false,
    ],
    ["it fails to read it back", new Error("Failed to capture tab: image readback failed"), false],
  ])("is asked once, by trying: %s", async (_name, answer, expected) => {
    answers(answer)
    const paintsRects = makeRectProbe()
    expect(await paintsRects(7)).toBe(expected)
    expect(await paintsRects(7)).toBe(expected)
    expect(captureVisibleTab).toHaveBeenCalledTimes(1)
  })

  test("stays unknown after another error, and is asked again", async () => {
    answers(new Error(QUOTA), onePixel)
    const paintsRects = makeRectProbe()
    await expect(paintsRects(7)).rejects.toThrow(QUOTA)
    expect(await paintsRects(7)).toBe(true)
  })
})
