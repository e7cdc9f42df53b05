/** A recording of what the user picked in the browser's own question, from the stream to the item. */
import { type ErrorCode, EvidenceError } from "../../core/errors.ts"
import { type RecordingStart } from "../../core/recording.ts"
import { type Recorder, stopTracks } from "../../workshop/recorder.ts"

export interface Recording {
  readonly captureId: string
  readonly recorder: Recorder
}

interface Beginning {
  readonly open: (start: RecordingStart) => Promise<{ readonly captureId: string }>
  readonly record: (captureId: string) => Recorder
  /** Has an item sealed that nothing will be written into. */
  readonly giveUp: (captureId: string, code: ErrorCode) => Promise<unknown>
}

/**
 * Opens the item, and begins to write the stream into it. Where either fails, the
 * browser shares nothing any more: its tab would say so for as long as a track runs.
 */
export async function recordPicked(
  stream: MediaStream,
  { open, record, giveUp }: Beginning,
): Promise<Recording> {
  let opened: string | null = null
  try {
    const { captureId } = await open(startOf(stream))
    opened = captureId
    return { captureId, recorder: record(captureId) }
  } catch (thrown) {
    stopTracks(stream)
    if (opened !== null) await giveUp(opened, EvidenceError.from(thrown).code)
    throw thrown
  }
}

function startOf(stream: MediaStream): RecordingStart {
  const { width = 0, height = 0 } = stream.getVideoTracks()[0]?.getSettings() ?? {}
  const sound = stream.getAudioTracks().length > 0
  return { kind: "picked", sound, width: Math.round(width), height: Math.round(height) }
}
