/**
 * What each event of the custody log must say. Lines of events that are not
 * known here are a later version's; so are further fields of those that are.
 */
import type { Fields } from "../parse.ts"
import { isSha256 } from "../seal/hash.ts"
import { realTime } from "./real-time.ts"

/** What was added to a sealed item, each with a line of its own. */
export const laterEvents = {
  readings: "reading.kept",
  corrections: "correction.kept",
  annotations: "annotation.kept",
  redactions: "redaction.kept",
  imports: "imported",
} as const
export type Later = keyof typeof laterEvents
/** The same, where it had been added in another vault, and came out of a bundle: its line says which kind, and when. */
export const ADDITION = "addition.received"
export const laterKinds = Object.keys(laterEvents) as Later[]

type Test = (value: unknown) => boolean

const isId: Test = value => typeof value === "string" && value !== ""
const isTime: Test = value => realTime(value) !== null
const isItem: Test = value => typeof value === "string" && /^e\d{3,}$/.test(value)
const areIds: Test = value =>
  Array.isArray(value) && value.every(isId) && new Set(value).size === value.length

const OF_CAPTURE = { capture: isId }
const OF_RECORD = { capture: isId, record: isSha256 }
const STAMPED = { digest: isSha256, authority: isId }
const TOKEN = { ...STAMPED, token: isSha256 }

const EVENTS: ReadonlyMap<string, Readonly<Record<string, Test>>> = new Map(
  Object.entries({
    "key.created": { key: isSha256 },
    "capture.started": { ...OF_CAPTURE, item: isItem },
    "capture.sealed": OF_RECORD,
    "capture.recovered": OF_CAPTURE,
    "capture.interrupted": OF_RECORD,
    "capture.trashed": OF_RECORD,
    "capture.restored": OF_RECORD,
    deleted: OF_RECORD,
    "capture.received": { ...OF_RECORD, item: isItem, bundle: isId, zip: isSha256, device: isSha256 },
    "addition.received": {
      ...{ capture: isId, what: isId, kept: isTime, bundle: isId, zip: isSha256, device: isSha256 },
    },
    "export.started": { export: isId, captures: areIds },
    "export.failed": { export: isId },
    exported: { export: isId, zip: isSha256 },
    // Some settings say whom to ask; what another one is, is not told.
    "settings.changed": { setting: isId, on: value => value === undefined || areIds(value) },
    "integrity.checked": { damaged: areIds },
    "time.requested": STAMPED,
    "time.failed": STAMPED,
    "time.received": { ...TOKEN, time: isTime },
    "time.pending": TOKEN,
    "time.anchored": TOKEN,
    "reading.kept": { ...OF_CAPTURE, reading: isId },
    "correction.kept": { ...OF_CAPTURE, correction: isId },
    "annotation.kept": { ...OF_CAPTURE, annotation: isId },
    "redaction.kept": { ...OF_CAPTURE, redaction: isId },
    imported: { import: isId },
  }),
)

/** What an event can be about: one of them, no more. */
const ABOUT = ["capture", "export", "key"] as const

/** Whether a line says what a line of its event always says. */
export function saysAll(fields: Fields): boolean {
  const event = String(fields.event)
  const tests = EVENTS.get(event)
  if (tests === undefined) return true
  const isAbout = event.startsWith("time.") || event === "imported"
  if (isAbout && ABOUT.filter(name => isId(fields[name])).length !== 1) return false
  return Object.entries(tests).every(([name, test]) => test(fields[name]))
}
