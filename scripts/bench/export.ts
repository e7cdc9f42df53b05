/** Exporting what is in the vault: time, memory of the extension's own processes, and what other tools say of the ZIP. */
import { execFileSync, spawnSync } from "node:child_process"
import { rmSync } from "node:fs"
import { build } from "esbuild"
import { type Driven, openPopup, type Popup } from "../browsers/driver.ts"
import { chooseReport, exportAs } from "../browsers/use-popup.ts"
import { type Site } from "../site/serve-site.ts"
import { extensionMemory } from "./extension-memory.ts"
import { printFigure, printMemory } from "./figures.ts"

/** Exports the whole vault, which holds about `bytes`. The ZIP is looked at by `judges`, and removed. */
export async function measureExport(
  driven: Driven,
  site: Site,
  bytes: number,
  judges: Judge[],
): Promise<void> {
  const page = await driven.newPage(`${site.origin}/plain?export`)
  const popup = await openPopup(driven, page)
  await popup.waitFor(() => document.body.dataset.view === "ready")
  const before = await extensionMemory(driven, "idle")
  await popup.evaluate(watchExport)
  await popup.click("#export-open")
  // The report's time is its pages': it is no part of packing what is stored.
  await chooseReport(popup, "none")
  const { sha256 } = await exportAs(popup, 1_200_000)
  const zip = await driven.nextDownload(600_000)
  const after = await extensionMemory(driven, "peak")
  const told = await popup.waitFor(() => document.documentElement.dataset.benchExport, 60_000)
  const [beganFingerprint = 0, ended = 0] = told?.split(" ").map(Number) ?? []
  // Not before: what these leave behind would count as idle memory.
  const bareMs = await popup.evaluate(readAndHash)
  const noble = await nobleMsOf(popup)
  await popup.close()
  await page.close()

  const size = `${(bytes / 1e9).toFixed(1)} GB`
  printFigure({
    what: `export ${size}, click → done, without the ZIP's own SHA-256`,
    ms: beganFingerprint,
    baseline: "every stored file read and hashed by the browser, once",
    baselineMs: bareMs,
    aim: bytes <= 1e9 ? { ms: 10_000 } : null,
  })
  printFigure({
    what: `the SHA-256 of that ZIP`,
    ms: ended - beganFingerprint,
    baseline: "noble alone on as many bytes",
    baselineMs: (noble.ms * bytes) / noble.bytes,
    aim: null,
  })
  const grown = before === null || after === null ? null : after - before
  printMemory("  memory of the extension's processes, at most above idle", grown, 150e6)
  const digits = execFileSync("sha256sum", [zip], { encoding: "utf8" }).slice(0, 64)
  if (digits !== sha256) throw new Error(`the popup says ${sha256}, sha256sum says ${digits}`)
  for (const [command, ...args] of judges) {
    const { status, error } = spawnSync(command, [...args, zip], { stdio: "ignore" })
    const said = error === undefined ? `exit ${String(status)}` : "not on this machine"
    console.log(`  ${[command, ...args].join(" ")}: ${said}`)
    if (error === undefined && status !== 0) throw new Error(`${command} does not accept the exported ZIP`)
  }
  rmSync(zip)
}

/** A command that is given the ZIP's path. */
export type Judge = readonly [command: string, ...args: string[]]

/** Runs in the popup: from the click on, how far the export is. */
function watchExport(): void {
  const told = document.documentElement.dataset
  interface Row {
    readonly at: string
    readonly state: string
    readonly done: number
    readonly total: number
  }
  const newest = (database: IDBDatabase) =>
    new Promise<Row | undefined>(resolve => {
      const asked = database
        .transaction("exports")
        .objectStore("exports")
        .index("at")
        .openCursor(null, "prev")
      asked.onsuccess = () => {
        resolve(asked.result?.value as Row | undefined)
      }
    })
  const watch = async (began: number) => {
    const database = await new Promise<IDBDatabase>(resolve => {
      const asked = indexedDB.open("holdfast")
      asked.onsuccess = () => {
        resolve(asked.result)
      }
    })
    let fingerprint = 0
    for (;;) {
      const row = await newest(database)
      const now = performance.now() - began
      if (fingerprint === 0 && row !== undefined && row.total > 0 && row.done >= row.total - 1)
        fingerprint = now
      if (row !== undefined && row.state !== "running" && fingerprint > 0) {
        told.benchExport = `${String(fingerprint)} ${String(now)}`
        break
      }
      await new Promise(resolve => setTimeout(resolve, 20))
    }
    database.close()
  }
  document.addEventListener(
    "click",
    event => {
      if (event.target instanceof Element && event.target.closest("#export-start") !== null) {
        void watch(performance.now())
      }
    },
    { capture: true },
  )
}

/** Runs in the popup. */
async function readAndHash(): Promise<number> {
  const database = await new Promise<IDBDatabase>(resolve => {
    const asked = indexedDB.open("holdfast")
    asked.onsuccess = () => {
      resolve(asked.result)
    }
  })
  const rows = await new Promise<{ bytes: Blob }[]>(resolve => {
    const asked = database.transaction("blobs").objectStore("blobs").getAll() as IDBRequest<{ bytes: Blob }[]>
    asked.onsuccess = () => {
      resolve(asked.result)
    }
  })
  const began = performance.now()
  for (const { bytes } of rows) await crypto.subtle.digest("SHA-256", await bytes.arrayBuffer())
  database.close()
  return performance.now() - began
}

const NOBLE_PIECES = 64

/** The library's own code on a megabyte, as often as makes 64 MB. */
async function nobleMsOf(popup: Popup): Promise<{ readonly ms: number; readonly bytes: number }> {
  const contents = `import { sha256 } from "@noble/hashes/sha2.js"
    const piece = new Uint8Array(1e6).fill(7)
    const state = sha256.create()
    const began = performance.now()
    for (let each = 0; each < ${String(NOBLE_PIECES)}; each++) state.update(piece)
    state.digest()
    export const ms = performance.now() - began`
  const stdin = { contents, resolveDir: process.cwd() }
  const { outputFiles } = await build({
    stdin,
    bundle: true,
    write: false,
    format: "iife",
    globalName: "bench",
  })
  const ms = await popup.evaluate<[], number>(`(() => { ${outputFiles[0]?.text ?? ""}; return bench.ms })()`)
  return { ms, bytes: NOBLE_PIECES * 1e6 }
}
