/** The box that a chat is scrolled in, among the other boxes of a page. */
import { type FoundBox } from "../core/box-answers.ts"
import { limitWhere } from "../core/limit.ts"
import { captureById } from "../vault/read.ts"
import { addToCapture } from "../vault/write.ts"
import { type ChatTarget, readChat } from "./chat.ts"
import { type ChatWay } from "./chat-way.ts"
import { type Stage } from "./frame-loop.ts"
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

/** How far the rows of the last frame have moved in the list since: it may have taken others away. */
export const slideOf = async (stage: Stage, way: ChatWay | null): Promise<number | null> =>
  way === null ? 0 : way.shiftTo(await readChat(stage))
