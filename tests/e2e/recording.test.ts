/** A tab is recorded without a break: from the popup to the item, the file and its pieces in the bundle. */
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { mkdirSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openPopup } from "../../scripts/browsers/driver.ts"
import { grantedHosts } from "../../scripts/browsers/granted.ts"
import { parseChunks } from "../../src/core/recording.ts"
import { type Bundle, exportBundle, type Item } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { judged } from "./harness/look.ts"
import { newPlace } from "./harness/place.ts"
import { servePages } from "./harness/site.ts"
import { extensionDir, target } from "./harness/target.ts"
import { filesOf, newest, readVault, untilNewest } from "./harness/vault.ts"

const pictures = join(tmpdir(), "holdfast-looks", target)
mkdirSync(pictures, { recursive: true })

/** Something moves, so that there is something to write down. */
const MOVING = `<!doctype html><meta charset="utf-8"><title>moving</title><h1 id="h">0</h1>
<script>let n = 0; const go = () => { h.textContent = String(n += 1); document.body.style.background = "hsl(" + n % 360 + " 60% 70%)"; requestAnimationFrame(go) }; go()</script>`

const site = await servePages({ "/moving": MOVING })
const folder = newPlace()
const browser = installed(grantedHosts(target, extensionDir, [site.origin], folder.profile, ["tabCapture"]))
afterAll(async () => {
  await site.close()
  folder.clear()
})

const held: { item?: Item; bundle?: Bundle; played?: unknown } = {}
const captureId = async (item: number) =>
  (await readVault(browser.driven.background)).captures.find(row => row.item === item)?.id ?? ""
const item = () => held.item ?? expect.unreachable("told before the tests")

const isChrome = target === "chrome"

beforeAll(async () => {
  if (!isChrome) return
  const { driven } = browser
  await driven.setViewport({ width: 1000, height: 700 })
  const page = await driven.newPage(`${site.origin}/moving`)
  const popup = await openPopup(driven, page)
  await popup.click("#record")
  const window = await driven.opened("ui/record.html")
  await window.waitFor(() => document.body.dataset.stage === "ready")
  await window.screenshot(join(pictures, "record-ready.png"))
  expect(await judged(window), "ready").toEqual({ wrong: [], sideways: false })
  await window.click("#start-tab")
  await window.waitFor(
    () => Number(document.querySelector<HTMLElement>("#kept")?.dataset.pieces) >= 3,
    60_000,
  )
  await window.screenshot(join(pictures, "record-running.png"))
  expect(await judged(window), "running").toEqual({ wrong: [], sideways: false })
  await window.click("#stop")
  await window.waitFor(() => document.querySelector("#saved[data-item='E-001']"), 60_000)
  await window.screenshot(join(pictures, "record-saved.png"))
  await window.close()
  const itemPage = await driven.openExtensionPage(`ui/item.html?item=${await captureId(1)}`)
  await itemPage.click("#show-content")
  held.played = await itemPage.waitFor(async () => {
    const video = document.querySelector<HTMLVideoElement>("#recording video")
    if (video === null || video.readyState < 2) return null
    await video.play()
    return { width: video.videoWidth, height: video.videoHeight }
  })
  await itemPage.screenshot(join(pictures, "record-item.png"))
  expect(await judged(itemPage), "item").toEqual({ wrong: [], sideways: false })
  await itemPage.close()
  await page.bringToFront()
  held.bundle = await exportBundle(driven, page, driven.profile)
  held.item = held.bundle.item("e001")
}, 180_000)

test("it is whole, and says what it is of", context => {
  if (!isChrome) context.skip("Firefox records no tab by itself")
  expect(item().record.gaps).toEqual([])
  expect(item().record).toMatchObject({ complete: true, trigger: "recorder", url: `${site.origin}/moving` })
  const { recording, frames } = item().record
  expect(recording).toMatchObject({
    ...{ kind: "tab", sound: false, ended: "stopped", file: "recording/original.webm" },
    ...{ width: frames[0]!.width, height: frames[0]!.height },
  })
})

test("the pieces, one after another, are the file; each is what its line says", context => {
  if (!isChrome) context.skip("Firefox records no tab by itself")
  const chunks = parseChunks(item().text("recording/chunks.jsonl"))
  const bytes = item().bytes("recording/original.webm")
  expect(chunks.length).toBe(item().record.recording!.count)
  expect(chunks.length).toBeGreaterThan(2)
  let at = 0
  for (const chunk of chunks) {
    const piece = bytes.subarray(at, at + chunk.bytes)
    expect(createHash("sha256").update(piece).digest("hex")).toBe(chunk.sha256)
    at += chunk.bytes
  }
  expect(at).toBe(bytes.length)
})

test("ffprobe finds a video of the tab's size", context => {
  if (!isChrome) context.skip("Firefox records no tab by itself")
  const probe = spawnSync(
    "ffprobe",
    ["-v", "error", "-count_frames", "-show_streams", "-of", "json", item().path("recording/original.webm")],
    { encoding: "utf8" },
  )
  if (probe.error !== undefined) context.skip("ffprobe is not on this machine")
  expect(probe.stderr).toBe("")
  const { streams } = JSON.parse(probe.stdout) as { streams: readonly object[] }
  const { width, height } = item().record.recording!
  expect(streams).toMatchObject([{ codec_type: "video", width, height }])
})

test("the item's page plays it, once asked to show what it holds", context => {
  if (!isChrome) context.skip("Firefox records no tab by itself")
  const { width, height } = item().record.recording!
  expect(held.played).toEqual({ width, height })
})

test("what was kept of a browser that is killed is an item, and it says that it was cut off", async context => {
  if (!isChrome) context.skip("Firefox records no tab by itself")
  const { driven } = browser
  const page = await driven.newPage(`${site.origin}/moving`)
  const popup = await openPopup(driven, page)
  await popup.click("#record")
  const window = await driven.opened("ui/record.html")
  await window.click("#start-tab")
  await window.waitFor(
    () => Number(document.querySelector<HTMLElement>("#kept")?.dataset.pieces) >= 3,
    60_000,
  )
  const keptPieces = await window.evaluate(() =>
    Number(document.querySelector<HTMLElement>("#kept")?.dataset.pieces),
  )
  await driven.kill()
  const again = await browser.again()
  const vault = await untilNewest(again.background, row => row.item === 2 && row.state === "sealed")
  const row = newest(vault)
  expect(row).toMatchObject({ complete: false, interrupted: true, trigger: "recorder" })
  expect(row.gaps.map(({ what, reason }) => [what, reason])).toContainEqual(["recording", "interrupted"])
  expect(row.recording?.joined?.count).toBeGreaterThanOrEqual(keptPieces)
  expect(filesOf(vault, row).map(({ path }) => path)).toEqual(
    expect.arrayContaining(["frames/0000.png", "recording/original.webm", "recording/chunks.jsonl"]),
  )
})
