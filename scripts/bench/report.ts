/**
 * The papers of a case of ordinary size: 40 items of 10 screens each, exported with the report and without. Beside the
 * time: the memory of the extension's own processes, whether it tells how far it is, and how soon it can be given up.
 */
import { execFileSync } from "node:child_process"
import { rmSync } from "node:fs"
import { type Driven, openPopup, type Popup } from "../browsers/driver.ts"
import { chooseReport, exportAs } from "../browsers/use-popup.ts"
import { type Site } from "../site/serve-site.ts"
import { extensionMemory, extensionWork } from "./extension-memory.ts"
import { printFigure, printMemory } from "./figures.ts"
import { fillVault } from "./fill-vault.ts"

export const REPORT_ITEMS = 40
const SCREENS = 10
/** As many pages are drawn by the browser alone; more would only take longer. */
const DRAWN_PAGES = 4
const SCREEN_HEIGHT = 800

/** A post as long as ten screens: words, and a picture every so often. */
export function longPost(): string {
  const words =
    "这是用来测量的一段文字，像帖子一样有长有短，也有 some words in Latin letters and 1234567890 digits。"
  const parts = Array.from({ length: (SCREENS * SCREEN_HEIGHT) / 100 }, (_, index) => {
    const hue = String((index * 37) % 360)
    const look = index % 5 === 0 ? `background:linear-gradient(90deg,hsl(${hue} 60% 40%),#fff)` : ""
    return `<div style="height:100px;overflow:hidden;${look}">${String(index)} ${words.repeat(4)}</div>`
  })
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>long post</title><body style="margin:0;font:16px/24px sans-serif">${parts.join("")}`
}

/** The vault holds one capture of {@link longPost}; the others are made after it. */
export const fillItems = (driven: Driven): Promise<void> => fillVault(driven, 0, REPORT_ITEMS - 1)

export async function measureReport(driven: Driven, site: Site): Promise<void> {
  const page = await driven.newPage(`${site.origin}/plain?report`)
  const popup = await openPopup(driven, page)
  await popup.waitFor(() => document.body.dataset.view === "ready")
  const work = [extensionWork(driven)]
  const bare = await timedExport(driven, popup, "none")
  work.push(extensionWork(driven))
  const before = await extensionMemory(driven, "idle")
  const whole = await timedExport(driven, popup, "zh-CN")
  work.push(extensionWork(driven))
  const after = await extensionMemory(driven, "peak")
  const drawnMs = await popup.evaluate(drawPages, DRAWN_PAGES)
  work.push(extensionWork(driven))
  const left = await givenUp(driven, popup)
  await popup.close()
  await page.close()

  printFigure({
    what: `report, list and route sheet of ${String(REPORT_ITEMS)} items with ${String(SCREENS)} screens, above an export without`,
    ms: whole.ms - bare.ms,
    baseline: `the browser alone, which reads the pages' pictures and writes them as JPEGs in ten parts (of ${String(DRAWN_PAGES)}, times ${String(REPORT_ITEMS / DRAWN_PAGES)})`,
    baselineMs: (drawnMs * REPORT_ITEMS) / DRAWN_PAGES,
    aim: { ms: 20_000 },
  })
  console.log(
    `  an export without them: ${bare.ms.toFixed(0)} ms; ${whole.papers}; ${String(whole.steps)} steps told; given up: done ${left.toFixed(0)} ms later`,
  )
  const [bareWork, wholeWork, drawnWork] = work.slice(1).map((ms, at) => (ms ?? NaN) - (work[at] ?? NaN))
  if (bareWork !== undefined && wholeWork !== undefined && drawnWork !== undefined) {
    printFigure({
      what: "  the same in time of the processor, all threads of the extension's processes together",
      ms: wholeWork - bareWork,
      baseline: "the browser alone",
      baselineMs: (drawnWork * REPORT_ITEMS) / DRAWN_PAGES,
      aim: null,
    })
  }
  const grown = before === null || after === null ? null : after - before
  printMemory("  memory of the extension's processes, at most above idle", grown, 400e6)
}

interface Exported {
  readonly ms: number
  /** How often it told how far it was. */
  readonly steps: number
  readonly papers: string
}

async function timedExport(driven: Driven, popup: Popup, choice: "none" | "zh-CN"): Promise<Exported> {
  await popup.click("#export-open")
  await chooseReport(popup, choice)
  await popup.evaluate(countSteps)
  const began = performance.now()
  await exportAs(popup)
  const ms = performance.now() - began
  const steps = await popup.evaluate(() => Number(document.documentElement.dataset.benchSteps))
  const papers = namesIn(await driven.nextDownload(600_000))
  await popup.click("#back")
  return { ms, steps, papers }
}

/** How long the bundle takes from the moment that the report is given up, in its midst. */
async function givenUp(driven: Driven, popup: Popup): Promise<number> {
  await popup.click("#export-open")
  await chooseReport(popup, "zh-CN")
  await popup.click("#export-start")
  await popup.waitFor(() => {
    const bar = document.querySelector("progress")
    return bar !== null && bar.value > bar.max * 0.6
  }, 120_000)
  const began = performance.now()
  await popup.click("#skip-report")
  await popup.waitFor(() => document.querySelector("#export-done") !== null, 120_000)
  const ms = performance.now() - began
  namesIn(await driven.nextDownload(600_000))
  return ms
}

/** The sizes of the papers in a bundle, which goes. */
function namesIn(zip: string): string {
  const listed = execFileSync("unzip", ["-l", zip], { encoding: "utf8", maxBuffer: 1e8 })
  rmSync(zip)
  const papers = Array.from(listed.matchAll(/^\s*(\d+) .*\/(0[1-9]-\S+)$/gm), ([, bytes, name]) => {
    return `${name ?? ""} ${(Number(bytes) / 1e6).toFixed(1)} MB`
  })
  return papers.join(", ")
}

/** Runs in the popup: every change of its bar. */
function countSteps(): void {
  const told = document.documentElement.dataset
  const seen = new Set<number>()
  const watch = new MutationObserver(() => {
    const bar = document.querySelector("progress")
    if (bar !== null) seen.add(bar.value)
    told.benchSteps = String(seen.size)
  })
  watch.observe(document.body, { subtree: true, childList: true, attributes: true })
}

/** Runs in the popup. */
async function drawPages(most: number): Promise<number> {
  const asked = <T>(request: IDBRequest<T>) =>
    new Promise<T>(resolve => {
      request.onsuccess = () => {
        resolve(request.result)
      }
    })
  const database = await asked(indexedDB.open("holdfast"))
  const of = database.transaction(["artifacts", "blobs"])
  const rows = (await asked(of.objectStore("artifacts").getAll())) as { path: string; sha256: string }[]
  const pages = rows.filter(({ path }) => /^page-\d+\.png$/.test(path)).slice(0, most)
  const blobs: Blob[] = []
  for (const { sha256 } of pages) {
    blobs.push(((await asked(of.objectStore("blobs").get(sha256))) as { bytes: Blob }).bytes)
  }
  database.close()
  const began = performance.now()
  for (const blob of blobs) {
    const bitmap = await createImageBitmap(blob)
    const rowsEach = Math.ceil(bitmap.height / 10)
    for (let y = 0; y < bitmap.height; y += rowsEach) {
      const canvas = new OffscreenCanvas(bitmap.width, rowsEach)
      const part = [bitmap.width, Math.min(rowsEach, bitmap.height - y)] as const
      canvas.getContext("2d", { alpha: false })?.drawImage(bitmap, 0, y, ...part, 0, 0, ...part)
      await (await canvas.convertToBlob({ type: "image/jpeg", quality: 0.6 })).arrayBuffer()
    }
    bitmap.close()
  }
  return performance.now() - began
}
