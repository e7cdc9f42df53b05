/** What the user picked to be recorded is shared for as long as it is recorded, and no longer. */
import { expect, test } from "vitest"
import { EvidenceError } from "../../../src/core/errors.ts"
import { recordPicked } from "../../../src/ui/record/picked.ts"
import { type Recorder } from "../../../src/workshop/recorder.ts"

/** A stream of one picture and one sound, that knows which of them still run. */
function shared() {
  const live = new Set(["video", "audio"])
  const track = (kind: string) => ({
    stop: () => live.delete(kind),
    getSettings: () => ({ width: 640.4, height: 480 }),
  })
  const stream = {
    getVideoTracks: () => [track("video")],
    getAudioTracks: () => [track("audio")],
    getTracks: () => [track("video"), track("audio")],
  } as unknown as MediaStream
  return { stream, live }
}

const recorder: Recorder = { stop: () => undefined, ended: new Promise(() => undefined) }
const refused = new EvidenceError("recording/refused", "no codec")

test("where it is recorded, its tracks run on", async () => {
  const { stream, live } = shared()
  const opened: unknown[] = []
  const begun = await recordPicked(stream, {
    open: start => {
      opened.push(start)
      return Promise.resolve({ captureId: "a" })
    },
    record: () => recorder,
    giveUp: () => Promise.reject(new Error("nothing to give up")),
  })
  expect(begun).toEqual({ captureId: "a", recorder })
  expect(opened).toEqual([{ kind: "picked", sound: true, width: 640, height: 480 }])
  expect([...live]).toEqual(["video", "audio"])
})

test.each([
  ["no item can be opened", () => Promise.reject(refused), []],
  ["nothing can be written down", () => Promise.resolve({ captureId: "a" }), [["a", "recording/refused"]]],
])(
  "where %s, the browser shares nothing any more, and no item waits for what will not come",
  async (...row) => {
    const [, open, wanted] = row
    const { stream, live } = shared()
    const given: unknown[] = []
    const begun = recordPicked(stream, {
      open,
      record: () => {
        throw refused
      },
      giveUp: (...up) => {
        given.push(up)
        return Promise.resolve()
      },
    })
    await expect(begun).rejects.toBe(refused)
    expect([...live]).toEqual([])
    expect(given).toEqual(wanted)
  },
)
