/** Pictures of a bundle, decoded by pngjs: none of our own code has a part in it. */
import { readFileSync } from "node:fs"
import { PNG } from "pngjs"
import { type PageRecord } from "../../../src/core/frames.ts"
import { type Item } from "./exported.ts"

/** A colour as 0xRRGGBB. */
export type Colour = number

export interface Picture {
  readonly width: number
  readonly height: number
  at(x: number, y: number): Colour
  /** The one colour of the first `width` pixels of a row, or null where it has several. */
  rowColour(y: number, width: number): Colour | null
}

export const readPicture = (file: string): Picture => pictureOf(readFileSync(file))

export function pictureOf(png: Buffer): Picture {
  const { width, height, data } = PNG.sync.read(png)
  // Red, green, blue, alpha: one word a pixel, so that a row is compared fast.
  const words = new DataView(data.buffer, data.byteOffset, data.byteLength)
  const at = (x: number, y: number) => words.getUint32((y * width + x) * 4) >>> 8
  return {
    width,
    height,
    at,
    rowColour(y, across) {
      const first = at(0, y)
      for (let x = 1; x < across; x++) if (at(x, y) !== first) return null
      return first
    },
  }
}

export const hexColour = (colour: Colour | null): string =>
  colour === null ? "several colours" : `#${colour.toString(16).padStart(6, "0")}`

/** Goes down the stitched pages of an item, or of one of its boxes, one decoded at a time, as if they were one picture. */
export function* stitchedRows(
  item: Item,
  box?: number,
): Generator<{
  /** Of the whole page. */
  readonly y: number
  readonly row: number
  readonly page: PageRecord
  readonly picture: Picture
}> {
  for (const page of item.record.pages) {
    if (page.box !== box) continue
    const picture = readPicture(item.path(page.path))
    for (let row = 0; row < picture.height; row++) yield { y: page.y + row, row, page, picture }
  }
}
