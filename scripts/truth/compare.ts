/** Pixels of the stitched pages against pixels of the truth. Device pixels throughout. */
import { PNG } from "pngjs"

/** A stitched picture and the row of the page that is its first. */
export interface Part {
  readonly y: number
  readonly png: Buffer
}

export interface Difference {
  readonly truth: { readonly width: number; readonly height: number }
  /** As far down and across as the stitched pages reach. */
  readonly found: { readonly width: number; readonly height: number }
  /** Of all pixels of the truth, the share that differs, or is not there. */
  readonly share: number
  /** The row with the largest share of its own, and that share. */
  readonly worstRow: number
  readonly worstShare: number
  /** Rows of which more than {@link ROW_SHARE} differs. */
  readonly rows: number
}

/** Single letters that are rounded otherwise fill less of a row. */
const ROW_SHARE = 0.2

/**
 * Steps of 255 in any channel that are no difference: edges of letters and
 * gradients are rounded anew at every place that a page is scrolled to.
 */
export const SHADE = 24

/** A page tells its height in whole CSS pixels: where its last row of device pixels is cut through, it may stand in one of both. */
export const CUT_ROWS = 1

export function compare(truthPng: Buffer, parts: readonly Part[]): Difference {
  const truth = PNG.sync.read(truthPng)
  const differing = new Uint32Array(truth.height).fill(truth.width)
  const found = { width: 0, height: 0 }
  for (const { y, png } of parts) {
    const part = PNG.sync.read(png)
    found.width = Math.max(found.width, part.width)
    found.height = Math.max(found.height, y + part.height)
    for (let row = 0; row < part.height && y + row < truth.height; row++) {
      differing[y + row] = rowDifference(truth, y + row, part, row)
    }
  }
  const isCut = Math.abs(truth.height - found.height) <= CUT_ROWS
  const counted = differing.subarray(0, isCut ? Math.min(truth.height, found.height) : truth.height)
  const worst = counted.reduce((most, count, row) => (count > (counted[most] ?? 0) ? row : most), 0)
  const { width, height } = truth
  return {
    truth: { width, height },
    found,
    share: counted.reduce((sum, count) => sum + count, 0) / (width * height),
    worstRow: worst,
    worstShare: (counted[worst] ?? 0) / width,
    rows: counted.filter(count => count > width * ROW_SHARE).length,
  }
}

function rowDifference(truth: PNG, truthRow: number, part: PNG, partRow: number): number {
  const across = Math.min(truth.width, part.width)
  let count = truth.width - across
  for (let x = 0; x < across; x++) {
    const a = (truthRow * truth.width + x) * 4
    const b = (partRow * part.width + x) * 4
    for (let channel = 0; channel < 3; channel++) {
      if (Math.abs((truth.data[a + channel] ?? 0) - (part.data[b + channel] ?? 0)) > SHADE) {
        count += 1
        break
      }
    }
  }
  return count
}
