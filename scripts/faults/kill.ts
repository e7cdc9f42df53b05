/** SIGKILL for every process of the browser, at random moments. */
import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { sha256Of } from "../../tests/e2e/harness/bundle.ts"
import { keep } from "../../tests/e2e/harness/exported.ts"
import { type Vault } from "../../tests/e2e/harness/vault.ts"
import { openPopup } from "../browsers/driver.ts"
import { type Fault, type Ground, newTally, type Tally } from "./fault.ts"
import { type Installation, withInstallation } from "./installation.ts"
import { paths } from "./pages.ts"
import { assess } from "./round.ts"
import { type Seen, watchUntil } from "./witness.ts"

/** A vault that grows makes every round slower; a few rounds on one profile show that what was kept stays kept. */
const ROUNDS_A_PROFILE = 6
/** The moments go a little beyond the end, where "Saved" was just said. */
const BEYOND = 1.15

export const killDuringCapture: Fault = {
  name: "kill-capture",
  what: "SIGKILL during a capture",
  cause: ground => inRounds(ground, captureLength, killCapture),
}

export const killDuringExport: Fault = {
  name: "kill-export",
  what: "SIGKILL during an export",
  cause: ground => inRounds(ground, exportLength, killExport),
}

async function inRounds(
  ground: Ground,
  measure: (installation: Installation) => Promise<number>,
  kill: (installation: Installation, ms: number) => Promise<Seen>,
): Promise<Tally> {
  const tally = newTally()
  for (let left = ground.rounds; left > 0; left -= ROUNDS_A_PROFILE) {
    await withInstallation(ground, async installation => {
      const length = await measure(installation)
      for (let round = 0; round < Math.min(left, ROUNDS_A_PROFILE); round++) {
        const ms = ground.chance.between(0, length * BEYOND)
        const seen = await kill(installation, ms)
        await installation.again()
        const vault = await assess(tally, installation, seen)
        judgeExports(tally, seen, vault, installation.place.downloadDir)
        ground.say(`${tally.rounds}: after ${ms.toFixed(0)} of ${length.toFixed(0)} ms: ${whereabouts(seen)}`)
      }
    })
  }
  return tally
}

async function captureLength({ driven, ground }: Installation): Promise<number> {
  const page = await driven.newPage(`${ground.site.origin}${paths.long}`)
  const began = performance.now()
  await keep(driven, page)
  await page.close()
  return performance.now() - began
}

async function killCapture({ driven, ground }: Installation, ms: number): Promise<Seen> {
  const page = await driven.newPage(`${ground.site.origin}${paths.long}`)
  const popup = await openPopup(driven, page)
  await popup.click("#capture")
  return watchUntil(popup, ms, () => driven.kill())
}

async function exportLength(installation: Installation): Promise<number> {
  await captureLength(installation)
  const { driven, ground } = installation
  const page = await driven.newPage(`${ground.site.origin}${paths.short}`)
  const popup = await openPopup(driven, page)
  await popup.click("#export-open")
  const began = performance.now()
  await popup.click("#export-start")
  await popup.waitFor(() => document.querySelector("#export-done") !== null)
  const length = performance.now() - began
  await driven.nextDownload()
  await popup.close()
  await page.close()
  return length
}

async function killExport({ driven, ground }: Installation, ms: number): Promise<Seen> {
  const page = await driven.newPage(`${ground.site.origin}${paths.short}`)
  const popup = await openPopup(driven, page)
  await popup.click("#export-open")
  await popup.click("#export-start")
  return watchUntil(popup, ms, () => driven.kill())
}

/** A finished export is there as it was said; a file under a bundle's name is whole, or was never called finished. */
function judgeExports(tally: Tally, seen: Seen, after: Vault, downloads: string): void {
  for (const zip of seen.exported) {
    tally.acknowledged += 1
    const row = after.exports.find(each => each.zip === zip)
    const isLogged = after.custody.some(
      line => line.event === "exported" && "zip" in line && line.zip === zip,
    )
    if (row?.state === "done" && isLogged) continue
    tally.missing += 1
    tally.broken.push(`an export was called done and is ${row?.state ?? "gone"}`)
  }
  if (!existsSync(downloads)) return
  const known = new Map(after.exports.map(row => [row.fileName, row.zip]))
  for (const name of readdirSync(downloads).filter(each => each.endsWith(".zip"))) {
    const zip = known.get(name)
    // Of an export that was cut off, the record has no digest: nobody was told one.
    if (zip == null || zip === sha256Of(join(downloads, name))) continue
    tally.calledWhole += 1
    tally.broken.push(`${name} is not the bundle that was named`)
  }
}

/** In a word or two, where it was when it was struck. */
function whereabouts({ vault, saved, exported }: Seen): string {
  const open = vault.captures.find(({ state }) => state === "running")
  const running = vault.exports.find(({ state }) => state === "running")
  if (open !== undefined) return `capture at ${open.progress.stage} ${open.progress.done}`
  if (running !== undefined) return `export at ${running.done} of ${running.total}`
  return saved.length > 0 ? "saved" : exported.length > 0 ? "exported" : "before its first commit"
}
