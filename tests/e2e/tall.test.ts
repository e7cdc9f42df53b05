/** A page of tens of thousands of pixels: each row once, in its place, to the last, in pictures that a canvas can hold. */
import { PNG } from "pngjs"
import { afterAll, expect, test } from "vitest"
import { installed } from "./harness/installed.ts"
import { type Colour, hexColour } from "./harness/picture.ts"
import { servePages } from "./harness/site.ts"
import { saidSize, sizeOf } from "./harness/sizes.ts"
import { columnOf, seen } from "./nasty/seen.ts"

const HEIGHT = sizeOf("pixels")
const BAND = 100
const LIMIT_MS = 400_000

/** No two are alike: the factor is odd. A picture that repeats itself further down is found out. */
const colourOf = (band: number): Colour => (band * 0x31eb07 + 0x203040) & 0xffffff

const bands = Array.from(
  { length: HEIGHT / BAND },
  (_, band) => `<div style="height:${BAND}px;background:${hexColour(colourOf(band))}"></div>`,
)
const site = await servePages({
  "/tall": `<!doctype html><html lang="en"><meta charset="utf-8"><title>tall</title><body style="margin:0">${bands.join("")}</body></html>`,
})
afterAll(() => site.close())
const browser = installed()

test(
  `${saidSize("pixels")} pixels high`,
  async () => {
    const page = await browser.driven.newPage(`${site.origin}/tall`)
    const found = await seen(browser.driven, page, LIMIT_MS)
    expect({ gaps: found.gaps, complete: found.row.complete }).toEqual({ gaps: [], complete: true })

    const wrong: string[] = []
    let y = 0
    for (const { path } of found.row.pages) {
      // One after the other: all of them at once are more than half a gigabyte.
      const picture = PNG.sync.read(await found.bytes(path))
      for (const x of [0, Math.floor(picture.width / 2), picture.width - 1]) {
        for (const [row, colour] of columnOf(picture, x).entries())
          if (colour !== colourOf(Math.floor((y + row) / BAND)))
            wrong.push(`${String(x)}, ${String(y + row)}: ${hexColour(colour)}`)
      }
      y += picture.height
    }
    expect({ wrong: wrong.slice(0, 10), rows: y }).toEqual({ wrong: [], rows: HEIGHT })
    await page.close()
  },
  LIMIT_MS,
)
