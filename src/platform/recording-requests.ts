/** What the methods about recordings take, read field by field. */
import { errorCodes } from "../core/errors.ts"
import { stepStates } from "../core/procedure/entry.ts"
import { LONGEST_REASON } from "../core/procedure/parse.ts"
import { procedureSteps, timePages } from "../core/procedure/steps.ts"
import {
  asBoolean,
  asCount,
  asFields,
  asList,
  asNumber,
  asOneOf,
  asString,
  malformed,
} from "../core/parse.ts"
import { checkNames, LONGEST_OUTPUT, systems } from "../core/self-check.ts"
import { recordingEndings, recordingKinds } from "../core/recording.ts"
import { type RecorderApi, type RecordingApi } from "../protocol/recording.ts"
import { asId } from "./ids.ts"
import { type Readers } from "./messaging.ts"

export const recordingReaders: Readers<RecordingApi> = {
  recordTab: input => {
    const { tabId, sound, guided } = asFields(input, "recordTab")
    return {
      tabId: asCount(tabId, "tabId"),
      sound: asBoolean(sound, "sound"),
      guided: asBoolean(guided, "guided"),
    }
  },
  openRecording: input => {
    const { tabId, start, guided } = asFields(input, "openRecording")
    const { kind, sound, width, height } = asFields(start, "start")
    return {
      tabId: asCount(tabId, "tabId"),
      guided: asBoolean(guided, "guided"),
      start: {
        kind: asOneOf(kind, "kind", recordingKinds),
        sound: asBoolean(sound, "sound"),
        width: asCount(width, "width"),
        height: asCount(height, "height"),
      },
    }
  },
  noteStep: input => {
    const { step, state, reason } = asFields(input, "noteStep")
    return {
      ...captureOf(input),
      step: asOneOf(step, "step", procedureSteps),
      state: asOneOf(state, "state", stepStates),
      reason: reason === null ? null : short(reason, "reason", LONGEST_REASON),
    }
  },
  keepSelfCheck: input => {
    const { system, screen, outputs } = asFields(input, "keepSelfCheck")
    const { width, height, colorDepth, dpr } = asFields(screen, "screen")
    const read = asList(outputs, "outputs", each => {
      const { name, text } = asFields(each, "outputs")
      return {
        name: asOneOf(name, "outputs.name", checkNames),
        text: short(text, "outputs.text", LONGEST_OUTPUT),
      }
    })
    if (new Set(read.map(({ name }) => name)).size !== read.length) throw malformed("outputs.name")
    return {
      ...captureOf(input),
      system: asOneOf(system, "system", systems),
      screen: {
        width: asCount(width, "screen.width"),
        height: asCount(height, "screen.height"),
        colorDepth: asCount(colorDepth, "screen.colorDepth"),
        dpr: asNumber(dpr, "screen.dpr"),
      },
      outputs: read,
    }
  },
  openTimePage: input => ({
    ...captureOf(input),
    url: asOneOf(asFields(input, "openTimePage").url, "url", timePages),
  }),
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
  makeViewing: captureOf,
}

function captureOf(input: unknown): { captureId: string } {
  return { captureId: asId(asFields(input, "recording").captureId) }
}

function short(input: unknown, what: string, most: number): string {
  const text = asString(input, what)
  if (text.length > most) throw malformed(what)
  return text
}
