/** The page of an item with forty frames, from the press that shows what it holds to the first picture on the screen. */
import { type Driven } from "../browsers/driver.ts"
import { capture } from "../browsers/use-popup.ts"
import { type Site } from "../site/serve-site.ts"
import { type Figure, median } from "./figures.ts"

const RUNS = 5

export async function measureFirstPicture(driven: Driven, site: Site): Promise<Figure> {
  const tall = await driven.newPage(`${site.origin}/forty`)
  const { popup } = await capture(driven, tall)
  const id = await popup.evaluate(
    () => document.querySelector<HTMLElement>("#open-item-page")?.dataset.capture ?? "",
  )
  await popup.close()
  const times: { first: number; all: number; frames: number }[] = []
  for (let run = 0; run < RUNS; run++) {
    const page = await driven.openExtensionPage(`ui/item.html?item=${id}`)
    await page.waitFor(() => document.querySelector("#show-content:not(:disabled)"))
    times.push(await page.evaluate(show))
    await page.close()
  }
  await tall.close()
  return {
    what: `first picture of an item with ${String(times[0]?.frames ?? 0)} pictures, median of ${String(RUNS)}`,
    ms: median(times.map(({ first }) => first)),
    baseline: "until all are shown",
    baselineMs: median(times.map(({ all }) => all)),
    aim: { ms: 300 },
  }
}

/** Runs in the page. */
async function show(): Promise<{ first: number; all: number; frames: number }> {
  const frame = () =>
    new Promise<void>(resolve =>
      requestAnimationFrame(() => {
        resolve()
      }),
    )
  const shown = () =>
    Array.from(document.querySelectorAll<HTMLImageElement>("#pictures .frame img")).filter(
      ({ complete, naturalWidth }) => complete && naturalWidth > 0,
    ).length
  const began = performance.now()
  document.querySelector<HTMLElement>("#show-content")?.click()
  while (shown() === 0) await frame()
  const first = performance.now() - began
  const isAll = () => {
    const all = document.querySelectorAll("#pictures .pictures > li").length
    return document.querySelector("#calm, #pictures-left") === null && all > 0 && shown() >= all
  }
  while (!isAll()) await frame()
  return { first, all: performance.now() - began, frames: shown() }
}
