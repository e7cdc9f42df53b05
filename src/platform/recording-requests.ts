/** What the methods about recordings take, read field by field. */
import { errorCodes } from "../core/errors.ts"
import { asBoolean, asCount, asFields, asOneOf, asString } from "../core/parse.ts"
import { recordingEndings, recordingKinds } from "../core/recording.ts"
import { type RecorderApi, type RecordingApi } from "../protocol/recording.ts"
import { asId } from "./ids.ts"
import { type Readers } from "./messaging.ts"

export const recordingReaders: Readers<RecordingApi> = {
  recordTab: input => {
    const { tabId, sound } = asFields(input, "recordTab")
    return { tabId: asCount(tabId, "tabId"), sound: asBoolean(sound, "sound") }
  },
  openRecording: input => {
    const { tabId, start } = asFields(input, "openRecording")
    const { kind, sound, width, height } = asFields(start, "start")
    return {
      tabId: asCount(tabId, "tabId"),
      start: {
        kind: asOneOf(kind, "kind", recordingKinds),
        sound: asBoolean(sound, "sound"),
        width: asCount(width, "width"),
        height: asCount(height, "height"),
      },
    }
  },
  stopRecording: captureOf,
  noteRecording: captureOf,
  endRecording: input => {
    const { ended, code } = asFields(input, "endRecording")
    return {
      ...captureOf(input),
      ended: asOneOf(ended, "ended", recordingEndings),
      code: code === null ? null : asOneOf(code, "code", errorCodes),
    }
  },
}

export const recorderReaders: Readers<RecorderApi> = {
  startRecorder: input => {
    const { streamId, width, height, sound } = asFields(input, "startRecorder")
    return {
      ...captureOf(input),
      streamId: asString(streamId, "streamId"),
      width: asCount(width, "width"),
      height: asCount(height, "height"),
      sound: asBoolean(sound, "sound"),
    }
  },
  stopRecorder: captureOf,
  joinRecording: captureOf,
}

function captureOf(input: unknown): { captureId: string } {
  return { captureId: asId(asFields(input, "recording").captureId) }
}
