/** Recordings in the background: what becomes of them, however they end. The recorder is the test. */
import "fake-indexeddb/auto"
import { beforeEach, expect, test, vi } from "vitest"
import { createRecordings } from "../../../src/background/recording.ts"
import { type Ports } from "../../../src/background/ports.ts"
import { recover } from "../../../src/background/recover.ts"
import { utf8 } from "../../../src/core/bytes.ts"
import { EvidenceError } from "../../../src/core/errors.ts"
import { parseCaptureRecord } from "../../../src/core/record.ts"
import { parseChunks, type RecordingStart } from "../../../src/core/recording.ts"
import { type Sha256, sha256 } from "../../../src/core/seal/hash.ts"
import { readBack, storeBytes } from "../../../src/vault/blobs.ts"
import { chunksOf, keepChunk } from "../../../src/vault/chunks.ts"
import { artifactsOf, captureById } from "../../../src/vault/read.ts"
import { eventually } from "../eventually.ts"
import { at, chainFaults } from "../vault/rows.ts"
import { openTab, resetScene, scene } from "./browser.ts"
import { portsWith, unheard } from "./ports.ts"

vi.mock("webextension-polyfill", async () => ({ default: (await import("./browser.ts")).fakeBrowser }))

beforeEach(() => {
  resetScene()
  openTab(1)
})

const picked: RecordingStart = { kind: "picked", sound: true, width: 1280, height: 720 }

function recordingsOf(ports: Ports, tick?: () => Promise<void>) {
  const ended: { item: string | null; error: EvidenceError | null }[] = []
  const { handlers: recordings } = createRecordings(
    ports,
    { onBegin: () => undefined, onEnd: outcome => void ended.push(outcome) },
    // Fifteen of them without a word are a recorder that is gone: a busy machine must not be taken for one.
    tick ?? (() => new Promise(resolve => setTimeout(resolve, 100))),
  )
  return { recordings, ended }
}

const record = async ({ vault }: Ports, captureId: string, ...pieces: readonly string[]) => {
  for (const piece of pieces)
    await keepChunk(vault, captureId, { bytes: utf8(piece), mediaType: "video/webm", at })
}

const fileOf = async ({ vault }: Ports, captureId: string, path: string) => {
  const file = (await artifactsOf(vault, captureId)).find(each => each.path === path)
  return file === undefined ? null : new TextDecoder().decode(await readBack(vault, file.sha256))
}

const recordOf = async (ports: Ports, captureId: string) =>
  parseCaptureRecord(JSON.parse((await fileOf(ports, captureId, "capture.json")) ?? "null"))

test("one that is stopped is whole: its pieces one after another, each in the chain, and the first screen", async () => {
  const ports = portsWith()
  const { recordings, ended } = recordingsOf(ports)
  const { captureId } = await recordings.openRecording({ tabId: 1, start: picked, guided: false })
  await record(ports, captureId, "one ", "two ", "three")
  await recordings.endRecording({ captureId, ended: "stopped", code: null })
  await eventually(() => {
    expect(ended).toHaveLength(1)
  })

  expect(ended).toEqual([{ item: "e001", error: null }])
  expect(await fileOf(ports, captureId, "recording/original.webm")).toBe("one two three")
  const chunks = parseChunks((await fileOf(ports, captureId, "recording/chunks.jsonl")) ?? "")
  expect(chunks.map(({ bytes }) => bytes)).toEqual([4, 4, 5])
  expect(chunks[1]?.sha256).toBe(await sha256(utf8("two ")))
  const sealed = await recordOf(ports, captureId)
  expect(sealed).toMatchObject({ complete: true, gaps: [], trigger: "recorder" })
  expect(sealed.recording).toMatchObject({ ...picked, count: 3, bytes: 13, ended: "stopped" })
  expect(sealed.files.map(({ path }) => path)).toContain("frames/0000.png")
  expect(await chunksOf(ports.vault, captureId), "the pieces are in the file now").toEqual([])
  expect(await chainFaults(ports.vault)).toEqual([])
})

const closed = async (ports: Ports) => {
  const { recordings, ended } = recordingsOf(ports)
  const { captureId } = await recordings.openRecording({ tabId: 1, start: picked, guided: false })
  await record(ports, captureId, "one ", "two")
  await recordings.endRecording({ captureId, ended: "stopped", code: null })
  await eventually(() => {
    expect(ended).toHaveLength(1)
  })
  return captureId
}

/** A workshop whose copies are these bytes. */
function copying(bytes: string, keep: (vault: Ports["vault"], sha256: Sha256) => Promise<unknown>): Ports {
  const ports: Ports = portsWith({
    makeViewing: async ({ captureId }) => {
      const { vault } = ports
      const of = (await artifactsOf(vault, captureId)).find(({ path }) => path === "recording/original.webm")
      const hash = await storeBytes(vault, utf8(bytes), "video/webm", at)
      await keep(vault, hash)
      const facts = { durationMs: 2_000, packets: 60, sizes: [], tool: "mediabunny", version: "1" }
      const ofSha256 = of?.sha256 ?? expect.unreachable("joined before")
      return { at, sha256: hash, bytes: bytes.length, mediaType: "video/webm", ofSha256, ...facts }
    },
  })
  return ports
}

test("its viewing copy is listed as derived, and the record says of which bytes it was made, and by what", async () => {
  const ports = copying("a copy", () => Promise.resolve())
  const captureId = await closed(ports)
  const sealed = await recordOf(ports, captureId)
  expect(sealed).toMatchObject({ complete: true, gaps: [] })
  expect(sealed.recording?.view).toMatchObject({
    ...{ file: "recording/view-derived.webm", sha256: await sha256(utf8("a copy")) },
    ...{ of: "recording/original.webm", ofSha256: await sha256(utf8("one two")) },
    ...{ durationMs: 2_000, tool: "mediabunny", version: "1" },
  })
  const listed = sealed.files.find(({ path }) => path === "recording/view-derived.webm")
  expect(listed).toMatchObject({ source: "derived", bytes: 6, mediaType: "video/webm" })
  expect(await fileOf(ports, captureId, "recording/original.webm")).toBe("one two")
  expect(await fileOf(ports, captureId, "log.jsonl")).toContain('"what":"viewing copy made"')
})

const copiesThatFail: [string, () => Ports, string][] = [
  ["cannot be made", () => portsWith(), "recording/no-copy"],
  [
    "is not what was stored",
    () => copying("a copy", (vault, hash) => vault.blobs.update(hash, { bytes: new Blob(["A COPY"]) })),
    "vault/damaged",
  ],
]
test.each(copiesThatFail)("a copy that %s is a step with a code, and no gap", async (_what, made, code) => {
  const ports = made()
  const captureId = await closed(ports)
  const sealed = await recordOf(ports, captureId)
  expect(sealed).toMatchObject({ complete: true, gaps: [] })
  expect(sealed.recording?.view).toBeUndefined()
  expect(sealed.files.map(({ path }) => path)).not.toContain("recording/view-derived.webm")
  expect(sealed.steps).toContainEqual(expect.objectContaining({ name: "view", outcome: "failed", code }))
  expect(await fileOf(ports, captureId, "recording/original.webm")).toBe("one two")
})

test("the page is not touched: nothing is put into it, and it may be left", async () => {
  const ports = portsWith()
  const { recordings, ended } = recordingsOf(ports)
  const { captureId } = await recordings.openRecording({ tabId: 1, start: picked, guided: false })
  await record(ports, captureId, "one")
  await recordings.endRecording({ captureId, ended: "source-ended", code: null })
  await eventually(() => {
    expect(ended).toHaveLength(1)
  })
  expect(scene.asked).toEqual(["1 picture"])
  expect((await recordOf(ports, captureId)).complete).toBe(true)
})

const unwanted = [
  ["one whose disk was full", { ended: "failed", code: "vault/full" }, "failed"],
  ["one whose recorder broke off", { ended: "failed", code: "recording/failed" }, "failed"],
  ["one that is as long as an item may be", { ended: "limit", code: null }, "too-large"],
] as const

test.each(unwanted)("%s keeps what it has, and is not called complete", async (_what, end, reason) => {
  const ports = portsWith()
  const { recordings, ended } = recordingsOf(ports)
  const { captureId } = await recordings.openRecording({ tabId: 1, start: picked, guided: false })
  await record(ports, captureId, "one")
  await recordings.endRecording({ captureId, ...end })
  await eventually(() => {
    expect(ended).toHaveLength(1)
  })
  const sealed = await recordOf(ports, captureId)
  expect(sealed.complete).toBe(false)
  expect(sealed.gaps).toEqual([{ what: "recording", reason, count: null, where: end.code }])
  expect(await fileOf(ports, captureId, "recording/original.webm")).toBe("one")
})

test("a recorder that is not heard of any more is told to stop, and its item says where it was cut off", async () => {
  const stopped: string[] = []
  const ports = portsWith({
    stopRecorder: ({ captureId }) => Promise.resolve(void stopped.push(captureId)).then(() => null),
  })
  const { recordings, ended } = recordingsOf(ports)
  const { captureId } = await recordings.openRecording({ tabId: 1, start: picked, guided: false })
  await record(ports, captureId, "one")
  await recordings.noteRecording({ captureId })
  await eventually(() => {
    expect(ended).toHaveLength(1)
  })
  expect(stopped).toEqual([captureId])
  const sealed = await recordOf(ports, captureId)
  expect(sealed.recording?.ended).toBe("lost")
  expect(sealed.gaps).toMatchObject([{ what: "recording", reason: "interrupted" }])
  await expect(recordings.noteRecording({ captureId }), "whoever records on is told").rejects.toThrow(
    /not-running|recording/,
  )
  await expect(record(ports, captureId, "late"), "and keeps nothing").rejects.toThrow()
})

test("a tab that the browser lets nobody record makes no item at all", async () => {
  const refuse = () => Promise.reject(new EvidenceError("recording/not-allowed", "no"))
  const ports = portsWith({}, { tabStreamId: refuse })
  const { recordings } = recordingsOf(ports)
  await expect(recordings.recordTab({ tabId: 1, sound: false, guided: false })).rejects.toMatchObject({
    code: "recording/not-allowed",
  })
  expect(await ports.vault.captures.count()).toBe(0)
})

test("of a recorder that cannot begin, the first screen is kept, and the recording is a gap", async () => {
  const ports = portsWith({
    startRecorder: () => Promise.reject(new EvidenceError("recording/refused", "no codec")),
  })
  const { recordings, ended } = recordingsOf(ports)
  await expect(recordings.recordTab({ tabId: 1, sound: false, guided: false })).rejects.toMatchObject({
    code: "recording/refused",
  })
  await eventually(() => {
    expect(ended).toHaveLength(1)
  })
  const [row] = await ports.vault.captures.toArray()
  expect(row).toMatchObject({ state: "sealed", complete: false })
  expect(row?.gaps).toMatchObject([{ what: "recording", reason: "refused" }])
  expect((await recordOf(ports, row?.id ?? "")).recording).toBeUndefined()
})

test("what another run left open is one file up to its last piece, and is called interrupted", async () => {
  const ports = portsWith()
  const { recordings } = recordingsOf(ports, () => new Promise(() => undefined))
  const { captureId } = await recordings.openRecording({ tabId: 1, start: picked, guided: false })
  await record(ports, captureId, "one ", "two")
  expect(await recover({ ...ports, run: "the next run" }, unheard)).toEqual([])
  expect(await captureById(ports.vault, captureId)).toMatchObject({ state: "sealed", interrupted: true })
  expect(await fileOf(ports, captureId, "recording/original.webm")).toBe("one two")
  const sealed = await recordOf(ports, captureId)
  expect(sealed.recording).toMatchObject({ ended: "interrupted", count: 2 })
  expect(sealed.gaps.map(({ what, reason }) => [what, reason])).toEqual([["recording", "interrupted"]])
})

test("a piece that is not what was stored ends the file before it, and the gap counts it and what follows", async () => {
  const ports = portsWith()
  const { recordings, ended } = recordingsOf(ports)
  const { captureId } = await recordings.openRecording({ tabId: 1, start: picked, guided: false })
  await record(ports, captureId, "one ", "two ", "three")
  await ports.vault.chunks.update([captureId, 1], { bytes: new Blob(["TWO "]) })
  await recordings.endRecording({ captureId, ended: "stopped", code: null })
  await eventually(() => {
    expect(ended).toHaveLength(1)
  })
  expect(await fileOf(ports, captureId, "recording/original.webm")).toBe("one ")
  expect((await recordOf(ports, captureId)).gaps).toEqual([
    { what: "recording", reason: "failed", count: 2, where: null },
  ])
})

test("one that stood still on the way, as a computer that slept makes it, is told, and is not called complete", async () => {
  const ports = portsWith()
  const { recordings, ended } = recordingsOf(ports)
  const { captureId } = await recordings.openRecording({ tabId: 1, start: picked, guided: false })
  for (const time of ["00", "01", "02", "41", "42"]) {
    const piece = { bytes: utf8(time), mediaType: "video/webm", at: `2026-11-26T08:00:${time}.000Z` }
    await keepChunk(ports.vault, captureId, piece)
  }
  await recordings.endRecording({ captureId, ended: "stopped", code: null })
  await eventually(() => {
    expect(ended).toHaveLength(1)
  })
  expect(await recordOf(ports, captureId)).toMatchObject({
    complete: false,
    gaps: [{ what: "recording", reason: "interrupted", count: 1, where: null }],
  })
})

test.each(["vault/full", "vault/hung"] as const)(
  "pieces that cannot be made a file (%s) stay, and so does the item, until the next start, which makes it whole",
  async code => {
    const ports = portsWith({
      joinRecording: () => Promise.reject(new EvidenceError(code, "no room")),
    })
    const { recordings, ended } = recordingsOf(ports)
    const { captureId } = await recordings.openRecording({ tabId: 1, start: picked, guided: false })
    await record(ports, captureId, "one ", "two")
    await recordings.endRecording({ captureId, ended: "stopped", code: null })
    await eventually(() => {
      expect(ended).toHaveLength(1)
    })
    expect(ended[0]?.error?.code).toBe(code)
    expect(await captureById(ports.vault, captureId)).toMatchObject({ state: "running", failure: code })
    expect(await chunksOf(ports.vault, captureId)).toHaveLength(2)
    expect(await recover(portsWith({}, { vault: ports.vault, run: "the next run" }), unheard)).toEqual([])
    expect(await captureById(ports.vault, captureId)).toMatchObject({ state: "sealed" })
    expect(await fileOf(ports, captureId, "recording/original.webm")).toBe("one two")
    expect((await recordOf(ports, captureId)).recording).toMatchObject({ ended: "stopped", count: 2 })
  },
)

test("a tab that changes its size while it is recorded is said to have, with the time; zoom and what is picked are not asked about", async () => {
  const sizes = [
    [1280, 720],
    [1280, 720],
    [800, 900],
    [800, 900],
  ]
  const asked: number[] = []
  const ports = portsWith(
    {},
    {
      tabSize: tabId => {
        asked.push(tabId)
        const [width = 0, height = 0] = sizes[Math.min(asked.length, sizes.length) - 1] ?? []
        return Promise.resolve({ width, height })
      },
    },
  )
  const { recordings, ended } = recordingsOf(ports)
  const { captureId } = await recordings.recordTab({ tabId: 1, sound: false, guided: false })
  await record(ports, captureId, "one")
  await eventually(() => {
    expect(asked.length).toBeGreaterThan(4)
  })
  await recordings.endRecording({ captureId, ended: "stopped", code: null })
  await eventually(() => {
    expect(ended).toHaveLength(1)
  })
  const sealed = await recordOf(ports, captureId)
  expect(sealed).toMatchObject({ complete: true, gaps: [] })
  expect(sealed.recording?.resized).toEqual([{ ms: expect.any(Number) as number, width: 800, height: 900 }])
  expect(sealed.recording?.ended).toBe("stopped")
  expect(await fileOf(ports, captureId, "log.jsonl")).toContain("the tab changed its size")
})
