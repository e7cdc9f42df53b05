/** The rows of all frames as a transcript. */
import { type Area, devicePixels, type Mark } from "../marks.ts"
import { type Gap } from "../evidence.ts"
import { type FramePlace } from "../frames.ts"
import { framesOfSeam } from "../stitch.ts"
import { type TimeValue } from "../post-facts/fields.ts"
import { type PageClock } from "../post-facts/when.ts"
import { type ChatField, type ChatMessage, type MessagePlace } from "./chat-json.ts"
import { type FoundRow, type Merged, mergeStops } from "./merge.ts"
import { type ChatRow, type ChatStop, type Said, type Side } from "./row.ts"
import { readMessageTime, readTimeAbove, startOfDay } from "./when.ts"

/** A row as it is kept beside the frame that shows it; `part` in pixels of the frame, null where the frame's word is not sure. */
export interface FrameRow extends FoundRow {
  readonly part: (Area & { readonly whole: boolean }) | null
}

/** What a frame shows of a chat. */
export interface FrameChat {
  readonly rows: readonly FrameRow[]
}

/** A frame and what it shows of the chat. */
export interface ChatFrame {
  readonly path: string
  readonly at: string
  readonly rows: readonly FrameRow[]
}

/**
 * What a frame shows of the rows of a stop. `moved`: numbers of elements that did
 * not stand in the same place before the picture and after it.
 */
export function chatInFrame(stop: ChatStop, place: FramePlace, moved: ReadonlySet<number>): FrameChat {
  const rows = stop.rows.flatMap(({ mark, ...row }): FrameRow[] => {
    const part = partIn(mark, stop.dpr, place)
    if (part === null) return []
    return [{ ...row, part: moved.has(row.element) ? null : part }]
  })
  return { rows }
}

function partIn({ whole, seen }: Mark, dpr: number, place: FramePlace): FrameRow["part"] {
  const all = devicePixels(whole, dpr)
  const box = place.box
  const shown =
    box === undefined
      ? { x: place.x, y: place.y, width: place.usedWidth, height: place.usedHeight }
      : { x: place.x + box.left, y: place.y + box.top, width: box.width, height: box.height }
  const areas = [all, devicePixels(seen, dpr), shown]
  const left = Math.max(...areas.map(({ x }) => x))
  const top = Math.max(...areas.map(({ y }) => y))
  const right = Math.min(...areas.map(({ x, width }) => x + width))
  const bottom = Math.min(...areas.map(({ y, height }) => y + height))
  if (right <= left || bottom <= top) return null
  const area = { x: left - place.x, y: top - place.y, width: right - left, height: bottom - top }
  // A row may be wider than what shows it: its words are not.
  return { ...area, whole: area.height >= all.height }
}

/** Elements that stand elsewhere, or are of other words, after the picture than before it. */
export function movedRows(before: ChatStop | null, after: ChatStop): ReadonlySet<number> {
  const known = new Map((before?.rows ?? []).map(row => [row.element, JSON.stringify(row)]))
  return new Set(
    after.rows.filter(row => known.get(row.element) !== JSON.stringify(row)).map(({ element }) => element),
  )
}

/**
 * Frames that do not fit the one above or below, pixel by pixel, keep their rows
 * and lose the places: one of the two shows something else than the page said,
 * and nobody can tell which.
 */
export function sureFrames(frames: readonly ChatFrame[], gaps: readonly Gap[]): ChatFrame[] {
  const torn = new Set(
    gaps.flatMap(({ what, where }) => (what === "seam" && where !== null ? framesOfSeam(where) : [])),
  )
  return frames.map(frame =>
    torn.has(frame.path) ? { ...frame, rows: frame.rows.map(row => ({ ...row, part: null })) } : frame,
  )
}

export interface TranscriptGround {
  readonly utcOffsetMinutes: number
  /** The day from which on messages are wanted; null for all. */
  readonly until: string | null
}

/**
 * The messages of a chat, from the first to the last. Lines that name days are no
 * messages; they hold for those below. Messages that are certainly of before the
 * day that the user gave are left out, as far as they stand above all others.
 *
 * @param frames in the order in which they were taken, from the upper end of the chat to the lower one
 */
export function transcriptOf(frames: readonly ChatFrame[], ground: TranscriptGround): ChatMessage[] {
  const stops = frames.map(({ path, at, rows }) => rows.map(row => ({ ...row, path, at })))
  const messages = readMessages(mergeStops(stops), ground.utcOffsetMinutes).map(({ message }) => message)
  const sinceMs = ground.until === null ? null : startOfDay(ground.until, ground.utcOffsetMinutes)
  const first = sinceMs === null ? -1 : messages.findIndex(({ sentAt }) => isSince(sentAt.value, sinceMs))
  return messages
    .slice(Math.max(0, first))
    .map((message, index): ChatMessage => ({ n: index + 1, ...message }))
}

const isSince = (time: TimeValue | null, sinceMs: number): boolean =>
  time !== null && Date.parse(time.at) >= sinceMs

type PathRow = FrameRow & { readonly path: string; readonly at: string }

interface Read {
  readonly row: PathRow
  readonly message: Omit<ChatMessage, "n">
  /** The line right above it, where that names the day. */
  readonly dayRow: PathRow | null
}

function readMessages(merged: readonly Merged<PathRow>[], utcOffsetMinutes: number): Read[] {
  const read: Read[] = []
  const nextDays = nextDaysOf(merged)
  let day: Said | null = null
  let dayRow: PathRow | null = null
  let sender: Said | null = null
  let senderSide: Side = "unknown"
  for (const [index, { row, found }] of merged.entries()) {
    if (row.kind === "day") {
      day = row.text
      dayRow = row
      sender = null
      continue
    }
    // Whoever wrote the row above did not write one on the other side of the chat.
    const shown: Said | null = row.sender ?? (row.continues && row.side === senderSide ? sender : null)
    if (row.kind !== "system" && row.kind !== "recalled") {
      sender = shown
      senderSide = row.side
    }
    const message = {
      key: row.key,
      kind: row.kind,
      side: row.side,
      sender: wordsField(shown, row.sender === null),
      sentAt: timeField(row.time, day, nextDays[index] ?? null, { now: row.at, utcOffsetMinutes }),
      day: day?.raw ?? null,
      text: wordsField(row.text, false),
      replyTo: wordsField(row.replyTo, false),
      frames: placesOf(found),
    }
    read.push({ row, message, dayRow })
    dayRow = null
  }
  return read
}

/** For each row, the words of the next line below that names a day. */
function nextDaysOf(merged: readonly Merged<PathRow>[]): (string | null)[] {
  const days: (string | null)[] = []
  let next: string | null = null
  for (const { row } of merged.toReversed()) {
    days.push(next)
    if (row.kind === "day") next = row.text?.raw ?? null
  }
  return days.reverse()
}

function wordsField(said: Said | null, isAbove: boolean): ChatField<string> {
  if (said === null || said.raw === "")
    return { value: null, raw: null, source: null, where: null, verdict: "not-found" }
  const { raw, where } = said
  return { value: raw, raw, source: isAbove ? "shown-above" : "dom", where, verdict: "ok" }
}

function timeField(
  own: Said | null,
  above: Said | null,
  next: string | null,
  clock: PageClock,
): ChatField<TimeValue> {
  const said = own ?? above
  if (said === null) return { value: null, raw: null, source: null, where: null, verdict: "not-found" }
  const value =
    own === null
      ? readTimeAbove(said.raw, next, clock)
      : readMessageTime({ own: own.raw, above: above?.raw ?? null }, clock)
  return {
    value,
    raw: said.raw,
    source: own === null ? "shown-above" : "dom",
    where: said.where,
    verdict: value === null ? "ambiguous" : "ok",
  }
}

/** One a frame: the larger one, where a stop was read twice. */
function placesOf(found: readonly PathRow[]): MessagePlace[] {
  return found.flatMap(({ path, part }): MessagePlace[] => {
    if (part === null) return []
    const { x, y, width, height, whole } = part
    return [{ path, x, y, width, height, whole }]
  })
}

/**
 * Where, in what is scrolled, the first message of a day or later stands, or the
 * line above it that names the day; null where none of the rows is of one.
 */
export function firstSince(
  rows: readonly ChatRow[],
  at: string,
  utcOffsetMinutes: number,
  until: string,
): { readonly y: number | null; readonly hasOlder: boolean } {
  const merged = mergeStops([rows.map(row => ({ ...row, part: null, path: "", at }))])
  const sinceMs = startOfDay(until, utcOffsetMinutes)
  let hasOlder = false
  for (const { row, message, dayRow } of readMessages(merged, utcOffsetMinutes)) {
    const time = message.sentAt.value
    if (isSince(time, sinceMs)) return { y: (dayRow ?? row).y, hasOlder }
    if (time !== null) hasOlder = true
  }
  return { y: null, hasOlder }
}
