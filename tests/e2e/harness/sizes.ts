/**
 * What takes minutes at its full size. `npm test` runs a smaller one of each and
 * says so; `npm run faults -- large` runs them at their full size.
 */

export interface Size {
  readonly here: number
  readonly full: number
  /** What is counted. */
  readonly of: string
  /** The tests that it is for: where they are, what their names match, and what of that stands in which file, if it is not the same. */
  readonly story: readonly [file: string, names: string, written?: readonly [source: string, words: string]]
}

const nasty = "tests/e2e/nasty.test.ts"
const awkward = "tests/e2e/nasty/awkward.ts"
const e2e = (file: string, words: string) => [`tests/e2e/${file}.test.ts`, words] as const

export const sizes = {
  elements: {
    here: 5_000,
    full: 60_000,
    of: "elements of a page",
    story: [nasty, "elements in one page", [awkward, "elements in one page"]],
  },
  frames: {
    here: 30,
    full: 300,
    of: "frames of a page",
    story: [nasty, "frames in one page", [awkward, "frames in one page"]],
  },
  pixels: { here: 50_000, full: 120_000, of: "px of a page", story: e2e("tall", "pixels high") },
  megabytes: { here: 3, full: 30, of: "MB of HTML", story: e2e("hostile", "MB of HTML") },
  rows: { here: 200, full: 500, of: "rows of a list", story: e2e("recycled-rows", "rows") },
  lines: {
    here: 300,
    full: 1_000,
    of: "lines of custody at once",
    story: e2e("custody", "lines that several pages and the background cause at once"),
  },
} as const satisfies Readonly<Record<string, Size>>

const isFull = process.env.FULL_SIZE === "1"

export const sizeOf = (name: keyof typeof sizes): number => sizes[name][isFull ? "full" : "here"]

/** As a name of a test says it: 60,000. */
export const saidSize = (name: keyof typeof sizes): string => sizeOf(name).toLocaleString("en")
