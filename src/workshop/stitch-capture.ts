/** Stitched pages, drawn from the raw frames. Derived views: the frames are the evidence. */
import { type Bytes } from "../core/bytes.ts"
import { EvidenceError } from "../core/errors.ts"
import { type Gap } from "../core/evidence.ts"
import { readPngSize } from "../core/png.ts"
import { readAhead } from "../core/read-ahead.ts"
import {
  type PagePlan,
  type PlacedFrame,
  planBoxes,
  planStitch,
  type Seam,
  type Slice,
  type StitchPlan,
} from "../core/stitch.ts"
import { now } from "../platform/clock.ts"
import { type StitchResult } from "../protocol.ts"
import { readBack, storeBytes } from "../vault/blobs.ts"
import { artifactsOf } from "../vault/read.ts"
import { type Vault } from "../vault/schema.ts"
import { pixels, seamMatches } from "./seam.ts"

/** Throws `capture/stitch-mismatch` when the browser's canvas or encoder lost rows: they do so without an error. */
export async function stitchCapture(vault: Vault, captureId: string): Promise<StitchResult> {
  const files = await artifactsOf(vault, captureId)
  const frames = files.flatMap(({ path, place }): PlacedFrame[] => (place ? [{ ...place, path }] : []))
  const whole = planStitch(frames)
  if (whole === null) throw new EvidenceError("vault/missing", "no frames to stitch")

  const hashes = new Map(files.map(({ path, sha256 }) => [path, sha256]))
  const decode: Decode = async path => {
    const hash = hashes.get(path)
    if (hash === undefined) throw new EvidenceError("vault/missing", path)
    const bytes = await readBack(vault, hash)
    return createImageBitmap(new Blob([bytes], { type: "image/png" }), EXACT)
  }
  const pages: Stitched[] = []
  const gaps: Gap[] = []
  const draw = async (plan: StitchPlan, box: number | null) => {
    const drawn = await drawPlan(vault, plan, decode, box, pages.length)
    pages.push(...drawn.pages)
    gaps.push(...drawn.gaps)
  }
  await draw(whole, null)
  for (const [box, plan] of planBoxes(frames)) await draw(plan, box)
  return { pages, gaps }
}

type Decode = (path: string) => Promise<ImageBitmap>
type Stitched = StitchResult["pages"][number]

// Pixels as they are in the file: no colour management, no alpha arithmetic.
const EXACT: ImageBitmapOptions = { colorSpaceConversion: "none", premultiplyAlpha: "none" }

/** Draws and stores the pictures of one plan; `before` are already there. */
async function drawPlan(
  vault: Vault,
  plan: StitchPlan,
  decode: Decode,
  box: number | null,
  before: number,
): Promise<{ readonly pages: readonly Stitched[]; readonly gaps: readonly Gap[] }> {
  const of = box === null ? "" : `${String(box)}: `
  const gaps = plan.holes.map(([from, to]): Gap => ({
    what: box === null ? "frames" : "inner-scroller",
    reason: "not-reached",
    count: box === null ? to - from : null,
    where: `${of}y ${String(from)}–${String(to)}`,
  }))
  const seams = new Map(plan.seams.map(seam => [seam.lower.path, seam]))
  const pages: Stitched[] = []
  for (const [index, page] of plan.pages.entries()) {
    const { bytes, torn } = await drawPage(page, decode, seams)
    for (const seam of torn) gaps.push(tornSeam(seam))
    const at = now()
    const path = `page-${String(before + index + 1)}.png`
    const sha256 = await storeBytes(vault, bytes, "image/png", at)
    const from = page.slices.map(slice => slice.path)
    const { y, height } = page
    pages.push({
      path,
      sha256,
      from,
      y,
      height,
      bytes: bytes.length,
      at,
      ...(box === null ? {} : { box }),
    })
  }
  return { pages, gaps }
}

const tornSeam = ({ upper, lower, y, rows }: Seam): Gap => ({
  what: "seam",
  reason: "moved",
  count: 1,
  where: `${upper.path} / ${lower.path}, y ${String(y)}–${String(y + rows)}`,
})

async function drawPage(
  page: PagePlan,
  decode: Decode,
  seams: ReadonlyMap<string, Seam>,
): Promise<{ readonly bytes: Bytes; readonly torn: readonly Seam[] }> {
  const canvas = new OffscreenCanvas(page.width, page.height)
  // Read back often means kept in memory: the limits of a graphics card do not apply.
  const context = canvas.getContext("2d", { alpha: false, willReadFrequently: true })
  if (context === null) throw new EvidenceError("capture/stitch-mismatch", "no canvas of that size")
  const torn: Seam[] = []
  let above: { readonly path: string; readonly bitmap: ImageBitmap } | null = null
  const decoded = async (slice: Slice) => ({ slice, bitmap: await decode(slice.path) })
  for await (const { slice, bitmap } of readAhead(page.slices, aheadOf(page), decoded)) {
    const seam = seams.get(slice.path)
    if (seam && above?.path === seam.upper.path && !seamMatches(above.bitmap, bitmap, seam)) torn.push(seam)
    const { left, top, width, height } = slice
    context.drawImage(bitmap, left, top, width, height, 0, slice.y - page.y, width, height)
    checkDrawn(context, bitmap, slice, page)
    above?.bitmap.close()
    above = { path: slice.path, bitmap }
  }
  above?.bitmap.close()
  const blob = await canvas.convertToBlob({ type: "image/png" })
  const bytes = new Uint8Array(await blob.arrayBuffer())
  const { width, height } = readPngSize(bytes)
  if (width !== page.width || height !== page.height) {
    throw new EvidenceError(
      "capture/stitch-mismatch",
      `${String(width)}×${String(height)}, not ${sizeOf(page)}`,
    )
  }
  return { bytes, torn }
}

/** Pixels that may lie decoded and wait for their turn, and slices at the most: more keeps no core busier. */
const WAITING_PIXELS = 16_000_000
const MOST_WAITING = 3

const aheadOf = ({ slices }: PagePlan): number => {
  const largest = Math.max(...slices.map(({ width, height }) => width * height))
  return Math.min(MOST_WAITING, Math.floor(WAITING_PIXELS / largest))
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
