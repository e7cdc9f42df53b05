/** Other tabs, other windows' sizes: the browser's screenshot shows whatever is in front. */
import { afterAll, describe, expect, test } from "vitest"
import { openPopup, type Page } from "../../scripts/browsers/driver.ts"
import { until } from "../../scripts/browsers/surface.ts"
import { type CaptureRow } from "../../src/vault/capture-row.ts"
import { caughtIn } from "./harness/caught.ts"
import { gapName } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { type Colour, hexColour, pictureOf } from "./harness/picture.ts"
import { begin, looksOf, untilPutBack } from "./harness/running.ts"
import { servePages } from "./harness/site.ts"
import { framesOf, newest, readVault } from "./harness/vault.ts"

/** No page that is captured has a pixel of this. */
const SCREAM: Colour = 0xff00ff
const HEIGHT = 8_000

const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><body style="margin:0">${body}</body></html>`

/** Grey bands: any colour is another page's. */
const grey = (band: number): Colour => ((band * 37) % 200) * 0x010101 + 0x101010
const bands = Array.from(
  { length: HEIGHT / 100 },
  (_, band) => `<div style="height:100px;background:${hexColour(grey(band))}"></div>`,
)
const site = await servePages({
  "/grey": page("grey", bands.join("")),
  "/short": page("short", bands.slice(0, 40).join("")),
  "/scream": page("scream", `<div style="height:3000px;background:${hexColour(SCREAM)}"></div>`),
})
const browser = installed()
afterAll(() => site.close())

async function open(path: string): Promise<Page> {
  return browser.driven.newPage(`${site.origin}${path}`)
}

/** Begins a capture and closes the popup, so that the capture goes on by itself. */
async function beginAlone(tab: Page): Promise<CaptureRow> {
  const { popup, row } = await begin(browser.driven, tab)
  await until("the as-seen frame to be safe", async () => newest(await readVault(popup)).asSeenSafe)
  await popup.close()
  return row
}

const rowOf = async (id: string): Promise<CaptureRow> =>
  (await readVault(browser.driven.background)).captures.find(row => row.id === id) ??
  expect.unreachable("the capture is gone")

const untilStage = (row: CaptureRow, stages: readonly string[], timeoutMs = 90_000) =>
  until(
    stages.join(" or "),
    async () => {
      const now = await rowOf(row.id)
      return stages.includes(now.progress.stage) ? now : null
    },
    timeoutMs,
  )

const isScrolling = (tab: Page) => tab.waitFor("scrollY > 2000", 60_000)

/**
 * What the shortcut and the context menu do. The popup shows the capture that
 * runs and offers no other; over this tab it only grants what a click grants.
 */
async function beginByMenu(tab: Page): Promise<CaptureRow> {
  const popup = await openPopup(browser.driven, tab)
  const { captureId } = await popup.evaluate<[], { captureId: string }>(`(async () => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true })
    const asked = { api: "background", method: "startCapture", input: { tabId: tab.id, trigger: "menu", chatUntil: null } }
    const reply = await chrome.runtime.sendMessage(asked)
    if (!reply.ok) throw new Error(reply.error.code)
    return reply.value
  })()`)
  await popup.close()
  return rowOf(captureId)
}

/** The pixels of every frame and every stitched page of a capture are those of the grey page. */
async function expectGrey({ id }: CaptureRow): Promise<void> {
  const found = await caughtIn(browser.driven.background, await rowOf(id))
  const frames = found.paths.filter(each => each.startsWith("frames/"))
  expect(frames).toContain("frames/0000.png")
  for (const file of frames) {
    const picture = pictureOf(await found.bytes(file))
    const strange: string[] = []
    for (let y = 0; y < picture.height; y++) {
      // Scrollbars may have a colour of their own.
      const colour = picture.rowColour(y, picture.width - 20)
      if (colour === null || colour >> 16 !== (colour & 0xff)) strange.push(`${y}: ${hexColour(colour)}`)
    }
    expect({ file, strange }).toEqual({ file, strange: [] })
  }
  if (!found.row.complete) return
  const wrong: string[] = []
  for (const page of found.row.pages) {
    const picture = pictureOf(await found.bytes(page.path))
    for (let row = 0; row < picture.height; row++) {
      const colour = picture.rowColour(row, picture.width)
      if (colour !== grey(Math.floor((page.y + row) / 100)))
        wrong.push(`${page.y + row}: ${hexColour(colour)}`)
    }
  }
  expect(wrong).toEqual([])
}

test("a capture whose tab goes to the back waits, says so, and goes on when it returns", async () => {
  const scream = await open("/scream")
  const tab = await open("/grey")
  const before = await looksOf(tab)
  const row = await beginAlone(tab)
  await isScrolling(tab)
  await scream.bringToFront()
  await untilStage(row, ["paused"])
  const popup = await openPopup(browser.driven, scream)
  expect(await popup.waitFor(() => document.querySelector<HTMLElement>("#advice")?.dataset.stage)).toBe(
    "paused",
  )
  await popup.close()
  const framesThen = framesOf(await readVault(browser.driven.background), row).length
  // Left alone for long enough, the page lets go by itself, and must be held again.
  await untilPutBack(tab, before, 60_000)
  expect(framesOf(await readVault(browser.driven.background), row)).toHaveLength(framesThen)

  await tab.bringToFront()
  const done = await untilStage(row, ["done"], 120_000)
  expect(done).toMatchObject({ state: "sealed", complete: true, gaps: [] })
  await untilPutBack(tab, before)
  await expectGrey(row)
  await tab.close()
  await scream.close()
})

test("tabs that flip to the front and back leave no pixel in any frame", async () => {
  const scream = await open("/scream")
  const tab = await open("/grey")
  const row = await beginAlone(tab)
  // As fast as the browser takes it, with a rhythm that drifts against the frames.
  for (let flip = 0; flip < 40; flip++) {
    await scream.bringToFront()
    await tab.bringToFront()
    const { state } = await rowOf(row.id)
    if (state === "sealed") break
  }
  const done = await untilStage(row, ["done"], 120_000)
  // Thrown-away frames may be a gap; a frame of the other page may not be.
  expect(done.complete).toBe(done.gaps.length === 0)
  await expectGrey(row)
  await tab.close()
  await scream.close()
})

test("a tab that is closed ends its capture: what was taken is sealed, and the reason is told", async () => {
  const tab = await open("/grey")
  const row = await beginAlone(tab)
  await isScrolling(tab)
  await tab.close()
  const done = await untilStage(row, ["done"])
  expect(done).toMatchObject({ state: "sealed", complete: false })
  expect(done.gaps.map(gapName)).toContain("frames:tab-closed")
  await expectGrey(row)
})

describe("the window gets another size in the middle", () => {
  test("and the capture is right or says that it is not", async () => {
    const tab = await open("/grey")
    const row = await beginAlone(tab)
    await isScrolling(tab)
    await browser.driven.setViewport({ width: 1000, height: 700 })
    const done = await untilStage(row, ["done"], 120_000)
    await browser.driven.setViewport({ width: 1280, height: 800 })
    expect(done.complete).toBe(done.gaps.length === 0)
    await expectGrey(row)
    if (done.complete) {
      const last = framesOf(await readVault(browser.driven.background), row)
      expect(last.length).toBeGreaterThan(1)
    }
    await tab.close()
  })
})

test("a second capture has its as-seen frame at once and waits for the first with the rest", async () => {
  const first = await open("/grey")
  const firstRow = await beginAlone(first)
  await isScrolling(first)
  const second = await open("/short")
  const secondRow = await beginByMenu(second)
  expect(secondRow).toMatchObject({ asSeenSafe: true, trigger: "menu" })
  await untilStage(secondRow, ["waiting"])
  expect((await untilStage(firstRow, ["paused"])).state).toBe("running")

  await first.bringToFront()
  expect(await untilStage(firstRow, ["done"], 120_000)).toMatchObject({ complete: true, gaps: [] })
  // Now it is its turn, and its tab is behind.
  await untilStage(secondRow, ["paused"])
  await second.bringToFront()
  expect(await untilStage(secondRow, ["done"], 120_000)).toMatchObject({ complete: true, gaps: [] })
  await expectGrey(firstRow)
  await expectGrey(secondRow)
  await first.close()
  await second.close()
})

test("a second capture that is stopped while it waits does not wait any longer", async () => {
  const first = await open("/grey")
  const firstRow = await beginAlone(first)
  await isScrolling(first)
  const second = await open("/short")
  const secondRow = await beginByMenu(second)
  await untilStage(secondRow, ["waiting"])
  const popup = await openPopup(browser.driven, second)
  await popup.click("#stop-keep")
  const stopped = await untilStage(secondRow, ["done"])
  expect(stopped.gaps.map(gapName)).toContain("frames:stopped")
  await popup.close()
  expect((await rowOf(firstRow.id)).state).toBe("running")
  await first.bringToFront()
  expect(await untilStage(firstRow, ["done"], 120_000)).toMatchObject({ complete: true })
})
