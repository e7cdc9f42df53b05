/** `chat.json`: a chat as the page showed it, message by message, each with its place in the frames. */
import { type FieldVerdict, fieldVerdicts, type TimeValue } from "../post-facts/fields.ts"
import {
  asBoolean,
  asCount,
  asFields,
  asList,
  asMatch,
  asNumber,
  asOneOf,
  asString,
  asStringOrNull,
  asTime,
  malformed,
} from "../parse.ts"
import { type MessageKind, messageKinds, type Side, sides } from "./row.ts"

export const CHAT_JSON = "chat.json"

/** The page's words on one thing about a message. `shown-above`: it stands at a message above, and holds for those below it. */
export interface ChatField<T> {
  readonly value: T | null
  readonly raw: string | null
  readonly source: "dom" | "shown-above" | null
  /** A selector. */
  readonly where: string | null
  readonly verdict: FieldVerdict
}

/** Where a frame shows a message, in device pixels of the frame. `whole`: all of it. */
export interface MessagePlace {
  readonly path: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly whole: boolean
}

export interface ChatMessage {
  /** From 1, in the order in which the page shows them. */
  readonly n: number
  /** What the site calls it by; null where it gives it no name. */
  readonly key: string | null
  readonly kind: MessageKind
  readonly side: Side
  /** The name that this account displays. */
  readonly sender: ChatField<string>
  readonly sentAt: ChatField<TimeValue>
  /** The line that names the day, above it; null where none was seen. */
  readonly day: string | null
  readonly text: ChatField<string>
  readonly replyTo: ChatField<string>
  /** Empty where no frame shows it. */
  readonly frames: readonly MessagePlace[]
}

/** What ended it at its upper end: nothing older came; the day that the user gave; a limit; the user; something else. */
export const chatEndings = ["top", "date", "limit", "stopped", "not-reached"] as const
export type ChatEnding = (typeof chatEndings)[number]

/** As `capture.json` has it. */
export interface ChatSummary {
  readonly adapter: { readonly id: string; readonly version: string }
  /** The number of the box that it is scrolled in; 0 for the page itself. */
  readonly box: number
  /** The day that the user gave, in this computer's zone; null where they gave none. */
  readonly until: string | null
  readonly ending: ChatEnding
  readonly messages: number
  /** Null where no transcript could be written. */
  readonly file: string | null
}

export interface ChatFile {
  readonly schema: 1
  readonly adapter: ChatSummary["adapter"]
  readonly until: string | null
  readonly ending: ChatEnding
  /** How many messages there are. */
  readonly count: number
  readonly messages: readonly ChatMessage[]
}

export const DAY = /^\d{4}-\d{2}-\d{2}$/
const MOST_MESSAGES = 50_000

/** @throws EvidenceError `input/malformed` */
export function parseChatSummary(input: unknown): ChatSummary {
  const chat = asFields(input, "chat")
  return {
    adapter: parseAdapter(chat.adapter),
    box: asCount(chat.box, "chat.box"),
    until: chat.until === null ? null : asMatch(chat.until, "chat.until", DAY),
    ending: asOneOf(chat.ending, "chat.ending", chatEndings),
    messages: asCount(chat.messages, "chat.messages"),
    file: asStringOrNull(chat.file, "chat.file"),
  }
}

/** @throws EvidenceError `input/malformed` */
export function parseChatFile(input: unknown): ChatFile {
  const chat = asFields(input, CHAT_JSON)
  if (chat.schema !== 1) throw malformed("schema")
  const messages = asList(chat.messages, "messages", parseMessage)
  const count = asCount(chat.count, "count")
  if (count !== messages.length || count > MOST_MESSAGES) throw malformed("count")
  return {
    schema: 1,
    adapter: parseAdapter(chat.adapter),
    until: chat.until === null ? null : asMatch(chat.until, "until", DAY),
    ending: asOneOf(chat.ending, "ending", chatEndings),
    count,
    messages,
  }
}

function parseAdapter(input: unknown): ChatSummary["adapter"] {
  const adapter = asFields(input, "adapter")
  return { id: asString(adapter.id, "adapter.id"), version: asString(adapter.version, "adapter.version") }
}

function parseMessage(input: unknown): ChatMessage {
  const message = asFields(input, "message")
  return {
    n: asCount(message.n, "message.n"),
    key: asStringOrNull(message.key, "message.key"),
    kind: asOneOf(message.kind, "message.kind", messageKinds),
    side: asOneOf(message.side, "message.side", sides),
    sender: parseField(message.sender, asString),
    sentAt: parseField(message.sentAt, parseTime),
    day: asStringOrNull(message.day, "message.day"),
    text: parseField(message.text, asString),
    replyTo: parseField(message.replyTo, asString),
    frames: asList(message.frames, "message.frames", parsePlace),
  }
}

function parseField<T>(input: unknown, parse: (input: unknown, what: string) => T): ChatField<T> {
  const field = asFields(input, "field of a message")
  return {
    value: field.value === null ? null : parse(field.value, "message.value"),
    raw: asStringOrNull(field.raw, "message.raw"),
    source: field.source === null ? null : asOneOf(field.source, "message.source", ["dom", "shown-above"]),
    where: asStringOrNull(field.where, "message.where"),
    verdict: asOneOf(field.verdict, "message.verdict", fieldVerdicts),
  }
}

function parseTime(input: unknown, what: string): TimeValue {
  const time = asFields(input, what)
  return {
    at: asTime(time.at, `${what}.at`),
    plusMinusSeconds: asNumber(time.plusMinusSeconds, `${what}.plusMinusSeconds`),
    basis: asString(time.basis, `${what}.basis`),
  }
}

function parsePlace(input: unknown): MessagePlace {
  const place = asFields(input, "place of a message")
  return {
    path: asString(place.path, "place.path"),
    x: asCount(place.x, "place.x"),
    y: asCount(place.y, "place.y"),
    width: asCount(place.width, "place.width"),
    height: asCount(place.height, "place.height"),
    whole: asBoolean(place.whole, "place.whole"),
  }
}
