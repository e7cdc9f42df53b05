/** The chat of a page: looked for before it is touched, its rows read before and after each picture, kept beside it. */
import { type ChatFound, type ChatStop, parseChatFound, parseChatStop } from "../core/chat/row.ts"
import { chatInFrame, movedRows } from "../core/chat/transcript.ts"
import { EvidenceError } from "../core/errors.ts"
import { type FramePlace } from "../core/frames.ts"
import { askPage, injectPage } from "../platform/page.ts"
import { type ArtifactRow } from "../vault/capture-row.ts"
import { type PageAsk } from "./page-texts.ts"
import { type OwnedStep } from "./ownership.ts"
import { type Run } from "./run.ts"

/** The chat that is being captured. */
export interface ChatTarget {
  readonly found: ChatFound
  /** The day that the user gave; null where they gave none. */
  readonly until: string | null
  readonly utcOffsetMinutes: number
}

/** Where rows are read: in a box, or in the page, which is box 0; `all` where a picture shows more than the window. */
export interface ChatPlace {
  readonly box: number
  readonly all: boolean
}

/** The rows that a picture shows; `moved` those whose place in it is not sure. */
export interface ShownChat {
  readonly stop: ChatStop
  readonly moved: ReadonlySet<number>
}

interface Reading extends Pick<OwnedStep, "run" | "step"> {
  readonly page: PageAsk
  readonly chatIn: ChatPlace | null
}

/**
 * Whether a tab's page is a chat, before a capture; null where the page does not
 * say. `isTaken` as for walls: a second script of ours would put an end to the first.
 */
export async function chatBefore(
  tabId: number,
  isTaken: (tabId: number) => boolean,
): Promise<ChatFound | null> {
  const page = askPage(tabId)
  const read = async () => parseChatFound(await page("findChat", null))
  try {
    return await read().catch(async (thrown: unknown) => {
      if (EvidenceError.from(thrown).code !== "capture/page-left" || isTaken(tabId)) throw thrown
      await injectPage(tabId)
      return read()
    })
  } catch (thrown) {
    if (thrown instanceof EvidenceError) return null
    throw thrown
  }
}

/** The chat of the page that is captured. That it could not be looked for is noted, and ends nothing. */
export async function chatAt(run: Run, page: PageAsk): Promise<ChatFound | null> {
  try {
    return parseChatFound(await page("findChat", null))
  } catch (thrown) {
    noteUnread(run, "page-facts", thrown)
    return null
  }
}

/** Null where there is no chat in that place, or it did not answer: a picture is a picture without it, and that is a gap. */
export async function readChat({ run, step, page, chatIn }: Reading): Promise<ChatStop | null> {
  if (chatIn === null) return null
  try {
    const stop = parseChatStop(await page("readChat", chatIn))
    if (stop?.isCut === true) run.gap({ what: "transcript", reason: "limit", count: null, where: null })
    return stop
  } catch (thrown) {
    noteUnread(run, step, thrown)
    run.gap({ what: "transcript", reason: "failed", count: null, where: EvidenceError.from(thrown).code })
    return null
  }
}

function noteUnread(run: Run, step: OwnedStep["step"], thrown: unknown): void {
  const { code, message } = EvidenceError.from(thrown)
  run.note(step, "the chat was not read", { code, message: message.slice(0, 500) })
}

/** The rows as they stand after a picture; those that stood elsewhere before it have no sure place in it. */
export const shownChat = (before: ChatStop | null, after: ChatStop | null): ShownChat | null =>
  after === null ? null : { stop: after, moved: movedRows(before, after) }

/** A frame's file with what the frame shows of the chat. */
export function withChat<Row extends Pick<ArtifactRow, "place">>(file: Row, chat: ShownChat | null): Row {
  const { place } = file
  if (chat === null || place === null) return file
  const found = chatInFrame(chat.stop, place satisfies FramePlace, chat.moved)
  return found.rows.length === 0 ? file : { ...file, chat: found }
}
