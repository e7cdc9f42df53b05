/** Where a box that scrolls by itself stands in a frame, and on the page: CSS pixels, as the page tells them, into device pixels. */
import { type BoxStand, type BoxStop, type FoundBox } from "../core/box-answers.ts"
import { type BoxRecord, type FramePlace } from "../core/frames.ts"
import { type FrameShot } from "../protocol.ts"

/** Where a frame lies on the page, and which part of it shows the box. */
export function placeOf(stop: BoxStop, part: BoxStand, box: number, shot: FrameShot): FramePlace {
  const { dpr } = stop
  const left = Math.ceil(part.left * dpr - 0.01)
  const top = Math.ceil(part.top * dpr - 0.01)
  const right = Math.min(shot.width, Math.floor((part.left + part.width) * dpr + 0.01))
  const bottom = Math.min(shot.height, Math.floor((part.top + part.height) * dpr + 0.01))
  return {
    x: Math.round(stop.scrollX * dpr),
    y: Math.round(stop.scrollY * dpr),
    width: shot.width,
    height: shot.height,
    scrollX: stop.scrollX,
    scrollY: stop.scrollY,
    dpr,
    usedWidth: Math.min(shot.width, Math.round(stop.clientWidth * dpr)),
    usedHeight: Math.min(shot.height, Math.round(stop.clientHeight * dpr)),
    pass: 1,
    // The first whole row of pixels that the part shows may begin a little below its edge.
    box: {
      box,
      left,
      top,
      width: right - left,
      height: bottom - top,
      y: Math.round(part.y * dpr + (top - part.top * dpr)),
    },
  }
}

/** What the record says of a box that was gone through. `dpr` turns its CSS pixels into the device's. */
export function recordOf(
  { box, selector, x, y, width, height }: FoundBox,
  contentHeight: number,
  dpr: number,
): BoxRecord {
  const device = (length: number): number => Math.round(length * dpr)
  return {
    box,
    selector,
    x: device(x),
    y: device(y),
    width: device(width),
    height: device(height),
    contentHeight: device(contentHeight),
  }
}
