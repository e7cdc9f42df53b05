/** A tab is recorded without a break: from the popup to the item, the file and its pieces in the bundle. */
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { mkdirSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Driven, openPopup, type Page } from "../../scripts/browsers/driver.ts"
import { grantedHosts } from "../../scripts/browsers/granted.ts"
import { type Display, onScreen, withXvfb } from "../../scripts/browsers/xvfb.ts"
import { parseChunks } from "../../src/core/recording.ts"
import { sha256Stream } from "../../src/core/seal/hash.ts"
import { readWebm, sameBlocks } from "../../src/core/webm.ts"
import { newPlace, start } from "./harness/browser.ts"
import { exportBundle, type Item } from "./harness/exported.ts"
import { judged } from "./harness/look.ts"
import { servePages } from "./harness/site.ts"
import { extensionDir, target } from "./harness/target.ts"
import { filesOf, newest, readVault, untilNewest } from "./harness/vault.ts"

const pictures = join(tmpdir(), "holdfast-looks", target)
mkdirSync(pictures, { recursive: true })

/** Something moves, so that there is something to write down. */
const MOVING = `<!doctype html><meta charset="utf-8"><title>moving</title><h1 id="h">0</h1>
<script>let n = 0; const go = () => { h.textContent = String(n += 1); document.body.style.background = "hsl(" + n % 360 + " 60% 70%)"; requestAnimationFrame(go) }; go()</script>`

const site = await servePages({ "/moving": MOVING })
const place = newPlace()
const isChrome = target === "chrome"
const noXvfb = spawnSync("Xvfb", ["-help"]).error !== undefined
const NEEDS_XVFB = "needs Xvfb, which is not installed: Firefox without a display has nothing to pick"

interface Played {
  readonly of: string | undefined
  readonly width: number
  readonly height: number
  readonly duration: number
  /** How far from the end the player stands, in seconds, after it was sent there. */
  readonly soughtTo: number | null
}

interface Held {
  driven?: Driven
  item?: Item
  played?: Played
}
const held: Held = {}
const item = () => held.item ?? expect.unreachable("told before the tests")
const driven = () => held.driven ?? expect.unreachable("launched before the tests")

/** Chromium records the tab; Firefox what is picked: under a display of its own it picks the screen by itself. */
const chrome = () => grantedHosts(target, extensionDir, [site.origin], place.profile, ["tabCapture"])
const firefox = { "media.navigator.permission.disabled": true }
const launched = async (env: Readonly<Record<string, string>>) => {
  held.driven = isChrome
    ? await start(place, chrome())
    : await start(place, { headless: false, env, prefs: firefox })
  return held.driven
}

const screen: { display?: Display; end?: () => void; ended?: Promise<unknown> } = {}

beforeAll(async () => {
  if (isChrome) await launched({})
  else if (!noXvfb) await launched(await displayFor())
  if (held.driven === undefined) return
  const browser = driven()
  await browser.setViewport({ width: 1000, height: 700 })
  const page = await browser.newPage(`${site.origin}/moving`)
  const window = await begin(page, "record")
  await window.screenshot(join(pictures, "record-running.png"))
  expect(await judged(window), "running").toEqual({ wrong: [], sideways: false })
  await window.click("#stop")
  await window.waitFor(() => document.querySelector("#saved[data-item='E-001']"), 60_000)
  await window.screenshot(join(pictures, "record-saved.png"))
  await window.close()
  held.played = await playedIn(browser)
  await page.bringToFront()
  held.item = (await exportBundle(browser, page, browser.profile)).item("e001")
})

afterAll(async () => {
  await held.driven?.close()
  screen.end?.()
  await screen.ended
  await site.close()
  place.clear()
})

/** A display for as long as the stories run. */
async function displayFor(): Promise<Readonly<Record<string, string>>> {
  return new Promise((resolve, reject) => {
    screen.ended = withXvfb(display => {
      screen.display = display
      resolve(display.env)
      return new Promise<void>(end => {
        screen.end = end
      })
    }).catch(reject)
  })
}

/** By the popup's button, in the window that it opens, until a few pieces are kept. */
async function begin(page: Page, name: string) {
  // A window of Firefox's that was never clicked into closes its popups.
  screen.display?.click(...(await onScreen(page, 400, 400)))
  await page.waitFor(() => document.hasFocus() || navigator.userAgent.includes("Chrome"))
  const popup = await openPopup(driven(), page)
  await popup.click("#record")
  const window = await driven().opened("ui/record.html")
  await window.waitFor(() => document.body.dataset.stage === "ready")
  await window.screenshot(join(pictures, `${name}-ready.png`))
  expect(await judged(window), "ready").toEqual({ wrong: [], sideways: false })
  await window.click(isChrome ? "#start-tab" : "#start-picked")
  await window.waitFor(
    () => Number(document.querySelector<HTMLElement>("#kept")?.dataset.pieces) >= 3,
    60_000,
  )
  return window
}

async function playedIn(browser: Driven): Promise<Played> {
  const { id } = newest(await readVault(browser.background))
  const page = await browser.openExtensionPage(`ui/item.html?item=${id}`)
  // A browser may begin to load a film only in a tab that somebody has looked at.
  await page.bringToFront()
  await page.click("#show-content")
  await page.waitFor(() => document.querySelector("#recording video"))
  const played = await page.evaluate(async () => {
    const video = document.querySelector<HTMLVideoElement>("#recording video")
    if (video === null) return null
    const state = () =>
      JSON.stringify({
        ...{ ready: video.readyState, network: video.networkState, error: video.error?.message ?? null },
        ...{ visible: document.visibilityState, focus: document.hasFocus(), paused: video.paused },
      })
    const late = new Promise<never>((_, reject) => {
      setTimeout(() => {
        reject(new Error(`does not play: ${state()}`))
      }, 60_000)
    })
    await Promise.race([video.play(), late])
    const { videoWidth, videoHeight, duration } = video
    return { of: video.dataset.of, width: videoWidth, height: videoHeight, duration }
  })
  // To where no player can go in a file without an index: just before its end.
  const soughtTo = await page.evaluate(async () => {
    const video = document.querySelector<HTMLVideoElement>("#recording video")
    if (video === null) return null
    video.pause()
    const there = new Promise(resolve => {
      video.addEventListener("seeked", resolve, { once: true })
    })
    video.currentTime = video.duration - 0.5
    await there
    return video.duration - video.currentTime
  })
  await page.screenshot(join(pictures, "record-player.png"))
  expect(await judged(page), "item").toEqual({ wrong: [], sideways: false })
  await page.click("#play-other")
  await page.waitFor(() => {
    const video = document.querySelector<HTMLVideoElement>("#recording video[data-of='original']")
    return video !== null && video.readyState >= 1
  })
  await page.screenshot(join(pictures, "record-player-original.png"))
  await page.close()
  return { ...(played ?? expect.unreachable("waited for")), soughtTo }
}

interface Probed {
  readonly packets: readonly { readonly stream_index: number; readonly data_hash: string }[]
  readonly format: { readonly duration?: string }
}
const hashOf = ({ data_hash }: Probed["packets"][number]) => data_hash

test("it is whole, and says what it is of", context => {
  if (held.item === undefined) context.skip(NEEDS_XVFB)
  expect(item().record.gaps).toEqual([])
  expect(item().record).toMatchObject({ complete: true, trigger: "recorder", url: `${site.origin}/moving` })
  const { recording, frames } = item().record
  expect(recording).toMatchObject({
    ...{ kind: isChrome ? "tab" : "picked", ended: "stopped", file: "recording/original.webm" },
  })
  // A tab at its own pixels, neither scaled nor framed.
  if (isChrome) expect(recording).toMatchObject({ width: frames[0]!.width, height: frames[0]!.height })
})

test("the pieces, one after another, are the file; each is what its line says", context => {
  if (held.item === undefined) context.skip(NEEDS_XVFB)
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
  if (held.item === undefined) context.skip(NEEDS_XVFB)
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
  if (held.item === undefined) context.skip(NEEDS_XVFB)
  const { width, height, view } = item().record.recording!
  expect(held.played).toMatchObject({ of: "copy", width, height })
  const { duration, soughtTo } = held.played ?? expect.unreachable("played before")
  expect(duration).toBeCloseTo(view!.durationMs / 1000, 1)
  expect(soughtTo).toBeCloseTo(0.5, 1)
})

const blocksOf = (path: string) => {
  const bytes = item().bytes(path)
  const read = (from: number, length: number) => Promise.resolve(bytes.subarray(from, from + length))
  return readWebm({ size: bytes.length, read }, { ofFile: sha256Stream, ofBlocks: sha256Stream })
}

test("its viewing copy is called derived, and has every block of the original, a length and an index", async context => {
  if (held.item === undefined) context.skip(NEEDS_XVFB)
  const { view } = item().record.recording!
  const [of, is] = [await blocksOf("recording/original.webm"), await blocksOf("recording/view-derived.webm")]
  expect(view).toMatchObject({ file: "recording/view-derived.webm", sha256: is.digest, ofSha256: of.digest })
  expect(item().record.files).toContainEqual(
    expect.objectContaining({ path: "recording/view-derived.webm", source: "derived", sha256: is.digest }),
  )
  // Chromium writes no length, Firefox sometimes a zero.
  expect(of.durationMs ?? 0, "why there is a copy at all").toBe(0)
  expect(is.durationMs).toBe(view!.durationMs)
  expect(is.durationMs).toBeGreaterThan(2_000)
  expect(is.cues).toBeGreaterThan(0)
  expect(sameBlocks(of, is)).toBe(true)
})

test("ffprobe finds the same packets in both, and the copy's length", context => {
  if (held.item === undefined) context.skip(NEEDS_XVFB)
  const probe = (path: string) => {
    const show = ["-show_packets", "-show_format", "-show_data_hash", "sha256", "-of", "json"]
    return spawnSync("ffprobe", ["-v", "error", ...show, item().path(path)], {
      encoding: "utf8",
      maxBuffer: 1e8,
    })
  }
  const [of, is] = [probe("recording/original.webm"), probe("recording/view-derived.webm")]
  if (of.error !== undefined) context.skip("ffprobe is not on this machine")
  expect([of.stderr, is.stderr]).toEqual(["", ""])
  const [was, made] = [of, is].map(({ stdout }) => JSON.parse(stdout) as Probed)
  expect(made?.packets.map(hashOf)).toEqual(was?.packets.map(hashOf))
  expect(Number(made?.format.duration)).toBeCloseTo(item().record.recording!.view!.durationMs / 1000, 2)
})

test("what was kept of a browser that is killed is an item, and it says that it was cut off", async context => {
  if (held.item === undefined) context.skip(NEEDS_XVFB)
  const page = await driven().newPage(`${site.origin}/moving`)
  const window = await begin(page, "record-again")
  const kept = await window.evaluate(() =>
    Number(document.querySelector<HTMLElement>("#kept")?.dataset.pieces),
  )
  await driven().kill()
  const again = await launched(screen.display?.env ?? {})
  const vault = await untilNewest(again.background, row => row.item === 2 && row.state === "sealed")
  const row = newest(vault)
  expect(row).toMatchObject({ complete: false, interrupted: true, trigger: "recorder" })
  expect(row.gaps.map(({ what, reason }) => [what, reason])).toContainEqual(["recording", "interrupted"])
  expect(row.recording?.joined?.count).toBeGreaterThanOrEqual(kept)
  expect(filesOf(vault, row).map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      ...["frames/0000.png", "recording/original.webm", "recording/chunks.jsonl"],
      // Cut off in the middle of whatever the recorder was writing, and seekable all the same.
      "recording/view-derived.webm",
    ]),
  )
})
