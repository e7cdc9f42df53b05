/**
 * What every capture.json of schema 1 must say (bundle.md, "capture.json and
 * post.json"), whatever kind of item it is of: a page, a recording, a file from
 * elsewhere, one that was cut off. A field that could be left out would take
 * with it every check that rests on it. Words are held to nothing here: a later
 * version may have more of them.
 */
import {
  asCount,
  asFields,
  asList,
  asMatch,
  asNumber,
  asString,
  asStringOrNull,
  asStrings,
  type Fields,
  malformed,
} from "../parse.ts"
import { asRealTime } from "./real-time.ts"

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const WORD = /\S/

/** What is checked further on, of what {@link readFields} made sure is there. */
export interface RecordFields {
  readonly url: string
  readonly canonicalUrl: string | null
  readonly trigger: string
  readonly startedAt: string
  readonly endedAt: string
  readonly clock: ClockSaid
  /** As it was said, known here or not. */
  readonly automationWord: string
  readonly previousCapture: string | null
  readonly steps: readonly { readonly name: string; readonly outcome: string }[]
  readonly missing: readonly string[]
  readonly frameTimes: readonly { readonly path: string; readonly at: string }[]
}

export interface ClockSaid {
  readonly startedWall: string
  readonly endedWall: string
  /** By how much the clock was set meanwhile; null where the record cannot say it. */
  readonly wallMinusMonotonicMs: number | null
}

/** @throws EvidenceError `input/malformed`, with the name of the field */
export function readFields(record: Fields): RecordFields {
  asMatch(record.id, "id", UUID)
  asString(record.title, "title")
  asMatch(record.timeZone, "timeZone", WORD)
  asMatch(record.nonce, "nonce", /^[0-9a-f]{64}$/)
  for (const name of ["referrer", "canonicalUrl", "previousCapture"]) {
    if (record[name] === undefined) throw malformed(name)
  }
  asStringOrNull(record.referrer, "referrer")
  asStrings(record.access, "access")
  asFields(record.redirects, "redirects")
  asMatch(record.signedIn, "signedIn", WORD)
  asList(record.unknown, "unknown", each => asString(asFields(each, "unknown").field, "unknown.field"))
  const { automation } = asFields(record.environment, "environment")
  return {
    url: asString(record.url, "url"),
    canonicalUrl: asStringOrNull(record.canonicalUrl, "canonicalUrl"),
    trigger: asMatch(record.trigger, "trigger", WORD),
    startedAt: asRealTime(record.startedAt, "startedAt"),
    endedAt: asRealTime(record.endedAt, "endedAt"),
    clock: readClock(record.clock),
    automationWord: asMatch(
      asFields(automation, "environment.automation").value,
      "environment.automation.value",
      WORD,
    ),
    previousCapture: asStringOrNull(record.previousCapture, "previousCapture"),
    steps: asList(record.steps, "steps", step => {
      const { name, outcome } = asFields(step, "steps")
      return { name: asMatch(name, "steps.name", WORD), outcome: asMatch(outcome, "steps.outcome", WORD) }
    }),
    missing: asList(record.gaps, "gaps", gap => {
      const { what, reason } = asFields(gap, "gaps")
      asMatch(reason, "gaps.reason", WORD)
      return asMatch(what, "gaps.what", WORD)
    }),
    frameTimes: asList(record.frames, "frames", readFrameTime),
  }
}

function readClock(input: unknown): ClockSaid {
  const { startedWall, endedWall, wallMinusMonotonicMs } = asFields(input, "clock")
  return {
    startedWall: asRealTime(startedWall, "clock.startedWall"),
    endedWall: asRealTime(endedWall, "clock.endedWall"),
    wallMinusMonotonicMs:
      wallMinusMonotonicMs === null ? null : asNumber(wallMinusMonotonicMs, "clock.wallMinusMonotonicMs"),
  }
}

/** Where a frame lies may be anywhere; how large it is may not be less than nothing. */
function readFrameTime(input: unknown): { readonly path: string; readonly at: string } {
  const frame = asFields(input, "frames")
  asCount(frame.width, "frames.width")
  asCount(frame.height, "frames.height")
  for (const name of ["x", "y", "scrollX", "scrollY", "dpr"]) asNumber(frame[name], `frames.${name}`)
  return { path: asString(frame.path, "frames.path"), at: asRealTime(frame.at, "frames.at") }
}
