/** Documents in Chromium. The popup is a target of type "page" like any tab, once it is open. */
import { type Browser, type KeyInput, type Page as PuppeteerPage, TargetType } from "puppeteer-core"
import { type Popup, type Scheme, type Surface } from "./driver.ts"
import { surfaceOf, until } from "./surface.ts"

export function pageSurface(page: PuppeteerPage): Surface {
  return surfaceOf({
    // A string, so that nothing of ours is needed in the page, and its CSP does not matter.
    run: expression => page.evaluate(expression),
    clickOn: selector => page.click(selector),
    press: keys => pressTogether(page, keys),
    type: text => page.keyboard.type(text),
    async screenshot(path) {
      await page.screenshot({ path: pngPath(path) })
    },
  })
}

/** Waits for the popup with that address. It takes input and evaluation; `page.screenshot` gives the popup alone. */
export async function popupOf(browser: Browser, url: string): Promise<Popup> {
  const target = await browser.waitForTarget(
    each => each.type() === TargetType.PAGE && isPopup(each.url(), url),
    {
      timeout: 10_000,
    },
  )
  const page = await target.asPage()
  const surface = pageSurface(page)
  await surface.waitFor(() => document.readyState === "complete")
  const isOpen = () => browser.targets().includes(target)
  return {
    ...surface,
    isOpen: () => Promise.resolve(isOpen()),
    async close() {
      // CDP's keys do not reach the bubble's Escape; closing its contents takes the same way out as losing the focus.
      if (isOpen()) await page.close()
      await until("the popup to be gone", () => !isOpen())
    },
  }
}

/** Pages of the web stay as they are: one of them may be in front of a capture. */
export async function inScheme(browser: Browser, scheme: Scheme, work: () => Promise<void>): Promise<void> {
  // Puppeteer does not count the popup among the pages.
  const ours = await Promise.all(
    browser
      .targets()
      .filter(each => each.type() === TargetType.PAGE && !/^https?:/.test(each.url()))
      .map(each => each.asPage()),
  )
  const show = (value: string) =>
    Promise.all(ours.map(page => page.emulateMediaFeatures([{ name: "prefers-color-scheme", value }])))
  await show(scheme)
  try {
    await work()
  } finally {
    await show("")
  }
}

const isPopup = (found: string, wanted: string): boolean => found.split(/[?#]/)[0] === wanted

async function pressTogether(page: PuppeteerPage, keys: string): Promise<void> {
  // Puppeteer throws by name on a key that it does not know.
  const all = keys.split("+") as KeyInput[]
  try {
    for (const key of all) await page.keyboard.down(key)
    for (const key of all.toReversed()) await page.keyboard.up(key)
  } catch (thrown) {
    // A popup may close at the key that went down: then nobody says that it came, and nobody is there to whom it comes up.
    const isGone = page.isClosed() || (thrown instanceof Error && thrown.name === "TargetCloseError")
    if (!isGone) throw thrown
  }
}

function pngPath(path: string): `${string}.png` {
  if (!path.endsWith(".png")) throw new Error(`a screenshot is a .png: ${path}`)
  return path as `${string}.png`
}
