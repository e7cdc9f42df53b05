/** verify.html, opened from the disk, on 200 MB, against one read and one SHA-256 by the browser itself. */
import { resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { type Driven } from "../browsers/driver.ts"
import { type Figure, median } from "./figures.ts"

const RUNS = 3

export async function measureVerifyHtml(driven: Driven, zip: string): Promise<Figure> {
  const whole: number[] = []
  const bare: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const page = await driven.newPage(pathToFileURL(resolve("dist/verify.html")).href)
    await page.evaluate(watchVerdict)
    await page.choose("#file", zip)
    whole.push(await page.waitFor(() => Number(document.documentElement.dataset.benchMs), 300_000))
    const verdict = await page.evaluate(() => document.querySelector<HTMLElement>("#result")?.dataset.verdict)
    if (verdict !== "integrity-only") throw new Error(`the bundle of the bench: ${String(verdict)}`)
    bare.push(await page.evaluate(() => Number(document.documentElement.dataset.benchBareMs)))
    await page.close()
  }
  return {
    what: `verify.html on a 200 MB bundle, median of ${String(RUNS)}`,
    ms: median(whole),
    baseline: "one read and one SHA-256 by the browser",
    baselineMs: median(bare),
    aim: { ms: 6_000 },
  }
}

/** Runs in the page: holds the change back until the bare read is timed, then times the page's own work on it. */
function watchVerdict(): void {
  const input = document.querySelector<HTMLInputElement>("#file")
  const told = document.documentElement.dataset
  let isHeld = true
  const time = async (event: Event) => {
    const file = input?.files?.[0]
    if (input === null || file === undefined || !isHeld) return
    isHeld = false
    event.stopImmediatePropagation()
    const bareBegan = performance.now()
    await crypto.subtle.digest("SHA-256", await file.arrayBuffer())
    told.benchBareMs = String(performance.now() - bareBegan)
    const began = performance.now()
    const observer = new MutationObserver(() => {
      if (document.body.dataset.stage !== "done") return
      told.benchMs = String(performance.now() - began)
      observer.disconnect()
    })
    observer.observe(document.body, { attributes: true, subtree: true, childList: true })
    input.dispatchEvent(new Event("change", { bubbles: true }))
  }
  document.addEventListener("change", event => void time(event), { capture: true })
}
