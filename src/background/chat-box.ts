/** The box that a chat is scrolled in, among the other boxes of a page. */
import { type BoxStop, type FoundBox } from "../core/box-answers.ts"
import { EvidenceError } from "../core/errors.ts"
import { type Limit, limitWhere } from "../core/limit.ts"
import { type Sha256 } from "../core/seal/hash.ts"
import { captureById } from "../vault/read.ts"
import { addToCapture } from "../vault/write.ts"
import { type ChatTarget, readChat } from "./chat.ts"
import { type ChatWay } from "./chat-way.ts"
import { type KnownShot, type Stage } from "./frame-loop.ts"
import { type Upper } from "./older-messages.ts"

/** The rows of a chat are read where it is scrolled, and nowhere else. */
export async function stageOfBox(whole: Stage, { box }: FoundBox, chat: ChatTarget | null): Promise<Stage> {
  const stage: Stage = { ...whole, chatIn: { box, all: false } }
  const isIt = chat?.found.isInBox === true && (await readChat(stage)) !== null
  return isIt ? stage : { ...whole, chatIn: null }
}

/** What ended a chat at its upper end: above it, messages are missing where it was not the first. */
export async function noteUpper({ run, step }: Stage, { box }: FoundBox, upper: Upper): Promise<void> {
  const { ending, limit } = upper
  run.note(step, "upper end of the chat", { box, ending, limit: limit === null ? null : limitWhere(limit) })
  const row = await captureById(run.ports.vault, run.id)
  if (row?.chat === undefined) return
  const { until } = row.chat
  if (limit !== null) run.gap({ what: "transcript", reason: "limit", count: null, where: limitWhere(limit) })
  if (ending === "date") run.gap({ what: "transcript", reason: "date", count: null, where: until })
  await addToCapture(run.ports.vault, run.id, { row: { chat: { ...row.chat, box, ending } } })
}

/** A list that slides may do so again because of the move that followed the last time. */
const MOST_MOVES = 5

/**
 * Brings a place, in the measure of the last frame, to the upper edge of the
 * box. A list that slides does so some time after it is scrolled: it is moved
 * until the rows of the last frame stand as they did before the move.
 */
export async function moveAlong(
  stage: Stage,
  way: ChatWay,
  y: number,
  move: (y: number) => Promise<BoxStop>,
): Promise<BoxStop> {
  let slid = way.shiftTo(await readChat(stage)) ?? 0
  for (let moves = 1; ; moves++) {
    const stop = await move(y + slid)
    const since = way.shiftTo(await readChat(stage))
    if (since === null || Math.abs(since - slid) < 1 || moves >= MOST_MOVES) return stop
    slid = since
  }
}

/**
 * A frame that should show another part of a chat than the one before. Under load
 * the browser may give the same picture however often it is asked: then it is not
 * sure that it shows these rows where they stand, and none has a place in it.
 */
export function placedShot({ run }: Stage, shot: KnownShot, before: Sha256 | null): KnownShot {
  const { chat, sha256 } = shot
  if (chat === null || sha256 !== before) return shot
  run.gap({ what: "transcript", reason: "moved", count: 1, where: "the same picture as the frame before" })
  return { ...shot, chat: { ...chat, moved: new Set(chat.stop.rows.map(({ element }) => element)) } }
}

/** Goes through a chat. Where that ends before its newest message, or fails, a gap says so: the transcript lacks what was not seen. */
export async function downTo<R extends { readonly ending: string | Limit }>(
  { run }: Stage,
  { box }: FoundBox,
  go: () => Promise<R>,
): Promise<R> {
  const lacks = (why: string): void => {
    const where = `${String(box)}: ${why}`
    run.gap({ what: "transcript", reason: "not-reached", count: null, where })
  }
  try {
    const result = await go()
    const { ending } = result
    if (ending !== "end") lacks(typeof ending === "string" ? ending : limitWhere(ending))
    return result
  } catch (thrown) {
    lacks(EvidenceError.from(thrown).code)
    throw thrown
  }
}
