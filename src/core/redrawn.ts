/**
 * The re-drawn picture: the page's copy, drawn again by a library, where the
 * browser gives no screenshot at all. No evidence of what the screen showed:
 * whoever shows it says so.
 */
import { asCount, asFields, malformed } from "./parse.ts"

/** Where it lies in an item. */
export const REDRAWN_PATH = "redrawn-page.png"

/** What was drawn, in pixels of the picture, one a CSS pixel. */
export interface Redrawn {
  readonly width: number
  /** With the band at the top that says what the picture is. */
  readonly height: number
  /** Rows of the page that are in it, and that the page has. */
  readonly rows: number
  readonly pageRows: number
  /** Pictures, fonts and the like that could not be had without a request of our own, or at all. */
  readonly leftOut: number
}

/** A canvas beyond this is empty, or none, in one browser or the other; the pixels bound the memory to 128 MB. */
export const MOST_ROWS = 16_000
export const MOST_PIXELS = 32_000_000

export function parseRedrawn(input: unknown): Redrawn {
  const { width, height, rows, pageRows, leftOut } = asFields(input, "redrawn")
  const redrawn = {
    width: asCount(width, "width"),
    height: asCount(height, "height"),
    rows: asCount(rows, "rows"),
    pageRows: asCount(pageRows, "pageRows"),
    leftOut: asCount(leftOut, "leftOut"),
  }
  if (redrawn.rows > redrawn.pageRows || redrawn.rows > redrawn.height) throw malformed("rows")
  return redrawn
}
