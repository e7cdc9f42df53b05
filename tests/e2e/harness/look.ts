/** What can be said of a picture without eyes. */
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { type Surface } from "../../../scripts/browsers/driver.ts"

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")

export interface Look {
  /** What axe found wrong, one line each. */
  readonly wrong: readonly string[]
  readonly sideways: boolean
}

export async function judged(surface: Surface): Promise<Look> {
  // Two thirds of a megabyte: once for each document.
  const isThere = await surface.evaluate<[], boolean>(`typeof axe === "object"`)
  if (!isThere) await surface.evaluate(`(() => { ${axe}; return null })()`)
  await surface.evaluate(untilStill)
  const wrong = await surface.evaluate<[], readonly string[]>(`(async () => {
    const { violations } = await axe.run(document)
    return violations.flatMap(({ id, nodes }) => nodes.map(node => id + ": " + node.html.slice(0, 120) + " " + node.failureSummary))
  })()`)
  const sideways = await surface.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  )
  return { wrong, sideways }
}

/**
 * Runs in the document. Colours on their way from one to another are nobody's choice, and last a tenth of a second.
 * Each frame is asked for: of a button that is out of sight, Firefox begins none by itself, and it never ends.
 */
async function untilStill(): Promise<null> {
  const end = performance.now() + 3_000
  while (document.getAnimations().length > 0 && performance.now() < end)
    await new Promise(done => {
      requestAnimationFrame(done)
      setTimeout(done, 100)
    })
  return null
}
