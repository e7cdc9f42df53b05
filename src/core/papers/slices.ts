/** How a tall picture is printed: in parts of a page's height that overlap, so that no line of text is lost between two. */
import type { Area } from "../marks.ts"

export interface PictureSlice {
  /** Of the picture, in its pixels. */
  readonly y: number
  readonly height: number
}

/** Of a part's height, which the next one shows again. */
const OVERLAP = 0.05

/** From the top down; the last one ends with the picture. `tallest` is the height of a part, in pixels of the picture. */
export function slicesOf(height: number, tallest: number): PictureSlice[] {
  if (height <= tallest) return [{ y: 0, height }]
  const part = Math.max(1, Math.floor(tallest))
  const step = Math.max(1, part - Math.ceil(part * OVERLAP))
  const slices: PictureSlice[] = []
  for (let y = 0; ; y += step) {
    slices.push({ y, height: Math.min(part, height - y) })
    if (y + part >= height) return slices
  }
}

/** What of the areas a part shows, from the part's own upper edge. */
export function areasIn({ y: top, height: rows }: PictureSlice, areas: readonly Area[]): Area[] {
  return areas.flatMap(({ x, y, width, height }) => {
    const from = Math.max(y, top)
    const to = Math.min(y + height, top + rows)
    return to <= from ? [] : [{ x, y: from - top, width, height: to - from }]
  })
}
