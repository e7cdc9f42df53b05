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
 * Those of what is folded away are not waited for: they do not begin, or are never taken off the list.
 */
async function untilStill(): Promise<null> {
  const isSeen = ({ effect }: Animation) =>
    effect instanceof KeyframeEffect && effect.target?.checkVisibility() === true
  for (let tries = 0; tries < 20; tries += 1) {
    const moving = document.getAnimations().filter(isSeen)
    if (moving.length === 0) break
    await Promise.allSettled(moving.map(({ finished }) => finished))
  }
  return null
}
