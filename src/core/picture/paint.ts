/** Covering pixels, and seeing that they are covered and no others are changed. One 32-bit word a pixel, as a canvas gives them. */
import { type Area } from "../marks.ts"

/** Opaque black: alpha is the highest byte on every machine that a browser runs on. */
export const COVERED = 0xff000000

/** Some whole rows of a picture. */
export interface Band {
  readonly pixels: Uint32Array
  readonly width: number
  /** The row of the picture that is its first. */
  readonly top: number
}

/** Puts {@link COVERED} in place of every pixel of the band that lies in one of the boxes. Changes the band itself. */
export function cover({ pixels, width, top }: Band, boxes: readonly Area[]): void {
  const rows = pixels.length / width
  for (const box of boxes) {
    const from = Math.max(box.y, top)
    const to = Math.min(box.y + box.height, top + rows)
    const right = Math.min(box.x + box.width, width)
    for (let y = from; y < to; y += 1) {
      pixels.fill(COVERED, (y - top) * width + box.x, (y - top) * width + right)
    }
  }
}

/** Whether two bands are the same to the last pixel. */
export const isSame = (a: Uint32Array, b: Uint32Array): boolean =>
  a.length === b.length && a.every((pixel, at) => pixel === b[at])

/** The bands of a picture, each of `rows` rows but the last: a canvas takes no whole tall picture. */
export function bandsOf(
  height: number,
  rows: number,
): readonly { readonly top: number; readonly rows: number }[] {
  return Array.from({ length: Math.ceil(height / rows) }, (_, index) => ({
    top: index * rows,
    rows: Math.min(rows, height - index * rows),
  }))
}
