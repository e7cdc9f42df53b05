/**
 * Pages of 20,000, 50,000 and 120,000 px, the first capture of a browser (cold)
 * and one after it (warm): total time, time a frame, and the peak memory of the
 * extension's processes, against the floor measured in the same run.
 */
import { newest, readVault } from "../../tests/e2e/harness/vault.ts"
import { type Driven, openPopup } from "../browsers/driver.ts"
import { type Site } from "../site/serve-site.ts"
import { extensionMemory } from "./extension-memory.ts"
import { median, printFigure, printMemory } from "./figures.ts"
import { bareFloor, type Floor } from "./floor.ts"

export const tallHeights = [20_000, 50_000, 120_000] as const

const VIEWPORT = { width: 1280, height: 800 }
const CAPTURE_LIMIT_MS = 900_000
const POLL_MS = 500
/** Frames of the quota come half a second apart; others do not take so long. */
const QUOTA_GAP_MS = 400
const MOST_MEMORY = 400e6

/** So many times the floor, for plain pages. */
const AIMS = { chrome: 2.5, firefox: 1.5 } as const

/** In a browser that has captured nothing yet. */
export async function measureTall(driven: Driven, site: Site, height: number): Promise<void> {
  for (const state of ["cold", "warm"] as const) await measureOne(driven, site, height, state)
}

async function measureOne(driven: Driven, site: Site, height: number, state: "cold" | "warm"): Promise<void> {
  const page = await driven.newPage(`${site.origin}/tall-${String(height)}?${state}`)
  const popup = await openPopup(driven, page)
  await popup.waitFor(() => document.body.dataset.view === "ready")
  await extensionMemory(driven, "idle")
  const began = Date.now()
  await popup.click("#capture")
  const ms = (await untilSealed(driven, began)) - began
  const peak = await extensionMemory(driven, "peak")
  const vault = await readVault(popup)
  const row = newest(vault)
  await popup.close()

  // After it: a floor before would warm the browser up.
  const again = await openPopup(driven, page)
  await again.waitFor(() => document.querySelector("h1") !== null)
  const floor = await bareFloor(again, height, VIEWPORT, driven.target === "firefox")
  await again.close()
  await page.close()

  printFigure({
    what: `${height.toLocaleString("en")} px page, ${state}, click → sealed${row.complete ? "" : " (WITH GAPS)"}`,
    ms,
    baseline: nameOf(floor),
    baselineMs: floor.ms,
    aim: { ratio: AIMS[driven.target] },
  })
  const stored = vault.log.filter(({ captureId, what }) => captureId === row.id && what === "frame stored")
  printFrames(
    stored.map(({ at }) => Date.parse(at) - began),
    driven.target === "chrome",
  )
  printMemory("  memory of the extension's processes, at most", peak, MOST_MEMORY)
}

/**
 * Answers with the time. Asks the background, and seldom: a question to the
 * popup counts as a click there, so that the quota would never begin.
 */
async function untilSealed({ background }: Driven, began: number): Promise<number> {
  while (Date.now() - began < CAPTURE_LIMIT_MS) {
    await new Promise(resolve => setTimeout(resolve, POLL_MS))
    const at = await background.evaluate(sealedSince, new Date(began).toISOString())
    if (at !== null) return Date.parse(at)
  }
  throw new Error("the capture was not sealed in time")
}

/** Runs in the background: when the capture that began since then was sealed; null while none is. */
async function sealedSince(began: string): Promise<string | null> {
  interface Row {
    readonly state: string
    readonly startedAt: string
    readonly endedAt: string | null
  }
  const database = await new Promise<IDBDatabase>(resolve => {
    const asked = indexedDB.open("holdfast")
    asked.onsuccess = () => {
      resolve(asked.result)
    }
  })
  const rows = await new Promise<readonly Row[]>(resolve => {
    const asked = database.transaction("captures").objectStore("captures").getAll() as IDBRequest<Row[]>
    asked.onsuccess = () => {
      resolve(asked.result)
    }
  })
  database.close()
  return rows.find(row => row.state === "sealed" && row.startedAt >= began)?.endedAt ?? null
}

function nameOf({ calls, refused }: Floor): string {
  const atQuota = refused.length === 0 ? "" : `, at the quota from call ${String(refused[0])} on`
  return `${String(calls)} bare calls, back to back after one click${atQuota}`
}

/** When each frame was stored, the as-seen frame first, in milliseconds since the click. */
function printFrames(times: readonly number[], hasQuota: boolean): void {
  const spent = times.slice(1).map((at, index) => ({ frame: index + 1, at, ms: at - (times[index] ?? 0) }))
  const each = spent.map(({ ms }) => ms)
  console.log(
    `    ${String(times.length)} frames, the last ${String(times.at(-1))} ms after the click; ${String(median(each))} ms a frame (median), ${String(Math.max(0, ...each))} ms at the most`,
  )
  const slow = spent.filter(({ at, ms }) => at > 5_000 && ms >= QUOTA_GAP_MS)
  if (!hasQuota || slow.length === 0) return
  const all = spent.filter(({ at }) => at > 5_000).length
  console.log(
    `    past 5 s: ${String(slow.length)} of ${String(all)} frames at the quota, from frame ${String(slow[0]?.frame)} on`,
  )
}
