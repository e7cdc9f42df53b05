/**
 * A minute of something that moves, recorded at 1280 x 720 (Chromium: the tab; Firefox: the screen that it is on): frames
 * dropped, what it costs, bytes, how long a piece is on its way to the disk. And what is lost where the browser is killed.
 */
import { spawnSync } from "node:child_process"
import { randomInt } from "node:crypto"
import { resolve } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { newPlace, startIn } from "../../tests/e2e/harness/place.ts"
import { filesOf, newest, readVault, storedBytes, untilNewest } from "../../tests/e2e/harness/vault.ts"
import { CHUNKS_FILE, parseChunks, RECORDING_FILE } from "../../src/core/recording.ts"
import { sha256Stream } from "../../src/core/seal/hash.ts"
import { VIEWING_FILE } from "../../src/core/viewing.ts"
import { readWebm } from "../../src/core/webm.ts"
import { type Driven, openPopup, type Page, type Target } from "../browsers/driver.ts"
import { grantedHosts } from "../browsers/granted.ts"
import { type Display, onScreen, withXvfb } from "../browsers/xvfb.ts"
import { type Route, type Site } from "../site/serve-site.ts"
import { extensionMemory, extensionWork } from "./extension-memory.ts"
import { median, printAim, printFigure, printMemory } from "./figures.ts"

const SIZE = { width: 1280, height: 720 } as const
const RECORDED_MS = 60_000
const IDLE_MS = 10_000
const KILLS = 3
const KILLED_AFTER_MS = [5_000, 15_000] as const
const MOST_LOST_MS = 2_000
/** The recorder's window and the encoder are in it. */
const MOST_MEMORY = 200e6

/** Every frame is another: a number, a colour, a band that goes down. */
export const moving: Route = (_request, response) => {
  response.setHeader("Content-Type", "text/html; charset=utf-8")
  response.end(`<!doctype html><meta charset="utf-8"><title>moving</title><body style="margin:0">
<h1 id="n">0</h1><div id="band" style="position:absolute;width:100%;height:60px;background:#000"></div><script>
let n = 0
const go = () => {
  n += 1
  document.getElementById("n").textContent = String(n)
  document.body.style.background = "hsl(" + n % 360 + " 60% 70%)"
  document.getElementById("band").style.top = n * 3 % 660 + "px"
  requestAnimationFrame(go)
}
go()
</script>`)
}

/** Needs a display of its own in Firefox, which has nothing to pick without one. */
export async function measureRecording(target: Target, site: Site): Promise<void> {
  if (target === "chrome") {
    await measureOn(target, site, null)
    return
  }
  if (spawnSync("Xvfb", ["-help"]).error === undefined)
    await withXvfb(display => measureOn(target, site, display), SIZE)
  else console.log("  recording: not measured: Xvfb is not installed")
}

async function measureOn(target: Target, site: Site, display: Display | null): Promise<void> {
  const place = newPlace()
  const launched = () =>
    startIn(target, place, {
      ...(display === null
        ? grantedHosts(target, resolve("dist", target), [site.origin], place.profile, ["tabCapture"])
        : { headless: false, env: display.env, prefs: { "media.navigator.permission.disabled": true } }),
      viewport: display === null ? SIZE : null,
    })
  let driven = await launched()
  try {
    await measureMinute(driven, await driven.newPage(`${site.origin}/moving`), display)
    const lost: number[] = []
    for (let kill = 0; kill < KILLS; kill++) {
      await begin(driven, await driven.newPage(`${site.origin}/moving`), display)
      await sleep(randomInt(...KILLED_AFTER_MS))
      const killedAt = Date.now()
      await driven.kill()
      driven = await launched()
      const item = kill + 2
      const vault = await untilNewest(driven.background, row => row.item === item && row.state === "sealed")
      const { joined } = newest(vault).recording ?? {}
      lost.push(joined === undefined ? Infinity : killedAt - Date.parse(joined.endedAt))
    }
    console.log(`  of a recording whose browser is killed, lost: ${lost.map(seconds).join(", ")}`)
    printAim(seconds(MOST_LOST_MS), Math.max(...lost) <= MOST_LOST_MS)
  } finally {
    await driven.close()
    place.clear()
  }
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

/** By the popup, as its user begins it. Gives the window beside it, when the first piece is kept. */
async function begin(driven: Driven, page: Page, display: Display | null) {
  // A window of Firefox's that was never clicked into closes its popups.
  display?.click(...(await onScreen(page, 400, 400)))
  const popup = await openPopup(driven, page)
  await popup.click("#record")
  const window = await driven.opened("ui/record.html")
  await window.click(display === null ? "#start-tab" : "#start-picked")
  await window.waitFor(
    () => Number(document.querySelector<HTMLElement>("#kept")?.dataset.pieces) >= 1,
    60_000,
  )
  return window
}

async function measureMinute(driven: Driven, page: Page, display: Display | null): Promise<void> {
  const idle = await page.evaluate(countFrames, IDLE_MS)
  const idleWork = await workOf(driven, () => sleep(IDLE_MS))
  const before = await extensionMemory(driven, "idle")
  const window = await begin(driven, page, display)
  await window.evaluate(noteShown)
  const held: { drawn: number } = { drawn: 0 }
  const work = await workOf(driven, async () => {
    held.drawn = await page.evaluate(countFrames, RECORDED_MS)
  })
  const peak = await extensionMemory(driven, "peak")
  const shown = await window.evaluate(() => document.documentElement.dataset.shown ?? "")
  await window.click("#stop")
  await window.waitFor(() => document.querySelector("#saved"), 120_000)

  const vault = await readVault(driven.background)
  const row = newest(vault)
  const bytesOf = async (path: string): Promise<Buffer> => {
    const found = filesOf(vault, row).find(file => file.path === path)
    if (found === undefined) throw new Error(`the recording has no ${path}`)
    return storedBytes(driven.background, found.sha256)
  }
  const chunks = parseChunks((await bytesOf(CHUNKS_FILE)).toString())
  const film = await bytesOf(RECORDING_FILE)
  const bareMs = await window.evaluate(writeStrictly, Math.round(film.length / chunks.length))
  await window.close()

  const { width, height } = row.recording ?? { width: 0, height: 0 }
  const recordedMs = Date.parse(chunks.at(-1)?.at ?? "") - Date.parse(chunks[0]?.at ?? "")
  // The original, as the recorder leaves it, has no length: its copy for viewing has the same pictures and one.
  const writtenMs = await betweenFrames(await bytesOf(VIEWING_FILE))
  const drawnMs = RECORDED_MS / held.drawn
  console.log(`  a recording of ${seconds(RECORDED_MS)}, ${String(width)} x ${String(height)}`)
  printFigure({
    what: "between two frames that the page draws while it is recorded",
    ms: drawnMs,
    baseline: "the same while it is not",
    baselineMs: IDLE_MS / idle,
    aim: null,
  })
  printFigure({
    what: "between two frames of the recording",
    ms: writtenMs,
    baseline: "between two that the page drew meanwhile",
    baselineMs: drawnMs,
    aim: null,
  })
  console.log(
    `    dropped: ${(100 * Math.max(0, 1 - drawnMs / writtenMs)).toFixed(0)} % of what the page drew`,
  )
  const perSecond = (ms: number | null, of: number) =>
    ms === null ? "not measured" : `${((ms * 1000) / of).toFixed(0)} ms`
  console.log(
    `  processor time of the extension's processes in a second: ${perSecond(work, RECORDED_MS)}; idle ${perSecond(idleWork, IDLE_MS)}`,
  )
  const grown = before === null || peak === null ? null : peak - before
  printMemory(
    "  memory of the extension's processes while it records, at most above idle",
    grown,
    MOST_MEMORY,
  )
  const laterBytes = film.length - (chunks[0]?.bytes ?? 0)
  console.log(`  bytes in a second: ${((laterBytes * 1000) / recordedMs).toFixed(0)}`)
  const delays = shown.split(" ").flatMap(each => {
    const [pieces, at] = each.split(":").map(Number)
    const chunk = chunks[(pieces ?? 0) - 1]
    return chunk === undefined || at === undefined ? [] : [at - Date.parse(chunk.at)]
  })
  printFigure({
    what: `from a piece's coming until it is on the disk and shown, of ${String(delays.length)} the middle one`,
    ms: median(delays),
    baseline: "as many bytes stored strictly by IndexedDB alone",
    baselineMs: bareMs,
    aim: null,
  })
  console.log(`    the longest: ${Math.max(...delays).toFixed(0)} ms`)
}

async function workOf(driven: Driven, use: () => Promise<void>): Promise<number | null> {
  const before = extensionWork(driven)
  await use()
  const after = extensionWork(driven)
  return before === null || after === null ? null : after - before
}

/** Milliseconds between two of its pictures. */
async function betweenFrames(film: Buffer): Promise<number> {
  const read = (from: number, length: number) => Promise.resolve(film.subarray(from, from + length))
  const { durationMs, tracks } = await readWebm(
    { size: film.length, read },
    { ofFile: sha256Stream, ofBlocks: sha256Stream },
  )
  const frames = tracks.find(({ codec }) => codec.startsWith("V_"))?.blocks
  return (durationMs ?? NaN) / (frames ?? NaN)
}

/** Runs in the page. */
function countFrames(ms: number): Promise<number> {
  return new Promise(resolve => {
    const began = performance.now()
    let frames = 0
    const next = (): void => {
      frames += 1
      if (performance.now() - began < ms) requestAnimationFrame(next)
      else resolve(frames)
    }
    requestAnimationFrame(next)
  })
}

/** Runs in the recorder's window: how many pieces it said are kept, and since when. */
function noteShown(): void {
  const held = document.documentElement.dataset
  held.shown = ""
  let before = document.querySelector<HTMLElement>("#kept")?.dataset.pieces
  const watch = new MutationObserver(() => {
    const pieces = document.querySelector<HTMLElement>("#kept")?.dataset.pieces
    if (pieces === undefined || pieces === before) return
    before = pieces
    held.shown = `${held.shown ?? ""} ${pieces}:${String(Date.now())}`.trim()
  })
  watch.observe(document.body, { subtree: true, childList: true, attributes: true })
}

/** Runs in the recorder's window, in a database of its own. Milliseconds, the middle one of twenty. */
async function writeStrictly(bytes: number): Promise<number> {
  const asked = indexedDB.open("bench", 1)
  asked.onupgradeneeded = () => asked.result.createObjectStore("pieces", { autoIncrement: true })
  await new Promise(resolve => {
    asked.onsuccess = resolve
  })
  const times: number[] = []
  for (let round = 0; round < 20; round++) {
    const piece = new Blob([crypto.getRandomValues(new Uint8Array(1024)), new Uint8Array(bytes - 1024)])
    const began = performance.now()
    const transaction = asked.result.transaction("pieces", "readwrite", { durability: "strict" })
    transaction.objectStore("pieces").add(piece)
    await new Promise(resolve => {
      transaction.oncomplete = resolve
    })
    times.push(performance.now() - began)
  }
  asked.result.close()
  indexedDB.deleteDatabase("bench")
  return times.toSorted((a, b) => a - b)[10] ?? NaN
}
