/**
 * How long our pages are held up while work goes on: the longest that a timer
 * was late in the popup during a capture, and in the library during an export.
 * All documents of an extension share one thread, so this tells of the offscreen
 * document's and the background's work as well, where it is done on it.
 */
import { type Driven, openPopup, type Surface } from "../browsers/driver.ts"
import { exportAs } from "../browsers/use-popup.ts"
import { type Site } from "../site/serve-site.ts"
import { type Figure } from "./figures.ts"

const IDLE_MS = 3_000
const AIM = { ms: 100 } as const

export async function measureHeldUp(driven: Driven, site: Site): Promise<readonly Figure[]> {
  const page = await driven.newPage(`${site.origin}/tall`)
  const popup = await openPopup(driven, page)
  await popup.waitFor(() => document.activeElement?.id === "capture")
  const idle = await lateness(popup, () => new Promise(resolve => setTimeout(resolve, IDLE_MS)))
  const capturing = await lateness(popup, async () => {
    await popup.press("Enter")
    await popup.waitFor(() => document.querySelector("#saved"), 120_000)
  })
  await popup.close()
  const library = await driven.openExtensionPage("ui/library.html")
  await library.waitFor(() => performance.getEntriesByName("library-read")[0], 60_000)
  const idleThere = await lateness(library, () => new Promise(resolve => setTimeout(resolve, IDLE_MS)))
  const exporting = await lateness(library, async () => {
    await library.press("/")
    await library.click("#rows [data-id] input")
    await library.click("#export-open")
    await exportAs(library, 240_000)
  })
  await library.close()
  await page.close()
  return [
    {
      what: "longest that the popup is held up while a page of 25 screens is captured",
      ms: capturing,
      baseline: "the same while nothing is done",
      baselineMs: idle,
      aim: AIM,
    },
    {
      what: "longest that the library is held up while that is exported, with its report",
      ms: exporting,
      baseline: "the same while nothing is done",
      baselineMs: idleThere,
      aim: AIM,
    },
  ]
}

async function lateness(surface: Surface, work: () => Promise<unknown>): Promise<number> {
  await surface.evaluate(startTicking)
  await work()
  return surface.evaluate(stopTicking)
}

/** Runs in the page. In its own dataset: no name of ours in its globals. */
function startTicking(): void {
  const EVERY_MS = 10
  const held = document.documentElement.dataset
  held.late = "0"
  let last = performance.now()
  const ticking = setInterval(() => {
    const now = performance.now()
    held.late = String(Math.max(Number(held.late), now - last - EVERY_MS))
    last = now
    if (held.stop === String(ticking)) clearInterval(ticking)
  }, EVERY_MS)
  held.ticking = String(ticking)
}

/** Runs in the page. */
function stopTicking(): number {
  const held = document.documentElement.dataset
  held.stop = held.ticking
  return Number(held.late)
}
