/** Rectangles on a picture, in its whole pixels. Every function answers with one that lies inside the picture. */
import { type Area } from "../marks.ts"

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** What two corners span, whichever of them came first; one pixel at the least. */
export function areaBetween(a: Point, b: Point, size: Size): Area {
  const [left, right] = [Math.floor(Math.min(a.x, b.x)), Math.ceil(Math.max(a.x, b.x))]
  const [top, bottom] = [Math.floor(Math.min(a.y, b.y)), Math.ceil(Math.max(a.y, b.y))]
  const x = between(left, 0, size.width - 1)
  const y = between(top, 0, size.height - 1)
  return {
    ...{ x, y },
    width: between(right, x + 1, size.width) - x,
    height: between(bottom, y + 1, size.height) - y,
  }
}

/** Of the size that it is, as near to its place as the picture lets it be. */
export function fitted({ x, y, width, height }: Area, size: Size): Area {
  const wide = between(Math.round(width), 1, size.width)
  const high = between(Math.round(height), 1, size.height)
  return {
    x: between(Math.round(x), 0, size.width - wide),
    y: between(Math.round(y), 0, size.height - high),
    width: wide,
    height: high,
  }
}

export const moved = (area: Area, right: number, down: number, size: Size): Area =>
  fitted({ ...area, x: area.x + right, y: area.y + down }, size)

/** With its upper left corner where it was. */
export function resized(area: Area, wider: number, higher: number, size: Size): Area {
  return {
    ...area,
    width: between(area.width + wider, 1, size.width - area.x),
    height: between(area.height + higher, 1, size.height - area.y),
  }
}

/** A box in the middle of what is seen of the picture, half as wide and a quarter as high. */
export function middleOf(seen: Area, size: Size): Area {
  const [width, height] = [seen.width / 2, seen.height / 4]
  return fitted(
    { x: seen.x + (seen.width - width) / 2, y: seen.y + (seen.height - height) / 2, width, height },
    size,
  )
}

/** Whether the pixel at that place is one of the area's. */
export const holds = ({ x, y, width, height }: Area, point: Point): boolean =>
  point.x >= x && point.x < x + width && point.y >= y && point.y < y + height

/** The place in the list of the one that is drawn on top there; null where there is none. */
export function topmostAt(areas: readonly Area[], point: Point): number | null {
  const found = areas.findLastIndex(area => holds(area, point))
  return found < 0 ? null : found
}

export const isInside = ({ x, y, width, height }: Area, size: Size): boolean =>
  x >= 0 && y >= 0 && width >= 1 && height >= 1 && x + width <= size.width && y + height <= size.height

const between = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(most, Number.isFinite(value) ? value : least))
