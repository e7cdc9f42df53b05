/**
 * A chat, scrolled up for its older messages, until nothing older comes, until
 * the day that the user gave is reached, or to a limit. Lengths are CSS pixels.
 */
import { parseBoxStop, type BoxStop, type FoundBox } from "../core/box-answers.ts"
import { type ChatEnding } from "../core/chat/chat-json.ts"
import { wordsOfRow } from "../core/chat/merge.ts"
import { type ChatRow, type ChatStop } from "../core/chat/row.ts"
import { firstSince } from "../core/chat/transcript.ts"
import { type Limit } from "../core/limit.ts"
import { OVERLAP } from "../core/stitch.ts"
import { monotonicMs, now, wait } from "../platform/clock.ts"
import { type ChatTarget, readChat } from "./chat.ts"
import { wayDown } from "./chat-way.ts"
import { checkArrived, type Stage } from "./frame-loop.ts"

/** Where to begin, and what ended it at its upper end; `limit` where that was one. */
export interface Upper {
  readonly start: number
  /** What was on the screen when that was found. */
  readonly rows: readonly ChatRow[]
  readonly ending: ChatEnding
  readonly limit: Limit | null
}

/** Older messages come over the network: how long a chat that stands at its top is watched for them. */
const PATIENCE_MS = 3_000
const POLL_MS = 150
/** With a day to reach, the user's limits give way to these. */
const MOST_SCREENS = 900
const MOST_MS = 1_800_000
/** The share of the user's seconds that may go into coming up: the pictures are taken on the way down. */
const SHARE_OF_TIME = 0.4

/** Throws what ends the capture. */
export async function toOlder(stage: Stage, found: FoundBox, target: ChatTarget): Promise<Upper> {
  const { run, bounds } = stage
  const { until, utcOffsetMinutes } = target
  const began = monotonicMs()
  const mostMs = until === null ? bounds.limits.seconds * 1000 * SHARE_OF_TIME : MOST_MS
  const most = until === null ? bounds.limits.screens : MOST_SCREENS
  const limit: Limit =
    until === null
      ? { by: "user", unit: "screens", n: bounds.limits.screens }
      : { by: "tool", unit: "screens", n: MOST_SCREENS }
  let stand = await at(stage, found.box, 0)
  for (let screens = screensOf(stand.stop); ;) {
    run.signal.throwIfAborted()
    const height = stand.stop.box?.contentHeight ?? 0
    const rows = stand.chat?.rows ?? []
    if (until !== null) {
      const since = firstSince(rows, now(), utcOffsetMinutes, until)
      if (since.hasOlder) return { ...(await startAt(stage, found, target)), ending: "date", limit: null }
    }
    if (screens > most) return { start: startOf(stand.stop, most), rows, ending: "limit", limit }
    if (monotonicMs() - began > mostMs) {
      const seconds: Limit = {
        by: until === null ? "user" : "tool",
        unit: "seconds",
        n: Math.round(mostMs / 1000),
      }
      return { start: 0, rows, ending: "limit", limit: seconds }
    }
    const next = await grown(stage, found.box, stand)
    if (next === null) return { start: 0, rows, ending: "top", limit: null }
    const more = (next.stop.box?.contentHeight ?? 0) - height
    run.note(stage.step, "older messages came", { box: found.box, from: height, to: height + more })
    screens += Math.max(1, more / (next.stop.box?.height ?? 1))
    stand = next
  }
}

interface Stand {
  readonly stop: BoxStop
  readonly chat: ChatStop | null
}

async function at(stage: Stage, box: number, y: number): Promise<Stand> {
  const stop = parseBoxStop(await stage.page("scrollBox", { box, y }))
  checkArrived(stage, stop, y)
  return { stop, chat: await readChat(stage) }
}

const screensOf = ({ box }: BoxStop): number =>
  box === null ? 0 : box.contentHeight / Math.max(1, box.height)

/** So far up that as many screens reach down to the newest message. */
const startOf = ({ box }: BoxStop, screens: number): number =>
  box === null ? 0 : Math.max(0, box.contentHeight - screens * (box.height - OVERLAP))

/** How it stands once something older has come; null where nothing has for a while. */
async function grown(stage: Stage, box: number, before: Stand): Promise<Stand | null> {
  const began = monotonicMs()
  // Some load only when they are scrolled: one that stands at its top already is moved away from it first.
  await at(stage, box, Math.min(before.stop.box?.height ?? 0, OVERLAP * 4))
  for (;;) {
    stage.run.signal.throwIfAborted()
    const stand = await at(stage, box, 0)
    const isTaller = (stand.stop.box?.contentHeight ?? 0) > (before.stop.box?.contentHeight ?? 0)
    if (isTaller || topOf(stand.chat?.rows) !== topOf(before.chat?.rows)) return stand
    if (monotonicMs() - began > PATIENCE_MS) return null
    await wait(POLL_MS)
  }
}

/** The first message on the screen. */
function topOf(rows: readonly ChatRow[] = []): string | null {
  const first = rows.find(({ kind }) => kind !== "day" && kind !== "system")
  return first === undefined ? null : `${String(first.key)} ${wordsOfRow(first)}`
}

/** Down from the top, without pictures, to the first message of the day or later. */
async function startAt(
  stage: Stage,
  found: FoundBox,
  { until, utcOffsetMinutes }: ChatTarget,
): Promise<Pick<Upper, "start" | "rows">> {
  const way = wayDown([])
  for (let y = 0, screens = 0; ; screens++) {
    stage.run.signal.throwIfAborted()
    const slid = screens === 0 ? 0 : (way.shiftTo(await readChat(stage)) ?? 0)
    const { stop, chat } = await at(stage, found.box, y + slid)
    const rows = chat?.rows ?? []
    way.pass(chat)
    const since = until === null ? null : firstSince(rows, now(), utcOffsetMinutes, until)
    if (since?.y != null) return { start: Math.max(0, Math.floor(since.y)), rows }
    const { box } = stop
    if (box === null || box.y + box.height >= box.contentHeight - 1 || screens >= MOST_SCREENS)
      return { start: y, rows }
    y = way.next(box)
  }
}
