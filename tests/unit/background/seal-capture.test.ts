import "fake-indexeddb/auto"
import { createHash } from "node:crypto"
import { beforeEach, describe, expect, test, vi } from "vitest"
import { closeCapture } from "../../../src/background/seal-capture.ts"
import { type Ports } from "../../../src/background/ports.ts"
import { type Run, startRun } from "../../../src/background/run.ts"
import { utf8 } from "../../../src/core/bytes.ts"
import { EvidenceError } from "../../../src/core/errors.ts"
import { type CaptureRecord } from "../../../src/core/evidence.ts"
import { type FramePlace } from "../../../src/core/frames.ts"
import { readBlob, storeBytes } from "../../../src/vault/blobs.ts"
import { artifactsOf, captureById } from "../../../src/vault/read.ts"
import { beginCapture } from "../../../src/vault/write.ts"
import { at, custodyOf, draftOf, fileOf, sha256Of } from "../vault/rows.ts"
import { resetScene } from "./browser.ts"
import { portsWith, refuseCustody } from "./ports.ts"

vi.mock("webextension-polyfill", async () => ({ default: (await import("./browser.ts")).fakeBrowser }))

beforeEach(resetScene)

const place: FramePlace = {
  x: 0,
  y: 0,
  width: 100,
  height: 50,
  scrollX: 0,
  scrollY: 0,
  dpr: 1,
  usedWidth: 100,
  usedHeight: 50,
  pass: 1,
}

/** A running capture with a frame and two texts in the vault. */
async function running(ports: Ports, signal = new AbortController().signal): Promise<Run> {
  const files = ["dom-before.html", "frames/0001.png", "text.txt"].map(path => ({
    ...fileOf("a", path, `bytes of ${path}`),
    place: path.endsWith(".png") ? place : null,
  }))
  for (const { path } of files) await storeBytes(ports.vault, utf8(`bytes of ${path}`), "text/plain", at)
  await beginCapture(ports.vault, draftOf("a"), files, [
    { at, step: "text", what: "file stored", detail: {} },
  ])
  return startRun(ports, { id: "a", tabId: 1, windowId: 10, url: "https://weibo.com/1/N", signal })
}

async function textOf({ vault }: Ports, path: string): Promise<string> {
  const file = (await artifactsOf(vault, "a")).find(each => each.path === path)
  if (file === undefined) throw new Error(`no ${path}`)
  return (await readBlob(vault, file.sha256)).text()
}

const recordOf = async (ports: Ports) => JSON.parse(await textOf(ports, "capture.json")) as CaptureRecord

describe("a sealed capture", () => {
  test("lists every file but itself, by name, with the hashes of what is stored", async () => {
    const ports = portsWith()
    await closeCapture(await running(ports), false)
    const { files } = await recordOf(ports)
    expect(files.map(({ path }) => path)).toEqual([
      "dom-before.html",
      "frames/0001.png",
      "log.jsonl",
      "page-1.png",
      "text.txt",
    ])
    for (const { path, sha256, bytes } of files) {
      const text = await textOf(ports, path)
      expect(createHash("sha256").update(text).digest("hex")).toBe(sha256)
      expect(Buffer.byteLength(text)).toBe(bytes)
    }
    for (const { sm3, crc32 } of await artifactsOf(ports.vault, "a")) expect([sm3, crc32]).not.toContain(null)
  })

  test("says in custody the hash of its record, and nothing of its content", async () => {
    const ports = portsWith()
    await closeCapture(await running(ports), false)
    const record = sha256Of(await textOf(ports, "capture.json"))
    const line = (await custodyOf(ports.vault)).at(-1)
    expect(Object.keys(line ?? {})).toEqual(["seq", "at", "event", "capture", "record", "prev"])
    expect(line).toMatchObject({ event: "capture.sealed", capture: "a", record })
    expect(await captureById(ports.vault, "a")).toMatchObject({ state: "sealed", record })
  })

  test("says the same of gaps in its row and in its record", async () => {
    const ports = portsWith()
    const run = await running(ports)
    run.gap({ what: "folded", reason: "not-unfolded", count: 2, where: "p" })
    await closeCapture(run, false)
    const { gaps, complete } = await recordOf(ports)
    expect(gaps[0]).toEqual({ what: "folded", reason: "not-unfolded", count: 2, where: "p" })
    expect(await captureById(ports.vault, "a")).toMatchObject({ gaps, complete })
    expect(complete).toBe(false)
  })

  test("has its procedure log as lines of JSON, numbered from 1, each with its end of line", async () => {
    const ports = portsWith()
    await closeCapture(await running(ports), false)
    const text = await textOf(ports, "log.jsonl")
    const lines = text.split("\n")
    expect(lines.pop()).toBe("")
    expect(lines.map(line => (JSON.parse(line) as { seq: number }).seq)).toEqual(
      lines.map((_, index) => index + 1),
    )
    expect(JSON.parse(lines[0] ?? "")).toEqual({ seq: 1, at, step: "text", what: "file stored" })
  })

  test("names the stop as the reason, where the user stopped it", async () => {
    const ports = portsWith()
    const controller = new AbortController()
    const run = await running(ports, controller.signal)
    controller.abort()
    await closeCapture(run, false)
    const { gaps } = await recordOf(ports)
    const { steps } = await recordOf(ports)
    expect(steps.every(({ outcome }) => outcome === "done")).toBe(true)
    expect(gaps.length).toBeGreaterThan(0)
    expect(new Set(gaps.map(({ reason }) => reason))).toEqual(new Set(["stopped"]))
  })
})

test.each<[string, (ports: Ports) => Promise<unknown>]>([
  [
    "changed",
    ({ vault }) =>
      vault.blobs.put({ sha256: sha256Of("bytes of text.txt"), bytes: new Blob(["bytes of tExt.txt"]), at }),
  ],
  ["are gone", ({ vault }) => vault.blobs.delete(sha256Of("bytes of text.txt"))],
])("a file whose bytes %s is a gap, and the record does not vouch for it", async (_name, damage) => {
  const ports = portsWith()
  const run = await running(ports)
  await damage(ports)
  await closeCapture(run, false)
  const record = await recordOf(ports)
  expect(record.files.map(({ path }) => path)).toEqual([
    "dom-before.html",
    "frames/0001.png",
    "log.jsonl",
    "page-1.png",
  ])
  expect(record.gaps).toContainEqual(expect.objectContaining({ reason: "failed", where: "text.txt" }))
  expect(record.complete).toBe(false)
})

test("stitching that fails is a failed step and a gap, never a complete capture", async () => {
  const ports = portsWith({
    stitch: () => Promise.reject(new EvidenceError("capture/stitch-mismatch", "rows lost")),
  })
  await closeCapture(await running(ports), false)
  const record = await recordOf(ports)
  expect(record.steps.find(({ name }) => name === "stitch")).toMatchObject({ outcome: "failed" })
  expect(record.complete).toBe(false)
})

test("what could not be read back is not vouched for: the capture stays open for the next start", async () => {
  const ports = portsWith({
    readBack: () => Promise.reject(new EvidenceError("vault/hung", "no answer")),
  })
  const run = await running(ports)
  await expect(closeCapture(run, false)).rejects.toMatchObject({ code: "vault/hung" })
  expect(await captureById(ports.vault, run.id)).toMatchObject({ state: "running", record: null })
})

test("a record that cannot be stored leaves the capture open, without a line in custody", async () => {
  const ports = portsWith()
  refuseCustody(ports.vault, line => line.includes("capture.sealed"))
  await expect(closeCapture(await running(ports), false)).rejects.toMatchObject({ code: "vault/full" })
  expect(await captureById(ports.vault, "a")).toMatchObject({
    state: "running",
    record: null,
    complete: false,
  })
  expect((await custodyOf(ports.vault)).map(({ event }) => event)).toEqual(["capture.started"])
  expect((await artifactsOf(ports.vault, "a")).map(({ path }) => path)).toEqual([
    "dom-before.html",
    "frames/0001.png",
    "page-1.png",
    "text.txt",
  ])
})

test("what the offscreen document says it read is believed only where it is what was stored", async () => {
  const lie = { path: "text.txt", sha256: sha256Of("another"), sm3: null, crc32: null, bytes: 1 }
  const ports = portsWith({ readBack: () => Promise.resolve({ files: [lie] }) })
  await closeCapture(await running(ports), false)
  const { files, gaps } = await recordOf(ports)
  expect(files.map(({ path }) => path)).toEqual(["log.jsonl"])
  expect(gaps.map(({ where }) => where)).toEqual(expect.arrayContaining(["dom-before.html", "text.txt"]))
})
