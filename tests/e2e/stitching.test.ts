/** The stitched page, against a page whose every pixel is known. */
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { asSeenFrame, type Item, exportBundle, keep } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { type Colour, hexColour, readPicture, stitchedRows } from "./harness/picture.ts"
import { sharedRows } from "./harness/shared.ts"
import { servePages } from "./harness/site.ts"

const HEIGHT = 20_000
const SCROLLED = 3_333

/** Neighbouring bands differ in every channel, and no two of the first 4096 are alike. */
const colourOf = (band: number): Colour =>
  (((band * 67) % 256) << 16) | (((band * 151) % 256) << 8) | ((band * 29 + (band >> 8) * 16) % 256)

/** Bands that alternate between two heights, in CSS pixels, with `together` a divisor of the page's. */
interface Bands {
  readonly odd: number
  readonly even: number
}

/** The viewport, with and without its scrollbars, in CSS pixels. */
interface Seen {
  readonly width: number
  readonly height: number
  readonly clientWidth: number
  readonly clientHeight: number
}

function bandAt(y: number, { odd, even }: Bands): number {
  const pairs = Math.floor(y / (odd + even))
  return pairs * 2 + (y - pairs * (odd + even) < odd ? 0 : 1)
}

function pageOf(bands: Bands): string {
  const count = (HEIGHT / (bands.odd + bands.even)) * 2
  const drawn = Array.from({ length: count }, (_, band) => {
    const height = band % 2 === 0 ? bands.odd : bands.even
    return `<div style="height:${height}px;background:${hexColour(colourOf(band))}"></div>`
  })
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>bands</title><body style="margin:0">${drawn.join("")}</body></html>`
}

const odd: Bands = { odd: 37, even: 63 }
/** Whole device pixels at 1.25 too. */
const fifths: Bands = { odd: 36, even: 64 }
const site = await servePages({ "/odd": pageOf(odd), "/fifths": pageOf(fifths) })
afterAll(() => site.close())

describe.each(
  sharedRows([
    { dpr: 1, viewport: { width: 1280, height: 800 }, path: "/odd", bands: odd },
    // Not every size can be had at such a ratio: the browser's own window.
    { dpr: 1.25, viewport: null, path: "/fifths", bands: fifths },
    { dpr: 2, viewport: { width: 800, height: 600 }, path: "/odd", bands: odd },
  ]),
)("a page of 20,000 px at $dpr device pixels per CSS pixel", ({ dpr, viewport, path, bands }) => {
  const browser = installed({ dpr, viewport })
  const held: { item?: Item; seen?: Seen } = {}
  const item = () => held.item ?? expect.unreachable("captured before the tests")
  const seen = () => held.seen ?? expect.unreachable("looked at before the capture")

  beforeAll(async () => {
    const page = await browser.driven.newPage(`${site.origin}${path}`)
    await page.evaluate(`scrollTo(0, ${SCROLLED})`)
    const found = await page.waitFor(() => {
      const { clientWidth, clientHeight } = document.documentElement
      return scrollY > 0 ? { width: innerWidth, height: innerHeight, clientWidth, clientHeight } : null
    })
    held.seen = found ?? expect.unreachable("the page did not scroll")
    const { item: name } = await keep(browser.driven, page)
    held.item = (await exportBundle(browser.driven, page, browser.place.folder)).item(name)
  })

  const expected = (row: number) => colourOf(bandAt(row / dpr, bands))

  test("every row of the stitched pages has its one colour, to the last, in the width that the page shows", () => {
    const wrong: string[] = []
    let rows = 0
    for (const { y, row, picture, page } of stitchedRows(item())) {
      const found = picture.rowColour(row, picture.width)
      if (row === 0) {
        const { width, height } = picture
        expect({ width, height }).toEqual({
          width: Math.round(seen().clientWidth * dpr),
          height: page.height,
        })
      }
      if (y !== rows) wrong.push(`row ${rows} is missing`)
      if (found !== expected(y)) wrong.push(`row ${y}: ${hexColour(found)}, not ${hexColour(expected(y))}`)
      rows = y + 1
    }
    expect(wrong.slice(0, 10)).toEqual([])
    expect(rows).toBe(HEIGHT * dpr)
    expect(item().record).toMatchObject({ complete: true, gaps: [] })
  })

  test("the stitched pages say which frames they come from, and the as-seen frame is none of them", () => {
    const { frames, pages } = item().record
    const paths = frames.map(frame => frame.path)
    for (const page of pages) {
      expect(page.from.length).toBeGreaterThan(0)
      expect(paths).toEqual(expect.arrayContaining([...page.from]))
      expect(page.from).not.toContain("frames/0000.png")
    }
  })

  test("the as-seen frame is the viewport at the place where the user had scrolled to", () => {
    const device = (css: number) => Math.round(css * dpr)
    const { width, height, clientWidth, clientHeight } = seen()
    const frame = asSeenFrame(item())
    expect(Math.abs(frame.scrollY - SCROLLED)).toBeLessThan(1)
    expect(frame).toMatchObject({ x: 0, y: device(frame.scrollY), scrollX: 0, dpr })
    // The browser rounds what it tells of a viewport whose size is no whole number of CSS pixels.
    expect(Math.abs(frame.width - device(width))).toBeLessThanOrEqual(1)
    expect(Math.abs(frame.height - device(height))).toBeLessThanOrEqual(1)
    expect(frame).toMatchObject({
      usedWidth: device(clientWidth),
      usedHeight: Math.min(frame.height, device(clientHeight)),
    })
    const picture = readPicture(item().path(frame.path))
    const wrong = Array.from({ length: frame.usedHeight }, (_, row) => row).filter(
      row => picture.rowColour(row, frame.usedWidth) !== expected(frame.y + row),
    )
    expect(wrong).toEqual([])
  })
})
