/** The transcript of a chat, once its frames are there. Where there can be none, a gap says so. */
import { utf8 } from "../core/bytes.ts"
import { CHAT_JSON, type ChatFile, type ChatSummary } from "../core/chat/chat-json.ts"
import { type ChatFrame, sureFrames, transcriptOf } from "../core/chat/transcript.ts"
import { EvidenceError } from "../core/errors.ts"
import { type ArtifactRow } from "../vault/capture-row.ts"
import { artifactsOf, captureById } from "../vault/read.ts"
import { keepFile } from "./keep-file.ts"
import { type Run, runStep, store } from "./run.ts"

/** Nothing, where the page is no chat. */
export async function writeTranscript(run: Run): Promise<void> {
  const row = await captureById(run.ports.vault, run.id)
  if (row === undefined) throw new EvidenceError("vault/missing", `capture ${run.id}`)
  const { chat, utcOffsetMinutes } = row
  if (chat !== undefined) await runStep(run, "transcript", () => write(run, chat, utcOffsetMinutes))
}

async function write(run: Run, chat: ChatSummary, utcOffsetMinutes: number): Promise<void> {
  const frames = sureFrames(framesOf(await artifactsOf(run.ports.vault, run.id)), run.gaps())
  const messages = transcriptOf(frames, { utcOffsetMinutes, until: chat.until })
  if (messages.length === 0) {
    run.note("transcript", "no message was read in the frames")
    run.gap({ what: "transcript", reason: "not-reached", count: null, where: null })
    return
  }
  // Of a chat that is scrolled with the page itself nobody waited for older messages: its beginning is not claimed.
  const { adapter, until, ending } = chat
  const file: ChatFile = { schema: 1, adapter, until, ending, count: messages.length, messages }
  await keepFile(run, "transcript", {
    path: CHAT_JSON,
    bytes: utf8(`${JSON.stringify(file, null, 1)}\n`),
    mediaType: "application/json",
    source: "derived",
  })
  await store(run, { chat: { ...chat, messages: messages.length, file: CHAT_JSON } })
}

/**
 * The frames that show rows, from the upper end of the chat to the lower one. A
 * chat that was gone through again from its upper end is read there.
 */
function framesOf(files: readonly ArtifactRow[]): ChatFrame[] {
  const shown = files
    .flatMap(({ path, at, place, chat }) =>
      chat === undefined || place === null ? [] : [{ path, at, place, rows: chat.rows }],
    )
    .sort((a, b) => (a.path < b.path ? -1 : 1))
  const lastPass = Math.max(...shown.map(({ place }) => place.pass))
  let frames: typeof shown = []
  for (const frame of shown.filter(({ place }) => place.pass === lastPass)) {
    const before = frames.at(-1)?.place
    if (before !== undefined && rowOf(frame.place) < rowOf(before)) frames = []
    frames.push(frame)
  }
  return frames.map(({ path, at, rows }) => ({ path, at, rows }))
}

const rowOf = ({ y, box }: NonNullable<ArtifactRow["place"]>): number => box?.y ?? y
