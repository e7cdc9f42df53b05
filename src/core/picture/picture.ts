/** The pictures of an item that may be marked, or copied with parts covered: those that this tool took or joined itself. */
import { type Area } from "../marks.ts"
import { asCount, asFields, asMatch, asSha256, malformed } from "../parse.ts"
import { type Sha256 } from "../seal/hash.ts"

const PICTURE = /^(?:frames\/\d{4,}|post|page-\d+)\.png$/

export const isPicturePath = (path: string): boolean => PICTURE.test(path)

/** A picture of the record, as it was sealed. */
export interface PictureName {
  readonly path: string
  readonly sha256: Sha256
}

/** More than any picture of a browser is wide or high. */
const MOST_PIXELS = 1_000_000

/** @throws EvidenceError `input/malformed` for what has no pixel, or is no place in whole pixels */
export function asArea(input: unknown, what: string): Area {
  const { x, y, width, height } = asFields(input, what)
  const area = {
    x: asPixel(x, `${what}.x`),
    y: asPixel(y, `${what}.y`),
    width: asPixel(width, `${what}.width`),
    height: asPixel(height, `${what}.height`),
  }
  if (area.width === 0 || area.height === 0) throw malformed(what)
  return area
}

function asPixel(input: unknown, what: string): number {
  const value = asCount(input, what)
  if (value > MOST_PIXELS) throw malformed(what)
  return value
}

export const asPicturePath = (input: unknown, what: string): string => asMatch(input, what, PICTURE)

export function asPictureName(input: unknown, what: string): PictureName {
  const { path, sha256 } = asFields(input, what)
  return { path: asPicturePath(path, `${what}.path`), sha256: asSha256(sha256, `${what}.sha256`) }
}
