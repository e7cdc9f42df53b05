/**
 * The whole page in raw frames, by rectangles (Firefox): the browser paints any
 * part of the page, so nothing scrolls between them. Before, the page is gone
 * through once, so that what loads only when seen is there.
 */
import { type FramePlace } from "../core/frames.ts"
import { type PageStop } from "../core/page-facts.ts"
import { type Rect, shootRect } from "../platform/screenshot.ts"
import { type FrameShot } from "../protocol.ts"
import { keepPicture } from "../workshop/take-frame.ts"
import {
  arriveAt,
  frameAt,
  isResized,
  type Keep,
  keepBehind,
  moveTo,
  OVERLAP,
  type Stage,
} from "./frame-loop.ts"

/** CSS pixels: a rectangle beyond the browser's limits fails, or comes back blank. */
const TILE_HEIGHT = 4096
const MOST_SCREENS_GROWING = 40
const MOST_SCREENS = 400

/**
 * Scrolls through the page and back, so that lazy content is loaded; goes once
 * more to where pictures were still on their way. Notes what stayed out as gaps.
 */
export async function scrollThrough(stage: Stage): Promise<void> {
  const { run } = stage
  await stage.page("prepare", null)
  let firstHeight = 0
  let last = -1
  const late: number[] = []
  for (let screens = 1, y = 0; ; screens++) {
    const stop = await passBy(stage, y)
    if (screens === 1) firstHeight = stop.documentHeight
    if (stop.waitingPictures > 0) late.push(stop.scrollY)
    if (stop.scrollY + stop.clientHeight >= stop.documentHeight - 1) break
    if (stop.scrollY <= last) {
      run.gap({ what: "frames", reason: "not-reached", count: null, where: "before the screenshots" })
      break
    }
    if (screens >= mostScreens(stop, firstHeight)) {
      run.gap({ what: "frames", reason: "limit", count: null, where: `${String(screens)} screens` })
      break
    }
    last = stop.scrollY
    y = stop.scrollY + stop.clientHeight
  }
  let waiting = 0
  for (const y of late) waiting += (await passBy(stage, y)).waitingPictures
  if (waiting > 0) run.gap({ what: "pictures", reason: "not-loaded", count: waiting, where: null })
  await passBy(stage, 0)
}

async function passBy(stage: Stage, y: number): Promise<PageStop> {
  stage.run.signal.throwIfAborted()
  return arriveAt(stage, () => moveTo(stage, y, { hideFixed: false, forScreen: false }))
}

const mostScreens = (stop: PageStop, firstHeight: number): number =>
  stop.documentHeight > firstHeight * 1.5 ? MOST_SCREENS_GROWING : MOST_SCREENS

/** Takes the tiles; throws what ends them before the end. Answers with the greatest height that the page had, in CSS pixels. */
export function tileFrames(stage: Stage, firstIndex: number): Promise<number> {
  return keepBehind(stage, keep => takeTiles(stage, keep, firstIndex))
}

async function takeTiles(stage: Stage, keep: Keep, firstIndex: number): Promise<number> {
  const { run } = stage
  let index = firstIndex
  let top = 0
  let first: PageStop | null = null
  let last: PageStop | null = null
  let height = 0
  for (;;) {
    run.signal.throwIfAborted()
    let rect: Rect = { x: 0, y: 0, width: 1, height: 1 }
    const { stop, shot } = await frameAt(
      stage,
      // From the second tile on, what stays in the viewport is hidden: it stands in the first.
      () => moveTo(stage, 0, { hideFixed: first !== null, forScreen: false }),
      async place => {
        rect = nextRect(place, top, first === null)
        return keepPicture(run.ports.vault, await shootRect(run.windowId, rect, place.dpr))
      },
    )
    if (last && (isResized(last, stop) || last.documentHeight !== stop.documentHeight || stop.moved !== 0)) {
      const where = `${sizeOf(last)} → ${sizeOf(stop)} px`
      run.gap({ what: "seam", reason: "moved", count: null, where })
    }
    first ??= stop
    last = stop
    height = Math.max(height, stop.documentHeight)
    const bottom = rect.y + rect.height
    const total = index + Math.ceil((stop.documentHeight - bottom) / (TILE_HEIGHT - OVERLAP))
    await keep(index, shot, placeOf(stop, shot, rect), total)
    index += 1
    if (bottom >= stop.documentHeight) return height
    if (bottom >= mostScreens(stop, first.documentHeight) * stop.clientHeight + first.documentHeight) {
      run.gap({ what: "frames", reason: "limit", count: null, where: `${String(bottom)} px` })
      return height
    }
    top = wholePixel(bottom - OVERLAP, stop.dpr)
  }
}

const sizeOf = (stop: PageStop): string => `${String(stop.clientWidth)}×${String(stop.documentHeight)}`

/** The part that the next tile shows. The first ends where a bar at the lower edge of the viewport begins. */
function nextRect(stop: PageStop, top: number, isFirst: boolean): Rect {
  const bottom = isFirst && stop.lowerBar !== null ? stop.lowerBar : Infinity
  const end = Math.min(top + TILE_HEIGHT, bottom, stop.documentHeight)
  return { x: 0, y: top, width: stop.clientWidth, height: Math.max(1, Math.floor(end - top)) }
}

/** The nearest place above that falls on a device pixel, so that tiles meet without a blurred row. */
function wholePixel(y: number, dpr: number): number {
  for (let at = Math.floor(y); at > y - 64; at--) {
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
