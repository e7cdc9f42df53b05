/** The canvas that a stitched page is drawn on, and what must be watched about it. */
import { type Bytes } from "../core/bytes.ts"
import { EvidenceError } from "../core/errors.ts"
import { readPngSize } from "../core/png.ts"
import { type PagePlan, type Slice } from "../core/stitch.ts"
import { pixels } from "./seam.ts"

// Pixels as they are in the file: no colour management, no alpha arithmetic.
const EXACT: ImageBitmapOptions = { colorSpaceConversion: "none", premultiplyAlpha: "none" }

export const decode = (bytes: Bytes): Promise<ImageBitmap> =>
  createImageBitmap(new Blob([bytes], { type: "image/png" }), EXACT)

/** Whether a PNG has the size of a page. */
export function isOfSize(bytes: Bytes, page: PagePlan): boolean {
  const { width, height } = readPngSize(bytes)
  return width === page.width && height === page.height
}

/** Both throw `capture/stitch-mismatch` when the browser's canvas or encoder lost rows: they do so without an error. */
export interface PageCanvas {
  readonly draw: (bitmap: ImageBitmap, slice: Slice) => void
  /** What was drawn, as a PNG. */
  readonly encode: () => Promise<Bytes>
}

export function makePageCanvas(page: PagePlan): PageCanvas {
  const canvas = new OffscreenCanvas(page.width, page.height)
  // Read back often means kept in memory: the limits of a graphics card do not apply.
  const context = canvas.getContext("2d", { alpha: false, willReadFrequently: true })
  if (context === null) throw new EvidenceError("capture/stitch-mismatch", "no canvas of that size")
  return {
    draw(bitmap, slice) {
      const { left, top, width, height, y } = slice
      context.drawImage(bitmap, left, top, width, height, 0, y - page.y, width, height)
      checkDrawn(context, bitmap, slice, page)
    },
    async encode() {
      const blob = await canvas.convertToBlob({ type: "image/png" })
      // Given back at once: until the collector came, the next page's lay beside it, 84 MB each.
      canvas.width = 0
      canvas.height = 0
      const bytes = new Uint8Array(await blob.arrayBuffer())
      if (isOfSize(bytes, page)) return bytes
      throw new EvidenceError("capture/stitch-mismatch", `the PNG is not ${sizeOf(page)}`)
    },
  }
}

/** A canvas over its limits takes a drawing without an error and keeps nothing: compare the last row that was drawn. */
function checkDrawn(
  context: OffscreenCanvasRenderingContext2D,
  bitmap: ImageBitmap,
  { path, left, top, width, height, y: first }: Slice,
  page: PagePlan,
): void {
  const y = Math.min(first + height, page.y + page.height) - 1
  const drawn = new Uint32Array(context.getImageData(0, y - page.y, width, 1).data.buffer)
  const wanted = pixels(bitmap, left, top + y - first, width, 1)
  if (drawn.every((pixel, x) => pixel === wanted[x])) return
  throw new EvidenceError(
    "capture/stitch-mismatch",
    `${path} was not drawn at y ${String(y)} of ${sizeOf(page)}`,
  )
}

const sizeOf = ({ width, height }: PagePlan): string => `${String(width)}×${String(height)}`
