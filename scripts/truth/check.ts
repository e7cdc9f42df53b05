/** One random page: captured by the popup, and held against the browser's own picture of it. */
import { capture } from "../browsers/use-popup.ts"
import { type Driven, openPopup, type Page } from "../browsers/driver.ts"
import { compare, CUT_ROWS, type Difference } from "./compare.ts"
import { type GroundTruth } from "./ground.ts"
import { type TruthPage } from "./page.ts"
import { stitchedParts } from "./stitched.ts"
import { zoomFrontTab } from "./zoom.ts"

/**
 * What may differ: letters are drawn anew at every place that a page is
 * scrolled to, and rounded to other pixels there. A row that is missing, there
 * twice or of another place differs in most of what stands in it.
 */
export const TOLERANCE = { share: 0.002, row: 0.2 }

export interface Verdict {
  readonly difference: Difference
  /** What does not hold, in words; empty where the stitched page is the page. */
  readonly wrong: readonly string[]
  /** One line of numbers. */
  readonly told: string
}

export async function checkTruth(
  driven: Driven,
  truth: GroundTruth,
  given: TruthPage,
  url: string,
): Promise<Verdict> {
  const page = await driven.newPage(url)
  await zoomTo(driven, page, given)
  const { kept, popup } = await capture(driven, page, 120_000)
  const lie = await page.evaluate(() => {
    const { clientWidth, scrollHeight } = document.documentElement
    return { width: clientWidth, height: scrollHeight, dpr: devicePixelRatio }
  })
  const parts = await stitchedParts(popup)
  const difference = compare(await truth.take(page, popup, { url, zoom: given.zoom, ...lie }), parts)
  await popup.close()
  await page.close()
  return verdictOf(given, difference, kept.complete ? [] : kept.gaps)
}

function verdictOf({ seed, what }: TruthPage, difference: Difference, gaps: readonly string[]): Verdict {
  const { truth, found, share, worstRow, worstShare } = difference
  const size = (of: { readonly width: number; readonly height: number }) => `${of.width}×${of.height}`
  const wrong = gaps.map(gap => `a gap is stated: ${gap}`)
  const isCut = truth.width === found.width && Math.abs(truth.height - found.height) <= CUT_ROWS
  if (!isCut) wrong.push(`${size(found)} stitched, and ${size(truth)} in truth`)
  if (share > TOLERANCE.share) wrong.push(`${percent(share)} of the pixels differ`)
  if (worstShare > TOLERANCE.row) wrong.push(`${percent(worstShare)} of row ${worstRow} differ`)
  const told = `seed ${seed}: ${size(truth)}, ${percent(share)} differ, worst row ${worstRow}: ${percent(worstShare)} (${what})`
  return { difference, wrong, told }
}

const percent = (share: number): string => `${(share * 100).toFixed(3)} %`

/** Waits until the page has the zoom. */
async function zoomTo(driven: Driven, page: Page, { zoom, dpr }: TruthPage): Promise<void> {
  const popup = await openPopup(driven, page)
  await popup.evaluate(zoomFrontTab, zoom)
  await popup.close()
  await page.waitFor(`Math.abs(devicePixelRatio - ${zoom * dpr}) < 0.02`)
}
