/**
 * A copy of a picture in which parts are covered. The covered pixels are
 * replaced before anything is encoded, and the PNG is written anew from pixels
 * alone: nothing of what was under them, and nothing else of the file, is in it.
 */
import { type Bytes } from "../core/bytes.ts"
import { EvidenceError } from "../core/errors.ts"
import { type Area } from "../core/marks.ts"
import { bandsOf, cover, isSame } from "../core/picture/paint.ts"
import { decode } from "./page-canvas.ts"

/** Rows that are worked on at a time: a whole tall picture would be in memory four times over. */
const ROWS = 512

/**
 * Throws `picture/not-covered` where the browser's canvas cannot hold the
 * picture, or does not keep what is drawn: a copy that is blank, cut or not
 * covered is never answered with.
 */
export async function redactPicture(original: Bytes, boxes: readonly Area[]): Promise<Bytes> {
  try {
    return await makeCopy(original, boxes)
  } catch (thrown) {
    if (thrown instanceof EvidenceError) throw thrown
    throw notCovered(String(thrown), thrown)
  }
}

async function makeCopy(original: Bytes, boxes: readonly Area[]): Promise<Bytes> {
  checkCanvas()
  const bitmap = await decode(original)
  try {
    const { width, height } = bitmap
    const canvas = new OffscreenCanvas(width, height)
    const context = contextOf(canvas)
    for (const { top, rows } of bandsOf(height, ROWS)) {
      const pixels = readBand(bitmap, top, rows)
      cover({ pixels, width, top }, boxes)
      context.putImageData(new ImageData(new Uint8ClampedArray(pixels.buffer), width, rows), 0, top)
    }
    const blob = await canvas.convertToBlob({ type: "image/png" })
    const copy = new Uint8Array(await blob.arrayBuffer())
    await checkCopy(copy, bitmap, boxes)
    return copy
  } finally {
    bitmap.close()
  }
}

/** What the file holds, decoded again: covered where it is to be, and the original everywhere else. */
async function checkCopy(copy: Bytes, original: ImageBitmap, boxes: readonly Area[]): Promise<void> {
  const bitmap = await decode(copy)
  try {
    const { width, height } = original
    if (bitmap.width !== width || bitmap.height !== height) throw notCovered("another size")
    for (const { top, rows } of bandsOf(height, ROWS)) {
      const wanted = readBand(original, top, rows)
      cover({ pixels: wanted, width, top }, boxes)
      if (!isSame(readBand(bitmap, top, rows), wanted)) throw notCovered(`row ${String(top)} or after`)
    }
  } finally {
    bitmap.close()
  }
}

function readBand(bitmap: ImageBitmap, top: number, rows: number): Uint32Array<ArrayBuffer> {
  const { width } = bitmap
  const context = contextOf(new OffscreenCanvas(width, rows))
  context.drawImage(bitmap, 0, top, width, rows, 0, 0, width, rows)
  return new Uint32Array(context.getImageData(0, 0, width, rows).data.buffer)
}

const PROBE = Uint32Array.of(0xff123456, 0xff654321, 0xffffffff, 0xff000000)

/** A browser that guards against fingerprinting gives something else than was drawn, the same for every picture. */
function checkCanvas(): void {
  const context = contextOf(new OffscreenCanvas(PROBE.length, 1))
  const data = new Uint8ClampedArray(PROBE.slice().buffer)
  context.putImageData(new ImageData(data, PROBE.length, 1), 0, 0)
  const read = new Uint32Array(context.getImageData(0, 0, PROBE.length, 1).data.buffer)
  if (!isSame(read, PROBE)) throw notCovered("the canvas does not keep what is drawn")
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext("2d", { alpha: false, willReadFrequently: true })
  if (context === null) {
    throw notCovered(`no canvas of ${String(canvas.width)}×${String(canvas.height)}`)
  }
  return context
}

const notCovered = (what: string, cause?: unknown): EvidenceError =>
  new EvidenceError("picture/not-covered", what, { cause })
