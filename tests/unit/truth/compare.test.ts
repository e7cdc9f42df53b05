import { PNG } from "pngjs"
import { describe, expect, test } from "vitest"
import { compare, SHADE } from "../../../scripts/truth/compare.ts"
import { truthPage } from "../../../scripts/truth/page.ts"

const WIDTH = 10

/** Rows of one colour each, as grey values. */
function rows(...greys: number[]): Buffer {
  const png = new PNG({ width: WIDTH, height: greys.length })
  for (const [y, grey] of greys.entries()) png.data.fill(grey, y * WIDTH * 4, (y + 1) * WIDTH * 4)
  return PNG.sync.write(png)
}

const truth = rows(0, 50, 100, 150, 200, 250)

test.each([
  ["the page itself", [{ y: 0, png: truth }], { share: 0, worstShare: 0 }],
  [
    "the page in two pictures",
    [
      { y: 0, png: rows(0, 50) },
      { y: 2, png: rows(100, 150, 200, 250) },
    ],
    { share: 0, worstShare: 0 },
  ],
  [
    "another shade, up to what counts as the same",
    [{ y: 0, png: rows(SHADE, 50, 100, 150, 200, 250) }],
    { share: 0, worstShare: 0 },
  ],
  [
    "one shade more than that",
    [{ y: 0, png: rows(SHADE + 1, 50, 100, 150, 200, 250) }],
    { share: 1 / 6, worstRow: 0, worstShare: 1 },
  ],
  [
    "every row one too low",
    [{ y: 0, png: rows(9, 0, 50, 100, 150, 200) }],
    { share: 5 / 6, worstShare: 1, rows: 5 },
  ],
  [
    "a row that is there twice",
    [{ y: 0, png: rows(0, 50, 50, 150, 200, 250) }],
    { share: 1 / 6, worstRow: 2 },
  ],
  [
    "a last row that is cut through",
    [{ y: 0, png: rows(0, 50, 100, 150, 200) }],
    { share: 0, worstShare: 0 },
  ],
  [
    "the last two rows missing",
    [{ y: 0, png: rows(0, 50, 100, 150) }],
    { share: 2 / 6, worstRow: 4, worstShare: 1, rows: 2 },
  ],
  [
    "a hole between two pictures",
    [
      { y: 0, png: rows(0, 50) },
      { y: 3, png: rows(150, 200, 250) },
    ],
    { share: 1 / 6, worstRow: 2, worstShare: 1 },
  ],
  ["nothing at all", [], { share: 1, worstShare: 1, found: { width: 0, height: 0 } }],
])("%s is told in numbers", (_what, parts, expected) => {
  expect(compare(truth, parts)).toMatchObject({ truth: { width: WIDTH, height: 6 }, ...expected })
})

test("pixels across that are missing count, and so does one that differs in one channel", () => {
  const png = PNG.sync.read(truth)
  png.data[4 * 3] = 255
  expect(compare(truth, [{ y: 0, png: PNG.sync.write(png) }])).toMatchObject({
    worstRow: 0,
    worstShare: 0.1,
    rows: 0,
  })
  const narrow = new PNG({ width: WIDTH - 2, height: 6 })
  PNG.bitblt(PNG.sync.read(truth), narrow, 0, 0, WIDTH - 2, 6, 0, 0)
  expect(compare(truth, [{ y: 0, png: PNG.sync.write(narrow) }]).share).toBeCloseTo(0.2)
})

describe("random pages", () => {
  const pages = Array.from({ length: 50 }, (_, index) => truthPage(index + 1))

  test("are the same for the same seed, and others for others", () => {
    expect(Array.from({ length: 50 }, (_, index) => truthPage(index + 1))).toEqual(pages)
    expect(new Set(pages.map(({ html }) => html)).size).toBe(50)
  })

  test("have no length that comes from the height of the window", () => {
    for (const { html } of pages)
      expect(html).not.toMatch(/\d(s|l|d)?v(h|min|max|b)\b|height:\s*\d+%[;"]|@media/)
  })

  test.each([
    "rtl",
    "dark",
    "zoom 0.75",
    "zoom 1.25",
    "zoom 1.5",
    "dpr 2",
    "serif",
    "fixed header",
    "sticky header",
    "bar below",
    "bubble below",
    "bubble at the side",
  ])("some are with %s", what => {
    expect(pages.filter(page => page.what.split(", ").includes(what)).length).toBeGreaterThan(1)
  })
})
