/**
 * What a page's script reads of a chat at one stop of the scrolling: its rows,
 * as they stand there, and where. Pages are hostile: see page-facts.ts.
 */
import { type Area, type Mark } from "../marks.ts"
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
  malformed,
} from "../parse.ts"
import { asPixels, asRatio } from "../pixels.ts"

/** What a message is. `recalled`: the site says in its place that it was taken back, and shows nothing else of it. */
export const messageKinds = ["text", "picture", "voice", "video", "file", "system", "recalled"] as const
export type MessageKind = (typeof messageKinds)[number]

/** `day`: a line between messages that names the day, or the time, of those below. */
export const rowKinds = [...messageKinds, "day"] as const
export type RowKind = (typeof rowKinds)[number]

/** Whose a message is, as the page lays it out: of the account that is signed in there, or of somebody else. */
export const sides = ["own", "other", "unknown"] as const
export type Side = (typeof sides)[number]

/** The page's words, and the selector of where they stand. */
export interface Said {
  readonly raw: string
  readonly where: string
}

export interface RowWords {
  /** What the site calls the message by; null where it gives it no name. */
  readonly key: string | null
  readonly kind: RowKind
  readonly side: Side
  /** Its sender is shown once, at a message above. */
  readonly continues: boolean
  readonly sender: Said | null
  readonly time: Said | null
  readonly text: Said | null
  readonly replyTo: Said | null
}

/** A row at one stop. Lengths are CSS pixels. */
export interface ChatRow extends RowWords {
  /** The number that our script gave its element: the same one has the same number at every stop. */
  readonly element: number
  /** Where it begins in what is scrolled. */
  readonly y: number
  readonly height: number
  readonly mark: Mark
}

export interface ChatFound {
  readonly adapter: { readonly id: string; readonly version: string }
  /** Its messages are scrolled in a box of the page, and not with the page. */
  readonly isInBox: boolean
}

export interface ChatStop {
  readonly dpr: number
  readonly rows: readonly ChatRow[]
  /** There were more rows on the screen than are read at one stop. */
  readonly isCut: boolean
}

/** At one stop: more rows than any window shows. */
export const MOST_SHOWN_ROWS = 1_000
export const LONGEST_WORDS = 20_000
export const LONGEST_NAME = 500

/** Null for a page, or a box, that is no chat. Throws `input/malformed`. */
export function parseChatFound(input: unknown): ChatFound | null {
  const { chat } = asFields(input, "chat")
  if (chat === null) return null
  const found = asFields(chat, "chat")
  const adapter = asFields(found.adapter, "chat.adapter")
  return {
    isInBox: asBoolean(found.isInBox, "chat.isInBox"),
    adapter: {
      id: asMatch(adapter.id, "chat.adapter.id", /^[a-z][a-z0-9-]{0,30}$/),
      version: asMatch(adapter.version, "chat.adapter.version", /^\d{4}-\d{2}-\d{2}$/),
    },
  }
}

/** Null where the chat is not there any more. Throws `input/malformed`. */
export function parseChatStop(input: unknown): ChatStop | null {
  if (input === null) return null
  const stop = asFields(input, "stop of a chat")
  const rows = asList(stop.rows, "chat.rows", parseRow)
  if (rows.length > MOST_SHOWN_ROWS) throw malformed("chat.rows")
  return { dpr: asRatio(stop.dpr, "chat.dpr"), rows, isCut: asBoolean(stop.isCut, "chat.isCut") }
}

function parseRow(input: unknown): ChatRow {
  const row = asFields(input, "row of a chat")
  const mark = asFields(row.mark, "row.mark")
  return {
    ...parseRowWords(row),
    element: asCount(row.element, "row.element"),
    y: asPixels(row.y, "row.y"),
    height: asLength(row.height, "row.height"),
    mark: { whole: parseArea(mark.whole), seen: parseArea(mark.seen) },
  }
}

export function parseRowWords(input: unknown): RowWords {
  const row = asFields(input, "row of a chat")
  return {
    key: asStringOrNull(row.key, "row.key")?.slice(0, LONGEST_NAME) ?? null,
    kind: asOneOf(row.kind, "row.kind", rowKinds),
    side: asOneOf(row.side, "row.side", sides),
    continues: asBoolean(row.continues, "row.continues"),
    sender: parseSaid(row.sender, LONGEST_NAME),
    time: parseSaid(row.time, LONGEST_NAME),
    text: parseSaid(row.text, LONGEST_WORDS),
    replyTo: parseSaid(row.replyTo, LONGEST_WORDS),
  }
}

function parseSaid(input: unknown, longest: number): Said | null {
  if (input === null) return null
  const said = asFields(input, "words of a row")
  return {
    raw: asString(said.raw, "row.raw").slice(0, longest),
    where: asString(said.where, "row.where").slice(0, LONGEST_NAME),
  }
}

function parseArea(input: unknown): Area {
  const area = asFields(input, "place of a row")
  return {
    x: asPixels(area.x, "row.x"),
    y: asPixels(area.y, "row.y"),
    width: asLength(area.width, "row.width"),
    height: asLength(area.height, "row.height"),
  }
}

function asLength(input: unknown, what: string): number {
  const length = asNumber(asPixels(input, what), what)
  if (length < 0) throw malformed(what)
  return length
}
