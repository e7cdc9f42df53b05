/** A whole 20,000 px page, popup open, against bare screenshot calls for as many frames in the same run. */
import { type Driven, openPopup, type Popup } from "../browsers/driver.ts"
import { type Site } from "../site/serve-site.ts"
import { bareShots } from "./as-seen.ts"
import { type Figure, median } from "./figures.ts"

const RUNS = 3
const HEIGHT = 20_000
const VIEWPORT = 800

export async function measureTallPage(driven: Driven, site: Site): Promise<Figure> {
  const whole: number[] = []
  const bare: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const page = await driven.newPage(`${site.origin}/tall?run=${String(run)}`)
    const popup = await openPopup(driven, page)
    await popup.waitFor(() => document.body.dataset.view === "ready")
    bare.push(driven.target === "chrome" ? await bareFrames(popup) : await bareRectangle(popup))
    const began = Date.now()
    await popup.click("#capture")
    await popup.waitFor(() => document.body.dataset.view === "saved", 120_000)
    whole.push(Date.now() - began)
    await popup.close()
    await page.close()
  }
  return {
    what: `${String(HEIGHT)} px page, click → saved, median of ${String(RUNS)}`,
    ms: median(whole),
    baseline: driven.target === "chrome" ? "25 bare calls, back to back" : "one bare call for the whole page",
    baselineMs: median(bare),
    aim: { ms: driven.target === "chrome" ? 4_000 : 2_000 },
  }
}

async function bareFrames(popup: Popup): Promise<number> {
  // A click of its own, on nothing: the browser does not count calls that follow one.
  await popup.click("h1")
  const times = await bareShots(popup, HEIGHT / VIEWPORT)
  return times.reduce((sum, time) => sum + time, 0)
}

declare const browser: {
  readonly tabs: { captureVisibleTab(options: object): Promise<string> }
}

function bareRectangle(popup: Popup): Promise<number> {
  return popup.evaluate(async height => {
    const began = performance.now()
    await browser.tabs.captureVisibleTab({
      format: "png",
      rect: { x: 0, y: 0, width: 1280, height },
      scale: 1,
    })
    return performance.now() - began
  }, HEIGHT)
}
