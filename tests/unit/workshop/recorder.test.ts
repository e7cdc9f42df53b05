/** The recorder, against a browser's MediaRecorder that the test plays. */
import "fake-indexeddb/auto"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { MOST_ITEM_BYTES } from "../../../src/core/item-limit.ts"
import { MOST_RECORDING_BYTES } from "../../../src/core/recording.ts"
import { chunksOf } from "../../../src/vault/chunks.ts"
import { beginCapture } from "../../../src/vault/write.ts"
import { recordStream } from "../../../src/workshop/recorder.ts"
import { draftOf, newVault } from "../vault/rows.ts"

class PlayedRecorder extends EventTarget {
  static isTypeSupported = () => true
  static last: PlayedRecorder | null = null
  state: "inactive" | "recording" = "inactive"
  readonly mimeType = "video/webm"
  constructor() {
    super()
    PlayedRecorder.last = this
  }
  start() {
    this.state = "recording"
  }
  /** As the browser does: a last piece, then the end. */
  stop() {
    this.state = "inactive"
    queueMicrotask(() => {
      this.give("last")
      this.dispatchEvent(new Event("stop"))
    })
  }
  give(text: string) {
    this.dispatchEvent(Object.assign(new Event("dataavailable"), { data: new Blob([text]) }))
  }
}

beforeEach(() => {
  vi.stubGlobal("MediaRecorder", PlayedRecorder)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

async function recording(mostBytes?: number, onChunk = () => Promise.resolve()) {
  const vault = newVault()
  await beginCapture(vault, draftOf("a"), [], [])
  await vault.captures.update("a", { recording: { kind: "picked", sound: false, width: 1, height: 1 } })
  const track = Object.assign(new EventTarget(), { stop: vi.fn() })
  const stream = { getVideoTracks: () => [track], getAudioTracks: () => [], getTracks: () => [track] }
  const recorder = recordStream(vault, "a", stream as unknown as MediaStream, onChunk, mostBytes)
  const played = PlayedRecorder.last ?? expect.unreachable("none was made")
  const texts = async () => Promise.all((await chunksOf(vault, "a")).map(({ bytes }) => bytes.text()))
  return { recorder, played, track, texts }
}

test("what comes is kept in its order, and a stop keeps the last piece", async () => {
  const { recorder, played, track, texts } = await recording()
  played.give("one")
  played.give("two")
  recorder.stop()
  expect(await recorder.ended).toEqual({ ended: "stopped", code: null })
  expect(await texts()).toEqual(["one", "two", "last"])
  expect(track.stop).toHaveBeenCalled()
})

test("at the most that one may have it ends by itself, and all that came is kept", async () => {
  const { recorder, played, texts } = await recording(6)
  played.give("one")
  played.give("two")
  expect(await recorder.ended).toEqual({ ended: "limit", code: null })
  expect(await texts()).toEqual(["one", "two", "last"])
})

test("one that nobody knows of any more ends as lost", async () => {
  const { recorder, played } = await recording(undefined, () => Promise.reject(new Error("nobody")))
  played.give("one")
  expect(await recorder.ended).toMatchObject({ ended: "lost" })
})

test("one that ends at its limit leaves room in its item for the pictures of a guided one", () => {
  expect(MOST_ITEM_BYTES - MOST_RECORDING_BYTES).toBeGreaterThanOrEqual(500_000_000)
})
