/** Random pages, stitched, against the browser's own picture of the whole page. `npm run faults -- truth` takes fifty. */
import { afterAll, beforeAll, expect, test } from "vitest"
import { checkTruth } from "../../scripts/truth/check.ts"
import { groundTruth, type GroundTruth } from "../../scripts/truth/ground.ts"
import { truthPage, WINDOW } from "../../scripts/truth/page.ts"
import { installed } from "./harness/installed.ts"
import { sharedRows } from "./harness/shared.ts"
import { servePages } from "./harness/site.ts"
import { target } from "./harness/target.ts"

const DPR = 1
/** Among them: every overlay, right to left, dark, zoomed in and out. */
const pages = sharedRows([3, 4, 6, 7, 8, 10]).map(seed => truthPage(seed, DPR))

const site = await servePages(Object.fromEntries(pages.map(({ seed, html }) => [`/${seed}`, html])))
const browser = installed({ viewport: WINDOW, dpr: DPR })
const held: { truth?: GroundTruth } = {}
beforeAll(async () => {
  held.truth = await groundTruth(target, DPR)
})
afterAll(async () => {
  await held.truth?.close()
  await site.close()
})

test.each(pages)("the stitched page is the page, within the tolerance: seed $seed, $what", async page => {
  const truth = held.truth ?? expect.unreachable("started before the tests")
  const { wrong, told } = await checkTruth(browser.driven, truth, page, `${site.origin}/${page.seed}`)
  expect({ told, wrong }).toEqual({ told, wrong: [] })
})
