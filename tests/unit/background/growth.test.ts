import "fake-indexeddb/auto"
import { beforeEach, describe, expect, test, vi } from "vitest"
import { artifactsOf } from "../../../src/vault/read.ts"
import { keepCaptureOptions } from "../../../src/vault/write-options.ts"
import { HEIGHT, openTab, resetScene } from "./browser.ts"
import { conductorOf } from "./conducting.ts"
import { portsWith } from "./ports.ts"

vi.mock("webextension-polyfill", async () => ({ default: (await import("./browser.ts")).fakeBrowser }))

beforeEach(resetScene)

const FIRST = 4 * HEIGHT
const MORE = 2 * HEIGHT

/** A page that becomes longer when its end is near, so many times; its end may say meanwhile that it is loading. */
function openFeed(times: number, { firstMs, laterMs, says }: Pace) {
  const tab = openTab(1, FIRST)
  const { scrollTo, whereIs } = tab.page
  const feed = { loads: 0, height: FIRST, y: 0, isLoading: false }
  const placed = (honest: unknown) => ({
    ...(honest as object),
    scrollY: feed.y,
    documentHeight: feed.height,
  })
  const grow = () => {
    Object.assign(feed, { loads: feed.loads + 1, height: feed.height + MORE, isLoading: false })
  }
  tab.page.scrollTo = (input: { y: number }) => {
    feed.y = Math.min(input.y, feed.height - HEIGHT)
    if (feed.y + HEIGHT >= feed.height - HEIGHT && feed.loads < times && !feed.isLoading) {
      feed.isLoading = true
      const ms = feed.loads === 0 ? firstMs : laterMs
      if (ms === 0) grow()
      else setTimeout(grow, ms)
    }
    const isAtEnd = feed.y + HEIGHT >= feed.height
    return { ...placed(scrollTo?.(input as never)), isLoading: says && isAtEnd && feed.isLoading }
  }
  tab.page.whereIs = (none: never) => placed(whereIs?.(none))
  return feed
}

interface Pace {
  readonly firstMs: number
  readonly laterMs: number
  readonly says: boolean
}

describe("a page that loads more a while after its end was reached", () => {
  test.each([
    ["the rest comes late", 4, { firstMs: 0, laterMs: 300, says: false }],
    ["the rest comes at once", 4, { firstMs: 0, laterMs: 0, says: false }],
    ["all of it comes late, and its end says so", 4, { firstMs: 600, laterMs: 300, says: true }],
    ["nothing comes, whatever its end says", 0, { firstMs: 0, laterMs: 0, says: true }],
  ])("is followed to where it ends, where %s", async (_name, times, pace) => {
    const feed = openFeed(times, pace)
    const ports = portsWith()
    const conductor = conductorOf(ports)
    const { captureId } = await conductor.start(1, "popup")
    await conductor.whenSealed(captureId)
    const row = await conductor.row(captureId)
    const places = (await artifactsOf(ports.vault, captureId)).flatMap(({ place }) => (place ? [place] : []))
    const end = Math.max(...places.map(({ y, usedHeight }) => y + usedHeight))
    expect({ loads: feed.loads, end, gaps: row?.gaps }).toEqual({ loads: times, end: feed.height, gaps: [] })
  })

  test("is shown to the last row of the screen at which a limit ends it, though more came there", async () => {
    const feed = openFeed(4, { firstMs: 0, laterMs: 300, says: false })
    const ports = portsWith()
    // The second time that its end was reached, and more came.
    await keepCaptureOptions(ports.vault, { limits: { screens: 10, seconds: 300, items: null }, extras: [] })
    const conductor = conductorOf(ports)
    const { captureId } = await conductor.start(1, "popup")
    await conductor.whenSealed(captureId)
    const places = (await artifactsOf(ports.vault, captureId)).flatMap(({ place }) => (place ? [place] : []))
    const last = places.at(-1)
    expect((await conductor.row(captureId))?.gaps).toContainEqual(
      expect.objectContaining({ what: "frames", reason: "limit" }),
    )
    expect(feed.height).toBeGreaterThan((last?.y ?? 0) + HEIGHT)
    expect(last?.usedHeight).toBe(HEIGHT)
  })
})
