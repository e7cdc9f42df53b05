/** The step that makes the viewing copy of a recording. Whatever becomes of it costs the recording nothing. */
import { RECORDING_FILE } from "../core/recording.ts"
import { VIEWING_FILE } from "../core/viewing.ts"
import { addToCapture } from "../vault/write.ts"
import { captureById } from "../vault/read.ts"
import { type Run, runStep } from "./run.ts"

export async function makeViewing(run: Run): Promise<void> {
  await runStep(run, "view", async () => {
    const { vault, workshop } = run.ports
    const made = await workshop("makeViewing", { captureId: run.id })
    const recording = (await captureById(vault, run.id))?.recording
    if (recording === undefined) return
    const { at, sha256, bytes, mediaType, ofSha256, ...viewed } = made
    const file = {
      ...({
        captureId: run.id,
        path: VIEWING_FILE,
        sha256,
        bytes,
        mediaType,
        source: "derived",
        at,
      } as const),
      ...{ place: null, sm3: null, crc32: null },
    }
    const { durationMs, packets, tool, version } = viewed
    run.note("view", "viewing copy made", {
      ...{
        path: VIEWING_FILE,
        sha256,
        bytes,
        of: RECORDING_FILE,
        ofSha256,
        durationMs,
        packets,
        tool,
        version,
      },
    })
    const view = { file: VIEWING_FILE, sha256, of: RECORDING_FILE, ofSha256, ...viewed }
    await addToCapture(vault, run.id, {
      files: [file],
      log: run.takeNotes(),
      row: { recording: { ...recording, view } },
    })
  })
}
