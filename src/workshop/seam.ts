/** Rows of pixels against rows of pixels: where frames overlap, and whether a canvas kept what was drawn. */
import { EvidenceError } from "../core/errors.ts"
import { type Seam } from "../core/stitch.ts"

/** Share of pixels that may differ: a caret, a small animation. More means that content moved. */
const TOLERATED = 0.02
/** Steps of 255 by which a colour may differ: gradients are rounded anew at every scroll position. */
const SHADE = 6
/** So many rows are compared at a time: what differs in one part is not lost in the length of the whole. */
const PART_ROWS = 128

/** Whether all rows of a seam are the same in both of its pictures. */
export function seamMatches(upper: ImageBitmap, lower: ImageBitmap, seam: Seam): boolean {
  const width = Math.min(seam.upper.width, seam.lower.width)
  const above = seam.upper.top + seam.y - seam.upper.y
  for (let from = 0; from < seam.rows; from += PART_ROWS) {
    const rows = Math.min(seam.rows - from, PART_ROWS)
    const a = pixels(upper, seam.upper.left, above + from, width, rows)
    const b = pixels(lower, seam.lower.left, seam.lower.top + from, width, rows)
    if (!isAlike(a, b)) return false
  }
  return true
}

function isAlike(a: Uint32Array, b: Uint32Array): boolean {
  let different = 0
  for (let at = 0; at < a.length; at++) if (isOther(a[at] ?? 0, b[at] ?? 0)) different += 1
  return different <= a.length * TOLERATED
}

/** Whether two pixels differ by more than a shade in any channel. */
function isOther(a: number, b: number): boolean {
  if (a === b) return false
  for (const shift of [0, 8, 16]) {
    if (Math.abs(((a >>> shift) & 255) - ((b >>> shift) & 255)) > SHADE) return true
  }
  return false
}

/** One 32-bit word a pixel, of a rectangle of the picture. */
export function pixels(bitmap: ImageBitmap, x: number, y: number, width: number, rows: number): Uint32Array {
  const context = new OffscreenCanvas(width, rows).getContext("2d", {
    alpha: false,
    willReadFrequently: true,
  })
  if (context === null) throw new EvidenceError("capture/stitch-mismatch", "no canvas for a seam")
  // By the part alone: Firefox converts all that it is given to draw, a page of 16,384 rows in 100 ms.
  context.drawImage(bitmap, x, y, width, rows, 0, 0, width, rows)
  return new Uint32Array(context.getImageData(0, 0, width, rows).data.buffer)
}
