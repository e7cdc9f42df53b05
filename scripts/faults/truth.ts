/** Not a fault: fifty random pages, each held against the browser's own picture of it. */
import { newPlace, startIn } from "../../tests/e2e/harness/place.ts"
import { servePages } from "../../tests/e2e/harness/site.ts"
import { checkTruth } from "../truth/check.ts"
import { groundTruth } from "../truth/ground.ts"
import { truthPage, type TruthPage, WINDOW } from "../truth/page.ts"
import { type Fault, type Ground, newTally, type Tally } from "./fault.ts"

/** The same pages in every run: their seeds are 1 to 50. */
const PAGES = 50

export const truth: Fault = {
  name: "truth",
  what: "random pages against the browser's own picture",
  async cause(ground) {
    const pages = Array.from({ length: PAGES }, (_, index) => truthPage(index + 1))
    const tally = newTally()
    for (const dpr of new Set(pages.map(page => page.dpr))) {
      await checkAll(
        ground,
        tally,
        dpr,
        pages.filter(page => page.dpr === dpr),
      )
    }
    return tally
  },
}

/** Those of one ratio, in one browser. */
async function checkAll(
  ground: Ground,
  tally: Tally,
  dpr: number,
  pages: readonly TruthPage[],
): Promise<void> {
  const place = newPlace()
  const site = await servePages(Object.fromEntries(pages.map(({ seed, html }) => [`/${seed}`, html])))
  const picture = await groundTruth(ground.target, dpr)
  const driven = await startIn(ground.target, place, { ...ground.options, dpr, viewport: WINDOW })
  try {
    for (const page of pages) {
      const { wrong, told } = await checkTruth(driven, picture, page, `${site.origin}/${page.seed}`)
      tally.rounds += 1
      if (wrong.length === 0) tally.worked += 1
      for (const each of wrong) tally.broken.push(`seed ${page.seed}: ${each}`)
      ground.say(told)
    }
  } finally {
    await driven.kill()
    await picture.close()
    await site.close()
    place.clear()
  }
}
