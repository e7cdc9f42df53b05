/** The tabs that are being recorded, and word of each: that a piece is kept, and that it ended. */
import { type Handlers } from "../platform/messaging.ts"
import { openTabStream } from "../platform/tab-stream.ts"
import { type RecorderApi } from "../protocol/recording.ts"
import { type Vault } from "../vault/schema.ts"
import { type Recorder, type RecordingEnd, recordStream } from "./recorder.ts"

/** Whom to tell; rejects where nobody knows of the recording any more. */
export interface OnRecording {
  readonly kept: (captureId: string) => Promise<unknown>
  readonly ended: (captureId: string, end: RecordingEnd) => Promise<unknown>
}

export function tabRecorders(
  vault: Vault,
  { kept, ended }: OnRecording,
): Pick<Handlers<RecorderApi>, "startRecorder" | "stopRecorder"> {
  const running = new Map<string, Recorder>()
  return {
    async startRecorder({ captureId, ...tab }) {
      const { stream, release } = await openTabStream(tab)
      const recorder = recordStream(vault, captureId, stream, () => kept(captureId))
      running.set(captureId, recorder)
      const tell = async () => {
        const end = await recorder.ended
        running.delete(captureId)
        try {
          await ended(captureId, end)
        } finally {
          await release()
        }
      }
      // Where nobody hears it, the pieces are in the vault, and whoever begins anew closes what was left open.
      tell().catch(() => undefined)
      return null
    },
    stopRecorder({ captureId }) {
      running.get(captureId)?.stop()
      return Promise.resolve(null)
    },
  }
}
