import "fake-indexeddb/auto"
import { beforeEach, describe, expect, test, vi } from "vitest"
import { recover } from "../../../src/background/recover.ts"
import { utf8 } from "../../../src/core/bytes.ts"
import { type FramePlace } from "../../../src/core/frames.ts"
import { readBlob, storeBytes } from "../../../src/vault/blobs.ts"
import { artifactsOf, captureById, exportById } from "../../../src/vault/read.ts"
import { type Vault } from "../../../src/vault/schema.ts"
import { beginCapture, beginExport } from "../../../src/vault/write.ts"
import {
  at,
  chainFaults,
  custodyOf,
  draftOf,
  exportDraft,
  fileOf,
  sealedCapture,
  sha256Of,
} from "../vault/rows.ts"
import { resetScene } from "./browser.ts"
import { portsWith, refuseCustody, unheard } from "./ports.ts"

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

/** A capture as a run that was killed while scrolling leaves it. */
async function leftOpen(vault: Vault, id: string, run = "a run that was killed"): Promise<void> {
  const files = ["frames/0000.png", "frames/0001.png"].map(path => ({
    ...fileOf(id, path, `${id} ${path}`),
    source: "screen" as const,
    place: { ...place, pass: path.endsWith("1.png") ? 1 : 0 },
  }))
  for (const { path } of files) await storeBytes(vault, utf8(`${id} ${path}`), "image/png", at)
  const steps = [{ name: "as-seen", at, ms: 1, outcome: "done", code: null } as const]
  await beginCapture(vault, draftOf(id, { run, steps, asSeenSafe: true }), files, [
    { at, step: "as-seen", what: "frame stored", detail: {} },
  ])
}

describe("a capture that another run left open", () => {
  test("is closed as interrupted, never as complete, with what there is", async () => {
    const ports = portsWith()
    await leftOpen(ports.vault, "a")
    expect(await recover(ports, unheard)).toEqual([])
    const row = await captureById(ports.vault, "a")
    expect(row).toMatchObject({ state: "sealed", complete: false, interrupted: true })
    expect(row?.gaps[0]).toEqual({ what: "frames", reason: "interrupted", count: null, where: null })
    expect(new Set(row?.gaps.map(({ reason }) => reason))).toEqual(new Set(["interrupted"]))
    expect((await artifactsOf(ports.vault, "a")).map(({ path }) => path)).toEqual([
      "capture.json",
      "frames/0000.png",
      "frames/0001.png",
      "log.jsonl",
      "page-1.png",
    ])
  })

  test("says so in custody, with the hash of the capture.json that is stored", async () => {
    const ports = portsWith()
    await leftOpen(ports.vault, "a")
    await recover(ports, unheard)
    const row = await captureById(ports.vault, "a")
    const file = (await artifactsOf(ports.vault, "a")).find(({ path }) => path === "capture.json")
    const text = await (await readBlob(ports.vault, file!.sha256)).text()
    expect((await custodyOf(ports.vault)).slice(1)).toMatchObject([
      { event: "capture.recovered", capture: "a" },
      { event: "capture.interrupted", capture: "a", record: sha256Of(text) },
    ])
    expect(row?.record).toBe(sha256Of(text))
    expect(JSON.parse(text)).toMatchObject({ id: "a", complete: false, clock: { monotonicMs: null } })
    expect(await chainFaults(ports.vault)).toEqual([])
  })

  test("keeps its steps, gaps and redactions of before, and its log goes on", async () => {
    const ports = portsWith()
    await leftOpen(ports.vault, "a")
    await ports.vault.captures.update("a", {
      gaps: [{ what: "source", reason: "refused", count: null, where: "HTTP 403" }],
      redacted: [{ what: "draft", count: 2, where: "dom-before.html" }],
    })
    await recover(ports, unheard)
    const row = await captureById(ports.vault, "a")
    expect(row?.steps.map(({ name }) => name)).toEqual(["as-seen", "stitch", "verify"])
    expect(row?.gaps).toContainEqual({ what: "source", reason: "refused", count: null, where: "HTTP 403" })
    expect(row?.redacted).toEqual([{ what: "draft", count: 2, where: "dom-before.html" }])
    const file = (await artifactsOf(ports.vault, "a")).find(({ path }) => path === "log.jsonl")
    const lines = (await (await readBlob(ports.vault, file!.sha256)).text()).trimEnd().split("\n")
    expect(lines.map(line => (JSON.parse(line) as { what: string }).what)).toEqual([
      "frame stored",
      "found unfinished at the start of the extension",
      "page derived",
      "closed after an interruption",
    ])
  })

  test("without a single file is closed too", async () => {
    const ports = portsWith()
    await beginCapture(ports.vault, draftOf("a", { run: "killed at once" }), [], [])
    expect(await recover(ports, unheard)).toEqual([])
    expect(await captureById(ports.vault, "a")).toMatchObject({
      state: "sealed",
      complete: false,
      interrupted: true,
    })
  })

  test("of which a frame cannot be read any more is closed without that frame", async () => {
    const ports = portsWith()
    await leftOpen(ports.vault, "a")
    await ports.vault.blobs.delete(sha256Of("a frames/0001.png"))
    expect(await recover(ports, unheard)).toEqual([])
    const row = await captureById(ports.vault, "a")
    expect(row?.gaps).toContainEqual({ what: "frames", reason: "failed", count: 1, where: "frames/0001.png" })
    const file = (await artifactsOf(ports.vault, "a")).find(({ path }) => path === "capture.json")
    const record = JSON.parse(await (await readBlob(ports.vault, file!.sha256)).text()) as {
      files: { path: string }[]
    }
    expect(record.files.map(({ path }) => path)).toEqual(["frames/0000.png", "log.jsonl", "page-1.png"])
  })
})

test("captures that cannot be closed hold up no other, and are told by their codes", async () => {
  const ports = portsWith()
  for (const id of ["a", "b", "c"]) await leftOpen(ports.vault, id)
  refuseCustody(ports.vault, line => line.includes('"capture.interrupted","capture":"b"'))
  expect(await recover(ports, unheard)).toEqual(["vault/full"])
  const states = await ports.vault.captures.orderBy("item").toArray()
  expect(states.map(({ id, state }) => [id, state])).toEqual([
    ["a", "sealed"],
    ["b", "running"],
    ["c", "sealed"],
  ])
})

test("a capture that failed to close is closed at the next start, and custody tells of that one alone", async () => {
  const ports = portsWith()
  const disk = { full: true }
  refuseCustody(ports.vault, line => disk.full && line.includes("capture.interrupted"))
  await leftOpen(ports.vault, "a")
  expect(await recover(ports, unheard)).toEqual(["vault/full"])
  disk.full = false
  expect(await recover(ports, unheard)).toEqual([])
  expect(await captureById(ports.vault, "a")).toMatchObject({ state: "sealed", interrupted: true })
  expect((await custodyOf(ports.vault)).map(({ event }) => event)).toEqual([
    "capture.started",
    "capture.recovered",
    "capture.interrupted",
  ])
})

test("what this run is doing, and what is sealed, is left alone", async () => {
  const ports = portsWith()
  await leftOpen(ports.vault, "mine", ports.run)
  await sealedCapture(ports.vault, "sealed")
  await beginExport(ports.vault, exportDraft("x", { run: ports.run }))
  const before = await custodyOf(ports.vault)
  expect(await recover(ports, unheard)).toEqual([])
  expect(await captureById(ports.vault, "mine")).toMatchObject({ state: "running" })
  expect(await exportById(ports.vault, "x")).toMatchObject({ state: "running" })
  expect(await custodyOf(ports.vault)).toEqual(before)
})

test("an export that another run left open has failed, and custody says so", async () => {
  const ports = portsWith()
  await beginExport(ports.vault, exportDraft("x", { run: "killed" }))
  await beginExport(ports.vault, exportDraft("y", { run: "killed-2", state: "done" }))
  await recover(ports, unheard)
  expect(await exportById(ports.vault, "x")).toMatchObject({ state: "failed", code: "export/failed" })
  expect(await exportById(ports.vault, "y")).toMatchObject({ state: "done" })
  expect((await custodyOf(ports.vault)).filter(({ event }) => event === "export.failed")).toMatchObject([
    { export: "x" },
  ])
})

test("bytes that nobody names any more are dropped five minutes after they were written, not before", async () => {
  const ports = portsWith()
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
  await storeBytes(ports.vault, utf8("old"), "image/png", ago(6))
  await storeBytes(ports.vault, utf8("young"), "image/png", ago(4))
  await recover(ports, unheard)
  expect(await ports.vault.blobs.toCollection().primaryKeys()).toEqual([sha256Of("young")])
})
