import { expect, test } from "vitest"
import { parseRecording, type RecordingRecord } from "../../../src/core/recording.ts"
import { type Sha256 } from "../../../src/core/seal/hash.ts"

const recording: RecordingRecord = {
  ...{ kind: "tab", sound: false, width: 1280, height: 720, mediaType: "video/webm", count: 3, bytes: 9 },
  ...{ file: "recording/original.webm", chunks: "recording/chunks.jsonl", ended: "stopped" },
  ...{ startedAt: "2026-11-26T08:00:00.000Z", endedAt: "2026-11-26T08:00:03.000Z" },
  view: {
    ...{ file: "recording/view-derived.webm", sha256: "a".repeat(64) as Sha256 },
    ...{ of: "recording/original.webm", ofSha256: "b".repeat(64) as Sha256 },
    ...{ durationMs: 3_000, packets: 90, tool: "mediabunny", version: "1.61.0" },
    sizes: [
      { ms: 0, width: 1280, height: 720 },
      { ms: 1_200, width: 800, height: 900 },
    ],
  },
  resized: [{ ms: 1_150, width: 800, height: 900 }],
}

test("a recording's copy and sizes are read again as they were written, and none of them is asked for", () => {
  expect(parseRecording(JSON.parse(JSON.stringify(recording)))).toEqual(recording)
  const bare = { ...recording, view: undefined, resized: undefined }
  expect(parseRecording(bare)).toEqual(bare)
})

const view = recording.view ?? expect.unreachable("above")
test.each([
  ["a copy by another name", { view: { ...view, file: "recording/original.webm" } }],
  ["a copy of another file", { view: { ...view, of: "recording/view-derived.webm" } }],
  ["a copy without its original's hash", { view: { ...view, ofSha256: undefined } }],
  ["a size that is none", { resized: [{ ms: 0, width: -1, height: 2 }] }],
])("%s is refused", (_what, part) => {
  expect(() => parseRecording({ ...recording, ...part })).toThrow(/recording\./)
})
