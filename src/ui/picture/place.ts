/** Where things are on the screen, and where that is in the picture. */
import { type Area } from "../../core/marks.ts"
import { type Point, type Size } from "../../core/picture/area.ts"

export const stageOf = (page: Document): HTMLElement | null => page.querySelector<HTMLElement>("#stage")

/** The place in the picture's pixels under one of the window; outside of it too. Null where no picture is shown. */
export function placeInPicture(page: Document, { x, y }: Point, size: Size): Point | null {
  const box = page.querySelector("#picture")?.getBoundingClientRect()
  if (box === undefined || box.width === 0 || box.height === 0) return null
  return { x: ((x - box.left) / box.width) * size.width, y: ((y - box.top) / box.height) * size.height }
}

/** What the stage shows of the picture, in the picture's pixels; all of it where that cannot be told. */
export function seenArea(page: Document, size: Size): Area {
  const [stage, picture] = [stageOf(page), page.querySelector("#picture")]
  const whole = { x: 0, y: 0, ...size }
  if (stage === null || picture === null) return whole
  const [frame, box] = [stage.getBoundingClientRect(), picture.getBoundingClientRect()]
  if (box.width === 0 || box.height === 0) return whole
  const [left, right] = [Math.max(frame.left, box.left), Math.min(frame.right, box.right)]
  // Of a tall stage only a part is on the screen.
  const top = Math.max(frame.top, box.top, 0)
  const bottom = Math.min(frame.bottom, box.bottom, page.documentElement.clientHeight)
  if (right <= left || bottom <= top) return whole
  const scale = size.width / box.width
  return {
    ...{ x: (left - box.left) * scale, y: (top - box.top) * scale },
    ...{ width: (right - left) * scale, height: (bottom - top) * scale },
  }
}

/** How large the picture stands there now, in percent of `width` CSS pixels. */
export function shownZoom(page: Document, width: number): number {
  const box = page.querySelector("#picture")?.getBoundingClientRect()
  return box === undefined || width === 0 ? 100 : (box.width / width) * 100
}

/** Draws at another zoom, and leaves the place under `at` (of the window; else the middle) where it is. */
export function keepingPlace(page: Document, at: Point | null, draw: () => void): void {
  const before = stageOf(page)
  if (before === null) {
    draw()
    return
  }
  const frame = before.getBoundingClientRect()
  const [dx, dy] =
    at === null ? [before.clientWidth / 2, before.clientHeight / 2] : [at.x - frame.left, at.y - frame.top]
  const across = (before.scrollLeft + dx) / Math.max(1, before.scrollWidth)
  const down = (before.scrollTop + dy) / Math.max(1, before.scrollHeight)
  draw()
  before.scrollLeft = across * before.scrollWidth - dx
  before.scrollTop = down * before.scrollHeight - dy
}
