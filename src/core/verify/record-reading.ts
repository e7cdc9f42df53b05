/**
 * The fields of capture.json that checking rests on, and no others. The record
 * may hold words of a later version (a new gap, a new step): they change
 * nothing about whether the files are the ones that it lists.
 */
import {
  asBoolean,
  asCount,
  asFields,
  asList,
  asNumber,
  asString,
  asStringOrNull,
  malformed,
} from "../parse.ts"
import { asRealTime } from "./real-time.ts"
import { type RecordFields, readFields } from "./record-fields.ts"

export interface ListedFile {
  readonly path: string
  readonly sha256: string
  readonly sm3: string
  readonly bytes: number
  readonly source: string
}

/** What a record says of a recording's viewing copy. */
export interface CheckedView {
  readonly file: string
  readonly sha256: string
  readonly of: string
  readonly ofSha256: string
}

export interface CheckedRecord {
  readonly id: string
  readonly item: string
  readonly complete: boolean
  readonly gaps: number
  readonly said: RecordFields
  readonly files: readonly ListedFile[]
  readonly frames: readonly {
    readonly path: string
    readonly sha256: string
    readonly width: number
    readonly height: number
  }[]
  readonly pages: readonly {
    readonly path: string
    readonly sha256: string
    readonly from: readonly string[]
  }[]
  /** What it says of the transcript of a chat; null where it names none. */
  readonly chat: {
    readonly file: string | null
    readonly messages: number
    readonly ending: string
    readonly until: string | null
    readonly adapter: string
  } | null
  /** Null where it speaks of none. */
  readonly view: CheckedView | null
  readonly automation: "yes" | "no" | "unknown"
  /** As they stand; undefined where the item is no recording, or one without a procedure. */
  readonly recording?: unknown
  readonly procedure?: unknown
  /** When the capture ended, by the local clock; as it stands. */
  readonly endedAt?: unknown
  /** As it stands; undefined where no public random numbers were asked for. */
  readonly bracket?: unknown
}

/** Throws `input/malformed` where a field is missing or of another kind, and for another schema. */
export function readCheckedRecord(input: unknown): CheckedRecord {
  const record = asFields(input, "capture.json")
  if (record.schema !== 1) throw malformed("schema")
  return {
    id: asString(record.id, "id"),
    item: asString(record.item, "item"),
    complete: asBoolean(record.complete, "complete"),
    gaps: asList(record.gaps, "gaps", gap => gap).length,
    said: readFields(record),
    files: asList(record.files, "files", readFile),
    frames: asList(record.frames, "frames", frame => {
      const { width, height } = asFields(frame, "frames")
      return {
        ...readNamed(frame),
        width: asNumber(width, "frames.width"),
        height: asNumber(height, "frames.height"),
      }
    }),
    chat: record.chat === undefined ? null : readChat(record.chat),
    pages: asList(record.pages, "pages", page => ({
      ...readNamed(page),
      from: asList(asFields(page, "pages").from, "pages.from", path => asString(path, "pages.from")),
    })),
    view: readView(record.recording),
    automation: readAutomation(record.environment, record.trigger),
    recording: record.recording,
    procedure: record.procedure,
    endedAt: record.endedAt,
    bracket: record.bracket,
  }
}

function readFile(input: unknown): ListedFile {
  const file = asFields(input, "files")
  asString(file.mediaType, "files.mediaType")
  asRealTime(file.at, "files.at")
  return {
    ...readNamed(input),
    sm3: asString(file.sm3, "files.sm3"),
    bytes: asCount(file.bytes, "files.bytes"),
    source: asString(file.source, "files.source"),
  }
}

function readView(recording: unknown): CheckedView | null {
  if (recording === undefined) return null
  const { view } = asFields(recording, "recording")
  if (view === undefined) return null
  const { file, sha256, of, ofSha256 } = asFields(view, "recording.view")
  return {
    file: asString(file, "recording.view.file"),
    sha256: asString(sha256, "recording.view.sha256"),
    of: asString(of, "recording.view.of"),
    ofSha256: asString(ofSha256, "recording.view.ofSha256"),
  }
}

function readNamed(input: unknown): { readonly path: string; readonly sha256: string } {
  const named = asFields(input, "files")
  return { path: asString(named.path, "path"), sha256: asString(named.sha256, "sha256") }
}

function readChat(input: unknown): CheckedRecord["chat"] {
  const chat = asFields(input, "chat")
  return {
    file: asStringOrNull(chat.file, "chat.file"),
    messages: asCount(chat.messages, "chat.messages"),
    ending: asString(chat.ending, "chat.ending"),
    until: asStringOrNull(chat.until, "chat.until"),
    adapter: asString(asFields(chat.adapter, "chat.adapter").id, "chat.adapter.id"),
  }
}

/** A capture begun by a script was automated, whatever its page said. */
function readAutomation(environment: unknown, trigger: unknown): CheckedRecord["automation"] {
  const { value } = asFields(asFields(environment, "environment").automation, "environment.automation")
  if (asString(trigger, "trigger") === "script") return "yes"
  const said = asString(value, "environment.automation.value")
  return said === "yes" || said === "no" ? said : "unknown"
}
