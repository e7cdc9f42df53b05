/** What is said about recordings: by our pages to the background, and by it to whoever records a tab. */
import type { ErrorCode } from "../core/errors.ts"
import type { RecordingEnding, RecordingStart } from "../core/recording.ts"
import type { Sha256 } from "../core/seal/hash.ts"
import type { ProcedureApi } from "./procedure.ts"
import type { Viewed } from "../core/viewing.ts"

/** Asked by our own pages; answered by the background. */
export interface RecordingApi extends ProcedureApi {
  /**
   * Begins to record a tab, after its as-seen frame. Throws `recording/not-allowed`, `recording/refused`, or what the
   * first frame threw.
   */
  recordTab(input: { tabId: number; sound: boolean; guided: boolean }): { captureId: string }
  /** Opens the item of what a page of ours records of what the user picked, beside a tab. */
  openRecording(input: { tabId: number; start: RecordingStart; guided: boolean }): { captureId: string }
  /** Ends the recording of a tab; what there is of it gets sealed. */
  stopRecording(input: { captureId: string }): null
  /** A piece of a running recording was kept; told by whoever records. */
  noteRecording(input: { captureId: string }): null
  /** A recording has come to its end, and its last piece is kept; told by whoever recorded. */
  endRecording(input: { captureId: string; ended: RecordingEnding; code: ErrorCode | null }): null
}

/** Asked by the background; answered where long work on bytes is done. */
export interface RecorderApi {
  /** Begins to write a tab's picture down, into a capture that runs. Throws `recording/refused`. */
  startRecorder(input: { captureId: string } & TabStream): null
  /** Has the recorder end, which it tells by `endRecording`. Nothing, where it has ended already. */
  stopRecorder(input: { captureId: string }): null
  /** Makes one file of a recording's pieces. Throws `vault/missing` where there are none. */
  joinRecording(input: { captureId: string }): RecordingJoined
  /** Makes the viewing copy of that file. Throws `recording/no-copy`, `vault/full`, `vault/missing` or `vault/failed`. */
  makeViewing(input: { captureId: string }): ViewingMade
}

/** A tab's picture, as the browser lets one document of ours have it, once. Pixels are those of the tab. */
export interface TabStream {
  readonly streamId: string
  readonly width: number
  readonly height: number
  readonly sound: boolean
}

/** A recording as one file, and the list of its pieces. */
export interface RecordingJoined {
  readonly at: string
  readonly mediaType: string
  readonly file: Sha256
  readonly bytes: number
  readonly list: Sha256
  readonly listBytes: number
  readonly count: number
  /** Pieces that were kept and are not sound any more, with all after them. */
  readonly lost: number
  /** How often it stood still. */
  readonly breaks: number
  /** When the last one came. */
  readonly endedAt: string
}

/** The viewing copy, and which bytes it was made of. */
export interface ViewingMade extends Viewed {
  readonly at: string
  readonly sha256: Sha256
  readonly bytes: number
  readonly mediaType: string
  readonly ofSha256: Sha256
}
