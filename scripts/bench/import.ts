/** Bringing a large file into the vault: from its choice to the sealed item, as its user waits for it. */
import { execFileSync } from "node:child_process"
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Driven } from "../browsers/driver.ts"
import { extensionMemory } from "./extension-memory.ts"
import { printFigure, printMemory } from "./figures.ts"

const PIECE = 1_000_000
const LONGEST_MS = 600_000

/** A film by its name, of bytes that are none: only the time that they take is looked at. */
export async function measureImport(driven: Driven, bytes: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "holdfast-bench-import-"))
  const path = join(folder, "film.bin")
  try {
    writeLarge(path, bytes)
    const page = await driven.openExtensionPage("ui/import.html")
    await page.waitFor(() => document.querySelector("#file"))
    const before = await extensionMemory(driven, "idle")
    const readAt = performance.now()
    await page.choose("#file", path)
    await page.waitFor(() => document.querySelector("#files > [data-at=ready]"), LONGEST_MS)
    const readMs = performance.now() - readAt
    const sha256 = await page.evaluate(() => document.querySelector("#files code")?.textContent ?? "")
    const keptAt = performance.now()
    await page.click("#keep")
    await page.waitFor(() => document.querySelector("#files > [data-at=kept]"), LONGEST_MS)
    const keptMs = performance.now() - keptAt
    const after = await extensionMemory(driven, "peak")
    const summed = performance.now()
    const digits = execFileSync("sha256sum", [path], { encoding: "utf8" }).slice(0, 64)
    const baselineMs = performance.now() - summed
    if (sha256.replaceAll(" ", "") !== digits) throw new Error(`the page says ${sha256}, sha256sum ${digits}`)
    printFigure({
      what: `import ${(bytes / 1e9).toFixed(1)} GB: read and hashed, stored, read back, sealed`,
      ms: readMs + keptMs,
      baseline: "sha256sum of the same file, once",
      baselineMs,
      aim: bytes <= 1e9 ? { ms: 12_000 } : null,
    })
    console.log(`  of it until its hash is shown: ${(readMs / 1000).toFixed(1)} s`)
    const grown = before === null || after === null ? null : after - before
    printMemory("  memory of the extension's processes, at most above idle", grown, 200e6)
    await page.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** No two pieces alike, so that nothing on the way can make them one. */
function writeLarge(path: string, bytes: number): void {
  const file = openSync(path, "w")
  try {
    for (let at = 0; at < bytes; at += PIECE) {
      const piece = Buffer.alloc(Math.min(PIECE, bytes - at), at / PIECE)
      piece.writeDoubleLE(at, 0)
      writeSync(file, piece)
    }
  } finally {
    closeSync(file)
  }
}
