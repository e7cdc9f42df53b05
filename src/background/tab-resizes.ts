/**
 * Follows the size of a tab that is recorded. The recording keeps the size that it
 * began with, and fits what is shown into it: from such a moment on there may be
 * borders, or another scale. Nothing is missing then, but it must be said.
 */
import { type PictureSize } from "../core/viewing.ts"
import { monotonicMs } from "../platform/clock.ts"
import { captureById } from "../vault/read.ts"
import { type RecordingRow } from "../vault/capture-row.ts"
import { type Run, store } from "./run.ts"

/** A window that is drawn at for minutes says no more with each second. */
const MOST = 200

/** To be asked about once a second from the moment on when the recording runs. A change is in the vault when it resolves. */
export function followTabSize(run: Run): () => Promise<void> {
  const began = monotonicMs()
  const resized: PictureSize[] = []
  let last: { readonly width: number; readonly height: number } | null = null
  return async () => {
    const size = await run.ports.tabSize(run.tabId)
    if (size === null) return
    const isOther = last !== null && (last.width !== size.width || last.height !== size.height)
    last = size
    if (!isOther || resized.length >= MOST) return
    resized.push({ ms: Math.round(monotonicMs() - began), ...size })
    run.note("recording", "the tab changed its size", { ...size })
    await changeRecording(run, { resized: [...resized] })
  }
}

/** Changes what the row says of the recording, and leaves the rest of it as it is. */
export async function changeRecording(run: Run, part: Partial<RecordingRow>): Promise<void> {
  const recording = (await captureById(run.ports.vault, run.id))?.recording
  await store(run, recording === undefined ? {} : { recording: { ...recording, ...part } })
}
