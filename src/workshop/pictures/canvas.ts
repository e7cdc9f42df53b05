/** What only a browser can draw of a paper: parts of pictures, and letters that the font lacks. */
import { type Bytes } from "../../core/bytes.ts"
// Types alone: a bare import would bring the whole of PDFKit in.
import type { DrawUnit } from "../report/face.ts"
import type { OpenPicture } from "../report/picture.ts"

/** Of 1: the smallest letters of a screen are legible on paper with it, in half the room of 0.85. The untouched picture lies in the bundle. */
const QUALITY = 0.6

/** Null where it is none that the browser can read as a picture. */
export async function openPicture(file: Blob): Promise<OpenPicture | null> {
  const bitmap = await decoded(file)
  if (bitmap === null) return null
  const { width, height } = bitmap
  return {
    width,
    height,
    async part({ y, height: rows }, across) {
      const down = Math.max(1, Math.round((rows * across) / width))
      const { canvas, context } = blank(across, down)
      context.imageSmoothingQuality = "high"
      context.drawImage(bitmap, 0, y, width, rows, 0, 0, across, down)
      return bytesOf(await canvas.convertToBlob({ type: "image/jpeg", quality: QUALITY }))
    },
    close: () => {
      bitmap.close()
    },
  }
}

/** Only a file that is no picture is to be expected; the paper says that it could not be read. */
async function decoded(file: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file)
  } catch (thrown) {
    if (thrown instanceof DOMException) return null
    throw thrown
  }
}

/** Pixels an em. */
const EM = 96
const ABOVE = 1
const BELOW = 0.35
const FAMILIES = `${String(EM)}px "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif`

/** In the fonts of this computer, of which one has most letters. */
export const drawUnit: DrawUnit = async unit => {
  const measuring = blank(1, 1).context
  measuring.font = FAMILIES
  const width = Math.max(1, Math.ceil(measuring.measureText(unit).width))
  const { canvas, context } = blank(width, Math.ceil((ABOVE + BELOW) * EM))
  context.font = FAMILIES
  context.fillStyle = "#1a1a1a"
  context.textBaseline = "alphabetic"
  context.fillText(unit, 0, ABOVE * EM)
  const picture = await bytesOf(await canvas.convertToBlob({ type: "image/jpeg", quality: 0.92 }))
  return { picture, width: width / EM, above: ABOVE, below: BELOW }
}

/** White all over, as paper is. */
function blank(width: number, height: number) {
  const canvas = new OffscreenCanvas(width, height)
  // What is drawn is read at once: in the graphics card's memory it would only travel there and back.
  const context = canvas.getContext("2d", { alpha: false, willReadFrequently: true })
  if (context === null) throw new TypeError("no canvas")
  context.fillStyle = "#ffffff"
  context.fillRect(0, 0, width, height)
  return { canvas, context }
}

const bytesOf = async (blob: Blob): Promise<Bytes> => new Uint8Array(await blob.arrayBuffer())
