/** A capture as it lies in the vault when it is over, and what its pictures show. */
import { PNG } from "pngjs"
import { type Driven, type Page } from "../../../scripts/browsers/driver.ts"
import { until } from "../../../scripts/browsers/surface.ts"
import { type CaptureRow } from "../../../src/vault/capture-row.ts"
import { type Colour } from "./picture.ts"
import { begin } from "./running.ts"
import { filesOf, type Inside, readVault, storedBytes } from "./vault.ts"

export interface Caught {
  readonly row: CaptureRow
  /** Each gap as `what:reason`. */
  readonly gaps: readonly string[]
  readonly paths: readonly string[]
  bytes(path: string): Promise<Buffer>
  text(path: string): Promise<string>
  /** How many bytes it has. To fetch them from a browser takes its time. */
  size(path: string): number
}

/** Captures what is in front, by the popup, to its end; closes the popup. */
export async function caught(driven: Driven, page: Page, timeoutMs = 110_000): Promise<Caught> {
  const { popup, row } = await begin(driven, page)
  // Not by way of the popup: a message box of the page closes it.
  const done = await until(
    "the capture to be over",
    async () => {
      const now = (await readVault(driven.background)).captures.find(each => each.id === row.id)
      return now?.state === "sealed" || now?.failure != null ? now : null
    },
    timeoutMs,
  )
  if (await popup.isOpen()) await popup.close()
  return caughtIn(driven.background, done)
}

/** One that is over. */
export async function caughtIn(inside: Inside, row: CaptureRow): Promise<Caught> {
  const files = filesOf(await readVault(inside), row)
  const named = (path: string) => {
    const file = files.find(each => each.path === path)
    if (file === undefined)
      throw new Error(`the capture has no ${path} but ${files.map(each => each.path).join()}`)
    return file
  }
  const bytes = (path: string) => storedBytes(inside, named(path).sha256)
  return {
    row,
    gaps: row.gaps.map(({ what, reason }) => `${what}:${reason}`),
    paths: files.map(({ path }) => path),
    bytes,
    text: async path => (await bytes(path)).toString("utf8"),
    size: path => named(path).bytes,
  }
}

/** The colour in the middle of each row of a picture, from the top. */
export function middleColours(png: Buffer): readonly Colour[] {
  const { width, height, data } = PNG.sync.read(png)
  const words = new DataView(data.buffer, data.byteOffset, data.byteLength)
  const middle = Math.floor(width / 2)
  return Array.from({ length: height }, (_, y) => words.getUint32((y * width + middle) * 4) >>> 8)
}

/** The same of the whole page, as its stitched pictures show it. */
export async function stitchedColours(found: Caught): Promise<readonly Colour[]> {
  const parts: Colour[][] = []
  for (const page of found.row.pages) parts.push([...middleColours(await found.bytes(page.path))])
  return parts.flat()
}

/** Every colour in the middle of any frame. */
export async function frameColours(found: Caught): Promise<ReadonlySet<Colour>> {
  const seen = new Set<Colour>()
  for (const path of found.paths.filter(each => each.startsWith("frames/")))
    for (const colour of middleColours(await found.bytes(path))) seen.add(colour)
  return seen
}
