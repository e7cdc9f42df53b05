/** A message has a place in a frame only where it is sure that the frame shows it there. */
import { expect, test } from "vitest"
import { type ChatFrame, type FrameRow, sureFrames, transcriptOf } from "../../../src/core/chat/transcript.ts"
import { type Gap } from "../../../src/core/evidence.ts"
import { framesOfSeam, planSlices, whereOfSeam } from "../../../src/core/stitch.ts"

const row = (key: string, y: number): FrameRow => ({
  ...{ kind: "text", side: "own", continues: false, sender: null, time: null, replyTo: null },
  ...{ key, element: 0, y, height: 40, text: { raw: key, where: "p" } },
  part: { x: 0, y: 50, width: 300, height: 40, whole: true },
})

const frames: readonly ChatFrame[] = ["a", "b", "c"].map((key, index) => ({
  path: `frames/000${String(index)}.png`,
  at: "2026-11-26T08:00:00.000Z",
  rows: [row(key, index * 40)],
}))

const slice = (path: string, y: number) => ({ path, left: 0, top: 0, width: 300, height: 100, y })

test("frames that do not fit each other keep their messages, and give none of them a place", () => {
  const [seam] = planSlices([slice("frames/0000.png", 0), slice("frames/0001.png", 92)])?.seams ?? []
  const gap: Gap = {
    ...{ what: "seam", reason: "moved", count: 1 },
    where: whereOfSeam(seam ?? expect.unreachable("no seam")),
  }
  const messages = transcriptOf(sureFrames(frames, [gap]), { utcOffsetMinutes: 0, until: null })
  expect(messages.map(({ text, frames: places }) => [text.value, places.map(({ path }) => path)])).toEqual([
    ["a", []],
    ["b", []],
    ["c", ["frames/0002.png"]],
  ])
})

test.each(["1: y 1652", "frames/0001.png", "main#box", ""])("no frame is read out of %o", where => {
  expect(framesOfSeam(where)).toEqual([])
})

test("other gaps take no place away", () => {
  const where = "frames/0000.png / frames/0001.png, y 1–2"
  expect(sureFrames(frames, [{ what: "frames", reason: "moved", count: 1, where }])).toEqual(frames)
})
