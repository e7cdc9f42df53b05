/** Click → as-seen frame safe in the vault, against the browser's bare screenshot call. */
import { type Driven, openPopup, type Popup } from "../browsers/driver.ts"
import { type Site } from "../site/serve-site.ts"
import { type Figure, median } from "./figures.ts"

const RUNS = 7

export async function measureAsSeen(driven: Driven, site: Site): Promise<Figure> {
  const safe: number[] = []
  const bare: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const page = await driven.newPage(`${site.origin}/plain?run=${String(run)}`)
    const popup = await openPopup(driven, page)
    await popup.waitFor(() => document.body.dataset.view === "ready")
    bare.push(...(await bareShots(popup, 1)))
    await popup.evaluate(watchFirstStage)
    await popup.click("#capture")
    safe.push(await popup.waitFor(() => Number(document.documentElement.dataset.benchSafeMs)))
    await popup.waitFor(() => document.body.dataset.view === "saved", 60_000)
    await popup.close()
    await page.close()
  }
  return {
    what: `click → as-seen frame safe, median of ${String(RUNS)}`,
    ms: median(safe),
    baseline: "one bare screenshot call",
    baselineMs: median(bare),
    aim: { ms: 500 },
  }
}

/** Milliseconds of each of `count` bare calls, back to back, in a popup. */
export async function bareShots(popup: Popup, count: number): Promise<number[]> {
  return popup.evaluate(async shots => {
    const api =
      (globalThis as unknown as { browser?: typeof chrome; chrome: typeof chrome }).browser ?? chrome
    const times: number[] = []
    for (let shot = 0; shot < shots; shot++) {
      const began = performance.now()
      await api.tabs.captureVisibleTab({ format: "png" })
      times.push(performance.now() - began)
    }
    return times
  }, count)
}

declare const chrome: {
  readonly tabs: {
    captureVisibleTab(options: { format: string; rect?: object; scale?: number }): Promise<string>
  }
}

/** Runs in the popup: notes when the click came, and when the popup first says that the first screen is safe. */
function watchFirstStage(): void {
  let clicked = 0
  document.addEventListener(
    "click",
    () => {
      clicked = performance.now()
    },
    { capture: true, once: true },
  )
  const observer = new MutationObserver(() => {
    const isSafe = document.querySelector('[data-stage="first"][data-state="done"], #saved') !== null
    if (!isSafe || clicked === 0) return
    document.documentElement.dataset.benchSafeMs = String(performance.now() - clicked)
    observer.disconnect()
  })
  observer.observe(document.body, { subtree: true, childList: true, attributes: true })
}
