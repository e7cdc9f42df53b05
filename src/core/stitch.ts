/**
 * The geometry of stitched pages: which rows come from which frame. Numbers
 * only; device pixels of the page throughout, or of the content of a box.
 */
import { type FramePlace } from "./frames.ts"

/** Taller or larger pictures fail without an error in browsers' canvases (capture.md §2, 11). */
const MOST_ROWS = 16_384
const MOST_PIXELS = 200_000_000

export interface PlacedFrame extends FramePlace {
  readonly path: string
}

/** The part of a frame that is drawn (`left`, `top`, `width`, `height` in the frame) and the row that it begins at. */
export interface Slice {
  readonly path: string
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly y: number
}

export interface PagePlan {
  readonly y: number
  readonly width: number
  readonly height: number
  readonly slices: readonly Slice[]
}

/** Two slices, and the rows that both show from the first of the lower one. */
export interface Seam {
  readonly upper: Slice
  readonly lower: Slice
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
 * Plans the stitched pages of the page itself, of its last pass. Frames may come
 * in any order; later ones of the page are drawn over earlier ones. Null when
 * there are none.
 */
export function planStitch(all: readonly PlacedFrame[]): StitchPlan | null {
  const own = all.filter(({ box }) => box === undefined)
  const lastPass = Math.max(0, ...own.map(frame => frame.pass))
  if (lastPass === 0) return null
  return planSlices(
    own
      .filter(frame => frame.pass === lastPass)
      .sort((a, b) => a.y - b.y)
      .reduce<Slice[]>((above, frame) => [...above, sliceBelow(above, frame)], []),
  )
}

/** CSS pixels that frames of the page share where nothing keeps them from it, and that are compared. */
export const OVERLAP = 8

/**
 * What a frame shows of the page. The last one of a page shares more than the others with the one before, for it cannot
 * be scrolled further: those rows are the one's before. It has what is fixed in its place, where the page was
 * photographed with it, and the last one has it hidden.
 */
function sliceBelow(above: readonly Slice[], { path, usedWidth, usedHeight, y, dpr }: PlacedFrame): Slice {
  const end = Math.max(0, ...above.map(slice => slice.y + slice.height))
  const shared = Math.round(OVERLAP * dpr)
  const isLongSeam = y + usedHeight > end && end - y > 2 * shared
  const top = isLongSeam ? end - shared - y : 0
  return { path, left: 0, top, width: usedWidth, height: usedHeight - top, y: y + top }
}

/** The same for each box of the page that was scrolled by itself, by its number, in order. */
export function planBoxes(all: readonly PlacedFrame[]): (readonly [box: number, plan: StitchPlan])[] {
  const slices = new Map<number, Slice[]>()
  for (const { path, box: part } of all) {
    if (part === undefined) continue
    const { box, ...slice } = part
    slices.set(box, [...(slices.get(box) ?? []), { path, ...slice }])
  }
  return Array.from(slices)
    .sort(([a], [b]) => a - b)
    .flatMap(([box, parts]) => {
      const planned = planSlices(parts)
      return planned === null ? [] : [[box, planned] as const]
    })
}

/** Puts slices together by the rows that they begin at, in any order. Null when there are none. */
export function planSlices(unsorted: readonly Slice[]): StitchPlan | null {
  const slices = [...unsorted].sort((a, b) => a.y - b.y)
  const [first] = slices
  if (first === undefined) return null

  const seams: Seam[] = []
  const holes: [number, number][] = []
  let end = first.y
  if (first.y > 0) holes.push([0, first.y])
  let upper: Slice | null = null
  for (const lower of slices) {
    if (upper && lower.y > end) holes.push([end, lower.y])
    const reach = lower.y + lower.height
    if (upper && lower.y < end) {
      seams.push({ upper, lower, y: lower.y, rows: Math.min(end, reach) - lower.y })
    }
    // The slice that reaches farthest is the one whose rows the next shares. It shows each row that any slice
    // before it shares with the next: what is the same along the seams is the same in every two slices.
    if (upper === null || reach > end) upper = lower
    end = Math.max(end, reach)
  }
  const width = Math.max(...slices.map(slice => slice.width))
  return { pages: split(slices, width, end), seams, holes }
}

/** A seam in words, for the gap that says that its two frames do not fit. */
export const whereOfSeam = ({ upper, lower, y, rows }: Seam): string =>
  `${upper.path} / ${lower.path}, y ${String(y)}–${String(y + rows)}`

/** The paths of the two frames of {@link whereOfSeam}; none for other words. */
export function framesOfSeam(where: string): readonly string[] {
  const found = /^(frames\/\d+\.png) \/ (frames\/\d+\.png), y /.exec(where)
  return found === null ? [] : found.slice(1)
}

/** Pages of this width, in device pixels, begin at multiples of so many rows. */
export const rowsOfPage = (width: number): number =>
  Math.max(1, Math.min(MOST_ROWS, Math.floor(MOST_PIXELS / width)))

/** The slice that shows a whole page and nothing else of it, where there is one. */
export const wholeSlice = ({ y, width, height, slices }: PagePlan): Slice | null =>
  slices.find(slice => slice.y === y && slice.height === height && slice.width === width) ?? null

function split(slices: readonly Slice[], width: number, end: number): PagePlan[] {
  const rows = rowsOfPage(width)
  const pages: PagePlan[] = []
  for (let y = 0; y < end; y += rows) {
    const height = Math.min(rows, end - y)
    const shown = slices.filter(slice => slice.y < y + height && slice.y + slice.height > y)
    // A page may jump far ahead: what no frame shows is a hole, and no reason to draw thousands of empty pictures.
    if (shown.length > 0) pages.push({ y, width, height, slices: shown })
  }
  return pages
}
