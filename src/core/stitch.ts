/**
 * The geometry of stitched pages: which rows come from which frame. Numbers
 * only; device pixels of the page throughout.
 */
import { type FramePlace } from "./evidence.ts"

/** Taller or larger pictures fail without an error in browsers' canvases (capture.md §2, 11). */
const MOST_ROWS = 16_384
const MOST_PIXELS = 200_000_000

export interface PlacedFrame extends FramePlace {
  readonly path: string
}

export interface PagePlan {
  readonly y: number
  readonly width: number
  readonly height: number
  readonly frames: readonly PlacedFrame[]
}

/** Two neighbouring frames and the rows that both show. */
export interface Seam {
  readonly upper: PlacedFrame
  readonly lower: PlacedFrame
  readonly y: number
  readonly rows: number
}

export interface StitchPlan {
  readonly pages: readonly PagePlan[]
  readonly seams: readonly Seam[]
  /** Rows that no frame shows, as [from, to). */
  readonly holes: readonly (readonly [number, number])[]
}

/**
 * Plans the stitched pages of one pass. Frames may come in any order; later
 * ones of the page are drawn over earlier ones. Null when there are none.
 */
export function planStitch(all: readonly PlacedFrame[]): StitchPlan | null {
  const lastPass = Math.max(0, ...all.map(frame => frame.pass))
  const frames = all.filter(frame => frame.pass === lastPass && lastPass > 0).sort((a, b) => a.y - b.y)
  const [first] = frames
  if (first === undefined) return null

  const seams: Seam[] = []
  const holes: [number, number][] = []
  let end = first.y
  if (first.y > 0) holes.push([0, first.y])
  let upper: PlacedFrame | null = null
  for (const lower of frames) {
    if (upper && lower.y > end) holes.push([end, lower.y])
    if (upper && lower.y < end) seams.push({ upper, lower, y: lower.y, rows: end - lower.y })
    // The frame that reaches farthest is the one whose rows the next shares.
    const reach = lower.y + lower.usedHeight
    if (upper === null || reach > end) upper = lower
    end = Math.max(end, reach)
  }
  const width = Math.max(...frames.map(frame => frame.usedWidth))
  return { pages: split(frames, width, end), seams, holes }
}

function split(frames: readonly PlacedFrame[], width: number, end: number): PagePlan[] {
  const rows = Math.max(1, Math.min(MOST_ROWS, Math.floor(MOST_PIXELS / width)))
  const pages: PagePlan[] = []
  for (let y = 0; y < end; y += rows) {
    const height = Math.min(rows, end - y)
    const shown = frames.filter(frame => frame.y < y + height && frame.y + frame.usedHeight > y)
    // A page may jump far ahead: what no frame shows is a hole, and no reason to draw thousands of empty pictures.
    if (shown.length > 0) pages.push({ y, width, height, frames: shown })
  }
  return pages
}
