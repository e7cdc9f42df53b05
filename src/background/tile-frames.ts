/**
 * The whole page in raw frames, by rectangles (Firefox): the browser paints any
 * part of the page, so nothing scrolls between them. Before, the page is gone
 * through once, so that what loads only when seen is there.
 *
 * A tile ends where a stitched page ends, and so is one by itself. Tiles share
 * no rows: a low strip across their border, a frame like any other, shares some
 * with both.
 */
import { EvidenceError } from "../core/errors.ts"
import { type FramePlace } from "../core/frames.ts"
import { type Limit, limitWhere } from "../core/limit.ts"
import { type PageStop } from "../core/page-facts.ts"
import { OVERLAP, rowsOfPage } from "../core/stitch.ts"
import { type Rect, shootRect } from "../platform/screenshot.ts"
import { readZoom } from "../platform/tabs.ts"
import { type FrameShot } from "../protocol.ts"
import { keepPicture } from "../workshop/take-frame.ts"
import { isGrowing, limitAt } from "./bounds.ts"
import {
  arriveAt,
  frameAt,
  isResized,
  itemsShown,
  type Keep,
  keepBehind,
  moveTo,
  type Stage,
  tellCovered,
  WHOLE_PAGE,
} from "./frame-loop.ts"
import { growsOn, isLonger } from "./growth.ts"

/** Device pixels: a rectangle beyond the browser's limits fails, or comes back blank, and a large one fills the memory. */
const TILE_PIXELS = 50_000_000
const MOST_SCREENS = 400

/** What was found out about a page before its tiles are taken. */
export interface Through {
  /** It shows only what is in the window, or a list takes rows away that are out of sight: tiles would show the room of the rest empty. */
  readonly byPlace: boolean
  /** CSS pixels from the top, where a limit ended it; null where it has an end. */
  readonly end: number | null
}

/**
 * Scrolls through the page and back, so that lazy content is loaded; goes once
 * more to where pictures were still on their way, and to what came below its
 * end meanwhile. Notes as a gap where it ended before the page did; the page
 * counts the pictures that did not come.
 */
export async function scrollThrough(stage: Stage): Promise<Through> {
  const { run } = stage
  await stage.page("prepare", null)
  let firstHeight = 0
  let last = -1
  let ended: { readonly limit: Limit; readonly at: number } | null = null
  const late: number[] = []
  for (let screens = 1, y = 0; ; screens++) {
    let stop = await passBy(stage, y)
    // What a script puts in once the end is near comes after this look, and no next stop waits for it.
    if (isAtEnd(stop)) stop = await passBy(stage, stop.scrollY)
    if (stop.recycles) return { byPlace: true, end: null }
    if (screens === 1) firstHeight = stop.documentHeight
    if (stop.waitingPictures > 0) late.push(stop.scrollY)
    if (isAtEnd(stop) && !(await growsOn(stage, stop, firstHeight))) {
      // What was asked for at the end may come while the page goes back up.
      const { documentHeight } = await passBy(stage, 0)
      if (!isLonger(documentHeight, stop.documentHeight)) break
    }
    if (stop.scrollY <= last) {
      run.gap({ what: "frames", reason: "not-reached", count: null, where: "before the screenshots" })
      break
    }
    const growing = isGrowing(stop.documentHeight, firstHeight)
    const items = await itemsShown(stage, growing, WHOLE_PAGE)
    const limit = limitAt(stage.bounds, { screens, mostScreens: MOST_SCREENS, isGrowing: growing, items })
    if (limit !== null) {
      ended = { limit, at: Math.ceil(stop.scrollY + stop.clientHeight) }
      break
    }
    last = stop.scrollY
    y = stop.scrollY + stop.clientHeight
  }
  for (const y of late) if (stage.bounds.overTime() === null) await passBy(stage, y)
  const { gone } = await passBy(stage, 0)
  if (gone > 0)
    run.note(stage.step, "content is not seen from the top of the page: scrolled instead", { gone })
  if (ended !== null)
    run.gap({ what: "frames", reason: "limit", count: null, where: limitWhere(ended.limit) })
  return { byPlace: gone > 0, end: ended?.at ?? null }
}

const isAtEnd = ({ scrollY, clientHeight, documentHeight }: PageStop): boolean =>
  scrollY + clientHeight >= documentHeight - 1

async function passBy(stage: Stage, y: number): Promise<PageStop> {
  stage.run.signal.throwIfAborted()
  return arriveAt(stage, () => moveTo(stage, y, { hideFixed: false, forScreen: false }))
}

/**
 * Takes the tiles, down to `end` in CSS pixels, or to the page's own; throws
 * what ends them before. Answers with the greatest height that the page had.
 */
export function tileFrames(stage: Stage, firstIndex: number, end = Infinity): Promise<number> {
  return keepBehind(stage, keep => takeTiles(stage, keep, firstIndex, end))
}

async function takeTiles(stage: Stage, keep: Keep, firstIndex: number, end: number): Promise<number> {
  const { run } = stage
  let index = firstIndex
  let top = 0
  let isStrip = false
  let first: PageStop | null = null
  let last: PageStop | null = null
  let height = 0
  const standing = new Set<string>()
  for (;;) {
    run.signal.throwIfAborted()
    let rect: Rect = { x: 0, y: 0, width: 1, height: 1 }
    const { stop, shot, movedSince } = await frameAt(
      stage,
      // From the second tile on, what stays in the viewport is hidden: it stands in the first.
      () => moveTo(stage, 0, { hideFixed: first !== null, forScreen: false }),
      async place => {
        rect = isStrip
          ? stripAt(place, top)
          : tileAt(place, { top, end: endIn(place, end), isFirst: first === null })
        return shootTile(stage, place, rect)
      },
    )
    if (last && (isResized(last, stop) || last.documentHeight !== stop.documentHeight || stop.moved !== 0)) {
      tellMoved(stage, last, stop)
    }
    first ??= stop
    last = stop
    height = Math.max(height, stop.documentHeight)
    for (const each of stop.standing) standing.add(each)
    const bottom = rect.y + rect.height
    const wanted = endIn(stop, end)
    const total = index + 2 * Math.ceil((wanted - bottom) / tileHeight(stop))
    await keep(index, shot, placeOf(stop, shot, rect), total)
    index += 1
    if (bottom >= wanted) {
      // No stop follows that could tell of it.
      if (first !== stop && movedSince !== 0) tellMoved(stage, stop, stop)
      tellCovered(stage, standing)
      return height
    }
    // A page that grows under the tiles is not run after for ever. Nothing is scrolled here, so the time is no limit.
    const limit: Limit = isGrowing(stop.documentHeight, first.documentHeight)
      ? { by: "user", unit: "screens", n: stage.bounds.limits.screens }
      : { by: "tool", unit: "screens", n: MOST_SCREENS }
    if (bottom >= limit.n * stop.clientHeight + first.documentHeight) {
      run.gap({ what: "frames", reason: "limit", count: null, where: limitWhere(limit) })
      tellCovered(stage, standing)
      return height
    }
    if (!isStrip) top = bottom
    isStrip = !isStrip
  }
}

function tellMoved({ run }: Stage, before: PageStop, after: PageStop): void {
  const where = `${sizeOf(before)} → ${sizeOf(after)} px`
  run.gap({ what: "seam", reason: "moved", count: null, where })
}

/** Throws where the picture is not of the size that the rectangle has on the page: its rows would have other places. */
async function shootTile({ run }: Stage, { dpr }: PageStop, rect: Rect): Promise<FrameShot> {
  // The page's ratio holds the browser's zoom, and Firefox multiplies by that itself.
  const zoom = (await readZoom(run.tabId)) ?? 1
  const picture = await shootRect(run.windowId, rect, dpr / zoom)
  const isExpected = (pixels: number, length: number): boolean => Math.abs(pixels - length * dpr) <= 1
  if (isExpected(picture.width, rect.width) && isExpected(picture.height, rect.height)) {
    return keepPicture(run.ports.vault, picture)
  }
  const { width, height } = picture
  throw new EvidenceError("capture/stitch-mismatch", `a tile of ${String(width)}×${String(height)} px`)
}

const sizeOf = (stop: PageStop): string => `${String(stop.clientWidth)}×${String(stop.documentHeight)}`

/** The part that the next tile shows. The first ends where a bar at the lower edge of the viewport begins. */
function tileAt(
  stop: PageStop,
  { top, end, isFirst }: { readonly top: number; readonly end: number; readonly isFirst: boolean },
): Rect {
  const bar = isFirst && stop.lowerBar !== null ? stop.lowerBar : Infinity
  const wanted = Math.min(endOfTile(stop, top), bar, end)
  const bottom = wanted < stop.documentHeight ? wholePixel(wanted, stop.dpr) : stop.documentHeight
  return { x: 0, y: top, width: stop.clientWidth, height: Math.max(1, Math.floor(bottom - top)) }
}

/** Where the last tile ends: at a limit within the page, on a device pixel, or at the page's own end. */
const endIn = (stop: PageStop, end: number): number =>
  end < stop.documentHeight ? wholePixel(end, stop.dpr) : stop.documentHeight

/** The rows at the border of two tiles that both are compared with: the last of the upper one, the first of the lower one. */
function stripAt(stop: PageStop, border: number): Rect {
  const y = wholePixel(border - OVERLAP, stop.dpr)
  const bottom = Math.min(border + OVERLAP, stop.documentHeight)
  return { x: 0, y, width: stop.clientWidth, height: Math.max(1, Math.floor(bottom - y)) }
}

/** The next place at which a stitched page ends, or nearer, where the page is too wide for such a tile. */
function endOfTile(stop: PageStop, top: number): number {
  const rows = rowsOfPage(stop.clientWidth * stop.dpr) / stop.dpr
  // A border that falls between two device pixels was reached a little above it.
  const border = (Math.floor((top + WHOLE_PIXEL_REACH) / rows) + 1) * rows
  return Math.min(border, top + tileHeight(stop))
}

const tileHeight = ({ clientWidth, dpr }: PageStop): number =>
  Math.min(rowsOfPage(clientWidth * dpr), TILE_PIXELS / (clientWidth * dpr)) / dpr

/** How far above, in CSS pixels, a place that falls on a device pixel is looked for. */
const WHOLE_PIXEL_REACH = 64

/** The nearest place above that falls on a device pixel, so that tiles meet without a blurred row. */
function wholePixel(y: number, dpr: number): number {
  for (let at = Math.floor(y); at > y - WHOLE_PIXEL_REACH; at--) {
    if (Math.abs(at * dpr - Math.round(at * dpr)) < 1e-6) return at
  }
  return Math.floor(y)
}

const placeOf = (stop: PageStop, shot: FrameShot, rect: Rect): FramePlace => ({
  x: Math.round(rect.x * stop.dpr),
  y: Math.round(rect.y * stop.dpr),
  width: shot.width,
  height: shot.height,
  scrollX: stop.scrollX,
  scrollY: stop.scrollY,
  dpr: stop.dpr,
  usedWidth: shot.width,
  usedHeight: shot.height,
  pass: 1,
})
