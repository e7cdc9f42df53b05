/** One random page: captured by the popup, and held against the browser's own picture of it. */
import { capture } from "../browsers/use-popup.ts"
import { type Driven, openPopup, type Page } from "../browsers/driver.ts"
import { compare, CUT_ROWS, type Difference } from "./compare.ts"
import { type GroundTruth } from "./ground.ts"
import { type TruthPage } from "./page.ts"
import { stitchedParts } from "./stitched.ts"
import { zoomFrontTab } from "./zoom.ts"

/**
 * What may differ. Letters are drawn anew at every place that a page is scrolled
 * to, and a line between two device pixels is rounded to the one or the other
 * (the borders of a table in Firefox, by where its tile begins). A row of the
 * page that is missing, or there twice, moves all that stand below it.
 */
export const TOLERANCE = { share: 0.002, rows: 4 }

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
  const { truth, found, share, worstRow, worstShare, rows } = difference
  const size = (of: { readonly width: number; readonly height: number }) => `${of.width}×${of.height}`
  const wrong = gaps.map(gap => `a gap is stated: ${gap}`)
  const isCut = truth.width === found.width && Math.abs(truth.height - found.height) <= CUT_ROWS
  if (!isCut) wrong.push(`${size(found)} stitched, and ${size(truth)} in truth`)
  if (share > TOLERANCE.share) wrong.push(`${percent(share)} of the pixels differ`)
  if (rows > TOLERANCE.rows) wrong.push(`${rows} rows differ, most of all row ${worstRow}`)
  const told = `seed ${seed}: ${size(truth)}, ${percent(share)} differ, worst row ${worstRow}: ${percent(worstShare)}, rows of which much differs: ${rows} (${what})`
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
