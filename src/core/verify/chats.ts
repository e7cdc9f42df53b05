/**
 * The transcript of a chat against the record: that it is what the record says of
 * it, that its messages are numbered one by one, and that each place is inside a
 * frame of the record. What is in the pixels there nobody but a person can tell.
 */
import { EvidenceError } from "../errors.ts"
import {
  asBoolean,
  asCount,
  asFields,
  asList,
  asNumber,
  asOneOf,
  asString,
  asStringOrNull,
  asTime,
  malformed,
} from "../parse.ts"
import { type Contents, strictJson } from "./contents.ts"
import { type Finding, finding } from "./finding.ts"
import { type CheckedRecord } from "./record-reading.ts"

const FILE = "chat.json"
/** Fifty thousand messages with their places take about as much. */
const FILE_LIMIT = 64 * 1024 * 1024
const KINDS = ["text", "picture", "voice", "video", "file", "system", "recalled"]
const SIDES = ["own", "other", "unknown"]
const ENDINGS = ["top", "date", "limit", "stopped", "not-reached"]
const VERDICTS = ["ok", "not-found", "ambiguous"]

/** `paths` are those in the item's folder. */
export async function chatFaults(
  contents: Contents,
  record: CheckedRecord,
  item: string,
  paths: readonly string[],
): Promise<Finding[]> {
  const said = record.chat
  const isThere = paths.includes(FILE)
  if (said?.file == null) {
    // A file of that name that the record does not list is another finding.
    const isListed = record.files.some(({ path }) => path === FILE)
    return isListed ? [finding("chat/differs", { item, what: "file" })] : []
  }
  if (said.file !== FILE || !isThere) return [finding("chat/differs", { item, what: "file" })]
  try {
    const chat = asFields(strictJson(await contents.read(`data/${item}/${FILE}`, FILE_LIMIT)), FILE)
    return chatFindings(chat, record, item)
  } catch (thrown) {
    return [finding("chat/malformed", { item, reason: EvidenceError.from(thrown).message })]
  }
}

function chatFindings(
  chat: Readonly<Record<string, unknown>>,
  record: CheckedRecord,
  item: string,
): Finding[] {
  if (chat.schema !== 1) throw malformed("schema")
  const faults: Finding[] = []
  const adapter = asFields(chat.adapter, "adapter")
  const said = {
    messages: asCount(chat.count, "count"),
    ending: asOneOf(chat.ending, "ending", ENDINGS),
    until: asStringOrNull(chat.until, "until"),
    adapter: asString(adapter.id, "adapter.id"),
  }
  for (const what of ["messages", "ending", "until", "adapter"] as const) {
    if (record.chat?.[what] !== said[what]) faults.push(finding("chat/differs", { item, what }))
  }
  const frames = new Map(record.frames.map(({ path, ...size }) => [path, size]))
  const places = asList(chat.messages, "messages", readMessage)
  if (places.length !== said.messages) throw malformed("count")
  for (const [index, { n, frames: shown }] of places.entries()) {
    if (n !== index + 1) throw malformed(`n of message ${String(index + 1)}`)
    for (const { path, x, y, width, height } of shown) {
      const frame = frames.get(path)
      const isIn =
        frame !== undefined &&
        width > 0 &&
        height > 0 &&
        x + width <= frame.width &&
        y + height <= frame.height
      if (!isIn) faults.push(finding("chat/place", { item, n, path }))
    }
  }
  return faults
}

function readMessage(input: unknown) {
  const message = asFields(input, "message")
  asOneOf(message.kind, "kind", KINDS)
  asOneOf(message.side, "side", SIDES)
  asStringOrNull(message.key, "key")
  asStringOrNull(message.day, "day")
  for (const name of ["sender", "text", "replyTo"] as const) checkField(message[name], asString)
  checkField(message.sentAt, checkTime)
  return { n: asCount(message.n, "n"), frames: asList(message.frames, "frames", readPlace) }
}

function checkField(input: unknown, check: (value: unknown, what: string) => unknown): void {
  const field = asFields(input, "field")
  const verdict = asOneOf(field.verdict, "verdict", VERDICTS)
  if ((field.value !== null) !== (verdict === "ok")) throw malformed("value")
  if ((asStringOrNull(field.raw, "raw") === null) !== (verdict === "not-found")) throw malformed("raw")
  asStringOrNull(field.where, "where")
  if (field.value !== null) check(field.value, "value")
}

function checkTime(input: unknown): void {
  const time = asFields(input, "time")
  asTime(time.at, "at")
  if (asNumber(time.plusMinusSeconds, "plusMinusSeconds") < 0) throw malformed("plusMinusSeconds")
  asString(time.basis, "basis")
}

function readPlace(input: unknown) {
  const place = asFields(input, "place")
  asBoolean(place.whole, "whole")
  return {
    path: asString(place.path, "path"),
    x: asCount(place.x, "x"),
    y: asCount(place.y, "y"),
    width: asCount(place.width, "width"),
    height: asCount(place.height, "height"),
  }
}
