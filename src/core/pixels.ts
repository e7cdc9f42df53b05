/** Lengths that a page tells of itself. */
import { asNumber, malformed } from "./parse.ts"

/** CSS pixels, either way: more than a browser lays out, zoomed out as far as it goes. */
const FARTHEST = 2 ** 28
/** Device pixels for one CSS pixel, of any screen at any zoom. */
const LARGEST_RATIO = 64

/** A length or a place, in CSS pixels. What no browser lays out would keep the scrolling, or the stitching, busy for ever. */
export function asPixels(input: unknown, what: string): number {
  const value = asNumber(input, what)
  if (Math.abs(value) > FARTHEST) throw malformed(what)
  return value
}

export function asRatio(input: unknown, what: string): number {
  const value = asNumber(input, what)
  if (value <= 0 || value > LARGEST_RATIO) throw malformed(what)
  return value
}
