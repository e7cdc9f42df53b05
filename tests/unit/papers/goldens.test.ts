/**
 * Pages of the report as poppler renders them, against pictures of them that were looked at. Small and grey: a line that
 * moved, a picture that is gone or a box instead of a letter is found; which version of poppler smoothed an edge is not.
 * After a change that is meant: GOLDENS=write, then look at what is in tests/fixtures/report-pages.
 */
import { execFileSync } from "node:child_process"
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { PNG } from "pngjs"
import { describe, expect, test } from "vitest"
import { drawPaper } from "../../../src/workshop/report/draw-paper.ts"
import { noPdfTools } from "../../e2e/harness/pdf.ts"
import { inScratch } from "../bundle/written.ts"
import { exampleReport } from "./example-report.ts"
import { greyTools } from "./grey-tools.ts"

const GOLDENS = "tests/fixtures/report-pages"
/** Dots an inch. */
const DENSITY = 40
/** Side of a square, in pixels, over which grey is averaged: about a letter of a heading. */
const SQUARE = 5
/** Of 255: what a square's grey may differ by. Smoothing moves it by a few; a letter that is not there by 60 and more. */
const DIFFERENCE = 32
/** Squares a page that may differ by more. */
const FEW = 6
const languages = ["zh-CN", "en"] as const

interface Grey {
  readonly width: number
  readonly height: number
  /** A byte a pixel. */
  readonly pixels: Uint8Array
}

/** Of a paper: each page's name and what it looks like. */
async function rendered(language: (typeof languages)[number]): Promise<Map<string, Grey>> {
  const pages = new Map<string, Grey>()
  await inScratch(async folder => {
    const file = join(folder, "report.pdf")
    const pdf = await drawPaper(await exampleReport(language), greyTools())
    writeFileSync(file, Buffer.from(await pdf.arrayBuffer()))
    execFileSync("pdftoppm", ["-r", String(DENSITY), "-gray", "-png", file, join(folder, "page")])
    for (const name of readdirSync(folder)
      .filter(each => each.endsWith(".png"))
      .sort()) {
      pages.set(name, greyOf(readFileSync(join(folder, name))))
    }
  })
  return pages
}

function greyOf(png: Buffer): Grey {
  const { width, height, data } = PNG.sync.read(png)
  return { width, height, pixels: Uint8Array.from({ length: width * height }, (_, at) => data[at * 4] ?? 0) }
}

function averages({ width, height, pixels }: Grey): number[] {
  const [across, down] = [Math.ceil(width / SQUARE), Math.ceil(height / SQUARE)]
  const sums = Array.from({ length: across * down }, () => ({ sum: 0, count: 0 }))
  pixels.forEach((grey, at) => {
    const square = sums[Math.floor(at / width / SQUARE) * across + Math.floor((at % width) / SQUARE)]
    if (square === undefined) return
    square.sum += grey
    square.count += 1
  })
  return sums.map(({ sum, count }) => sum / count)
}

/** How many squares of them look different; all, where the sizes do. */
function different(one: Grey, other: Grey): number {
  const [mine, theirs] = [averages(one), averages(other)]
  if (one.width !== other.width || one.height !== other.height) return mine.length
  return mine.filter((grey, at) => Math.abs(grey - (theirs[at] ?? 0)) > DIFFERENCE).length
}

function writeGoldens(folder: string, pages: ReadonlyMap<string, Grey>): void {
  mkdirSync(folder, { recursive: true })
  for (const [name, { width, height, pixels }] of pages) {
    const png = new PNG({ width, height, colorType: 0, inputColorType: 0, bitDepth: 8 })
    // In sixteen shades, which nobody sees and which take half the room.
    png.data = Buffer.from(pixels.map(grey => Math.round(grey / 17) * 17))
    writeFileSync(
      join(folder, name),
      PNG.sync.write(png, { colorType: 0, inputColorType: 0, deflateLevel: 9 }),
    )
  }
}

describe.each(languages)("in %s", language => {
  const folder = join(GOLDENS, language)

  test(
    "each page of the report looks as it did when it was last looked at",
    { timeout: 60_000 },
    async context => {
      if (noPdfTools !== null) context.skip(noPdfTools)
      const pages = await rendered(language)
      if (process.env.GOLDENS === "write") writeGoldens(folder, pages)
      expect([...pages.keys()]).toEqual(readdirSync(folder).sort())
      const changed = [...pages].map(
        ([name, page]) => [name, different(page, greyOf(readFileSync(join(folder, name))))] as const,
      )
      expect(changed.filter(([, squares]) => squares > FEW)).toEqual([])
    },
  )
})

test("a page that lacks a line, or is another one, would be found", () => {
  const names = readdirSync(join(GOLDENS, "zh-CN")).sort()
  const [first, second] = names.slice(1, 3).map(name => greyOf(readFileSync(join(GOLDENS, "zh-CN", name))))
  if (first === undefined || second === undefined) throw new Error("too few pages")
  expect(different(first, first)).toBe(0)
  expect(different(first, second)).toBeGreaterThan(FEW * 10)
  const [top, bottom] = [Math.round(first.height * 0.15), Math.round(first.height * 0.5)]
  const blanks = Array.from({ length: bottom - top - 6 }, (_, at) => {
    const pixels = first.pixels.slice()
    pixels.fill(255, (top + at) * first.width, (top + at + 6) * first.width)
    return different(first, { ...first, pixels })
  })
  // Most of these six rows hold a line of text; the rest is the space between two.
  expect(blanks.filter(squares => squares > FEW).length).toBeGreaterThan(blanks.length / 2)
})
