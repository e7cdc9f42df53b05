/** Writes a stream down as it comes: one piece a second, each in the vault before the next is. */
import { type ErrorCode, EvidenceError } from "../core/errors.ts"
import { CHUNK_MS, MOST_RECORDING_BYTES, type RecordingEnding } from "../core/recording.ts"
import { now } from "../platform/clock.ts"
import { keepChunk } from "../vault/chunks.ts"
import { type Vault } from "../vault/schema.ts"

export interface RecordingEnd {
  readonly ended: RecordingEnding
  /** Why, where it failed. */
  readonly code: ErrorCode | null
}

export interface Recorder {
  /** The pieces are kept when `ended` resolves. */
  readonly stop: () => void
  /** Never rejects. */
  readonly ended: Promise<RecordingEnd>
}

/** The best that this browser writes down in pieces that can each be lost without the others. */
const TYPES = ["video/webm;codecs=vp9", "video/webm;codecs=vp8"] as const
const TYPES_WITH_SOUND = ["video/webm;codecs=vp9,opus", "video/webm;codecs=vp8,opus"] as const

/** Text must stay legible. */
const BITS_PER_SECOND = 4_000_000

/**
 * Begins to record a stream into a capture that runs. `onChunk` is told after
 * each piece that is kept; where it rejects, nobody knows of the recording any
 * more, and it ends, as it does by itself at `mostBytes`. Throws `recording/refused` where the browser records
 * no such stream; its tracks are stopped then, for it would record no other.
 */
export function recordStream(
  vault: Vault,
  captureId: string,
  stream: MediaStream,
  onChunk: () => Promise<unknown>,
  mostBytes = MOST_RECORDING_BYTES,
): Recorder {
  const recorder = recorderOf(stream)
  let end: RecordingEnd | null = null
  let kept: Promise<void> = Promise.resolve()

  const finish = (ended: RecordingEnding, code: ErrorCode | null = null) => {
    end ??= { ended, code }
    if (recorder.state !== "inactive") recorder.stop()
  }
  let isWhole = true
  const keep = async (piece: Blob, at: string) => {
    // What comes after a piece that could not be kept would stand in the file where that one is missing.
    if (piece.size === 0 || !isWhole) return
    try {
      const bytes = new Uint8Array(await piece.arrayBuffer())
      const chunk = await keepChunk(vault, captureId, { bytes, mediaType: recorder.mimeType, at })
      if (chunk.end >= mostBytes) finish("limit")
    } catch (thrown) {
      isWhole = false
      // Whatever had ended it before: the last pieces are not there.
      end = null
      finish("failed", EvidenceError.from(thrown).code)
      return
    }
    onChunk().catch((thrown: unknown) => {
      finish("lost", EvidenceError.from(thrown).code)
    })
  }
  recorder.addEventListener("dataavailable", ({ data }) => {
    const at = now()
    kept = kept.then(() => keep(data, at))
  })
  recorder.addEventListener("error", () => {
    finish("failed", "recording/failed")
  })
  for (const track of stream.getVideoTracks()) {
    track.addEventListener("ended", () => {
      finish("source-ended")
    })
  }
  const ended = new Promise<RecordingEnd>(resolve => {
    recorder.addEventListener("stop", () => {
      stopTracks(stream)
      const tell = () => {
        // Nobody asked for it: the browser ended it, as it does where the source is gone.
        resolve(end ?? { ended: "source-ended", code: null })
      }
      void kept.then(tell)
    })
  })
  recorder.start(CHUNK_MS)
  return {
    stop: () => {
      finish("stopped")
    },
    ended,
  }
}

function recorderOf(stream: MediaStream): MediaRecorder {
  const types = stream.getAudioTracks().length > 0 ? TYPES_WITH_SOUND : TYPES
  const mimeType = types.find(type => MediaRecorder.isTypeSupported(type))
  try {
    if (mimeType === undefined) throw new EvidenceError("recording/refused", "no codec of this browser's")
    return new MediaRecorder(stream, { mimeType, videoBitsPerSecond: BITS_PER_SECOND })
  } catch (thrown) {
    stopTracks(stream)
    if (thrown instanceof EvidenceError) throw thrown
    throw new EvidenceError("recording/refused", String(thrown), { cause: thrown })
  }
}

/** A stream whose tracks run keeps the browser from recording that tab again. */
export function stopTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}
