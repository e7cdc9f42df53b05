/** The browser's own picture of a whole page, which our engine has no part in. */
import { resolve } from "node:path"
import puppeteer, { type Browser, TargetType } from "puppeteer-core"
import { type Page, type Popup, type Target } from "../browsers/driver.ts"
import { findBrowser } from "../browsers/find.ts"
import { TRUTH_SHEET } from "./page.ts"
import { zoomFrontTab } from "./zoom.ts"

/** How the page lay in the captured window. CSS pixels. */
export interface Lie {
  readonly url: string
  readonly width: number
  readonly height: number
  readonly dpr: number
  /** The part of `dpr` that is the browser's own zoom, by which Firefox multiplies the scale that it is asked for. */
  readonly zoom: number
}

export interface GroundTruth {
  /** A PNG of the whole page, `popup` being open over it. */
  readonly take: (page: Page, popup: Popup, lie: Lie) => Promise<Buffer>
  readonly close: () => Promise<void>
}

/** Firefox: one rectangle as high as the page, of the page as it stands. Chromium: one window as tall as the page. */
export const groundTruth = (target: Target, dpr: number): Promise<GroundTruth> =>
  target === "chrome" ? tallWindow(dpr) : Promise.resolve(oneRectangle)

declare const browser: {
  readonly tabs: { captureVisibleTab(options: object): Promise<string> }
}

const oneRectangle: GroundTruth = {
  async take(page, popup, { width, height, dpr, zoom }) {
    await page.evaluate(css => {
      const sheet = document.createElement("style")
      sheet.textContent = css
      document.documentElement.append(sheet)
      return new Promise<void>(resolve =>
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            resolve()
          }),
        ),
      )
    }, TRUTH_SHEET)
    const url = await popup.evaluate(
      (across, down, scale) =>
        browser.tabs.captureVisibleTab({
          format: "png",
          rect: { x: 0, y: 0, width: across, height: down },
          scale,
        }),
      width,
      height,
      dpr / zoom,
    )
    return Buffer.from(url.slice(url.indexOf(",") + 1), "base64")
  },
  close: () => Promise.resolve(),
}

/** @param ratio of the screen: one that is only emulated has letters of another kind */
async function tallWindow(ratio: number): Promise<GroundTruth> {
  const found = findBrowser("chrome")
  if (found.path === null) throw new Error(found.why)
  const started: Browser = await puppeteer.launch({
    executablePath: found.path,
    // For its word to the browser alone: letters are drawn otherwise at a zoom than at a ratio of the screen.
    enableExtensions: [resolve("dist", "chrome")],
    pipe: true,
    headless: true,
    args: [`--force-device-scale-factor=${ratio}`, ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
  })
  const extension = await started.waitForTarget(each => each.type() === TargetType.SERVICE_WORKER)
  return {
    async take(_page, _popup, { url, width, height, dpr, zoom }) {
      const page = await started.newPage()
      const tall = { width: Math.round(width * zoom), height: Math.round(height * zoom) }
      await page.setViewport({ ...tall, deviceScaleFactor: dpr / zoom })
      await page.goto(url, { waitUntil: "load" })
      await (await extension.worker())?.evaluate(zoomFrontTab, zoom)
      await page.waitForFunction((ratio: number) => Math.abs(devicePixelRatio - ratio) < 0.02, {}, dpr)
      await page.addStyleTag({ content: TRUTH_SHEET })
      const png = await page.screenshot({ type: "png", captureBeyondViewport: false })
      await page.close()
      return Buffer.from(png)
    },
    close: () => started.close(),
  }
}
