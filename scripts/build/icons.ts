import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { initWasm, Resvg } from "@resvg/resvg-wasm"
import { type Tree } from "./tree.ts"

// Up to 32 pixels the mark is drawn on the small grid, with fewer and thicker strokes.
const drawings = [
  { file: "icons/holdfast-small.svg", sizes: [16, 24, 32] },
  { file: "icons/holdfast.svg", sizes: [48, 64, 96, 128] },
] as const

/** Pixels a side, on a screen of three for each of CSS. */
const LARGEST_ON_TOOLBAR = 64

/** The icons as PNG, in pixels a side, and the drawing itself for our own pages. Call it once a process: so is WASM started. */
export async function iconFiles(root: string): Promise<Tree> {
  await initWasm(await readFile(join(root, "node_modules/@resvg/resvg-wasm/index_bg.wasm")))
  const files = new Map<string, Uint8Array>()
  for (const { file, sizes } of drawings) {
    const svg = await readFile(join(root, file))
    for (const size of sizes) {
      const image = new Resvg(svg, { fitTo: { mode: "width", value: size } }).render()
      files.set(`icons/${size}.png`, image.asPng())
      image.free()
    }
  }
  const plain = await readFile(join(root, "icons/plain.svg"))
  for (const size of drawings.flatMap(({ sizes }) => sizes).filter(size => size <= LARGEST_ON_TOOLBAR)) {
    const image = new Resvg(plain, { fitTo: { mode: "width", value: size } }).render()
    files.set(`icons/plain-${size}.png`, image.asPng())
    image.free()
  }
  files.set("icons/holdfast.svg", await readFile(join(root, "icons/holdfast.svg")))
  return files
}
