/**
 * An uninterrupted recording: the bytes as the browser encoded them, in pieces
 * of about a second, each under its own hash and in one chain. The file is the
 * pieces one after another and nothing else; `recording/chunks.jsonl` says where
 * each begins, when it came, and what came before it.
 */
import { utf8 } from "./bytes.ts"
import {
  asBoolean,
  asCount,
  asFields,
  asMatch,
  asOneOf,
  asSha256,
  asString,
  asTime,
  malformed,
} from "./parse.ts"
import { type Sha256, sha256Now } from "./seal/hash.ts"
import { MOST_ITEM_BYTES } from "./item-limit.ts"
import { parseSizes, parseViewing, type PictureSize, type ViewingRecord } from "./viewing.ts"

export const RECORDING_FILE = "recording/original.webm"
export const CHUNKS_FILE = "recording/chunks.jsonl"

/** How long a piece is, in milliseconds: about so much is lost at most where the browser is killed. */
export const CHUNK_MS = 1000

/** `tab`: the browser's picture of one tab. `picked`: what the user chose in the browser's own question. */
export const recordingKinds = ["tab", "picked"] as const
export type RecordingKind = (typeof recordingKinds)[number]

/**
 * `source-ended`: the tab was closed, or the browser's own button ended it. `limit`: it is as long as one item may be.
 * `lost`: the recorder itself was gone.
 */
export const recordingEndings = [
  ...(["stopped", "source-ended", "limit"] as const),
  ...(["failed", "lost", "interrupted"] as const),
]
export type RecordingEnding = (typeof recordingEndings)[number]

/** A recording ends itself here, while its item, pictures of a guided one included, can still be exported: some two hours. */
export const MOST_RECORDING_BYTES = MOST_ITEM_BYTES - 512 * 2 ** 20

/** What is known when it begins. Width and height in pixels of the recording. */
export interface RecordingStart {
  readonly kind: RecordingKind
  readonly sound: boolean
  readonly width: number
  readonly height: number
}

/** What capture.json says of it. */
export interface RecordingRecord extends RecordingStart {
  readonly file: string
  readonly chunks: string
  readonly mediaType: string
  /** How many pieces there are. */
  readonly count: number
  readonly bytes: number
  /** When the first piece began to be recorded, and when the last one came, ISO 8601 in UTC. */
  readonly startedAt: string
  readonly endedAt: string
  readonly ended: RecordingEnding
  /** Not there where no copy for viewing could be made, which a step says. */
  readonly view?: ViewingRecord
  /**
   * The recorded tab's own size, in CSS pixels, each time that it changed, and when: what is shown is fitted into the
   * recording's size from then on. Not there where it did not change, and of what the user picked.
   */
  readonly resized?: readonly PictureSize[]
}

/** One piece, as its line says. */
export interface Chunk {
  readonly seq: number
  readonly at: string
  readonly bytes: number
  readonly sha256: Sha256
}

export interface ChunkLine {
  readonly text: string
  /** SHA-256 of the text, which the next line names. */
  readonly hash: Sha256
}

/** What the first line names as the one before it, as in the custody log. */
export const FIRST = "0".repeat(64) as Sha256

/** The line of a piece: it names the SHA-256 of the line before it, so that none can be left out or exchanged. */
export function chunkLine({ seq, at, bytes, sha256 }: Chunk, prev: Sha256): ChunkLine {
  const text = JSON.stringify({ seq, at, bytes, sha256, prev })
  return { text, hash: sha256Now(utf8(text)) }
}

/**
 * The pieces that a `chunks.jsonl` names, in their order. Throws `input/malformed`
 * where a line is none, is out of order, or does not name the one before it.
 */
export function parseChunks(text: string): readonly Chunk[] {
  const lines = text.split("\n")
  if (lines.pop() !== "") throw malformed("chunks.jsonl")
  let prev = FIRST
  return lines.map((line, index) => {
    const fields = asFields(readJson(line), "chunks.jsonl")
    const chunk: Chunk = {
      seq: asCount(fields.seq, "chunks.seq"),
      at: asTime(fields.at, "chunks.at"),
      bytes: asCount(fields.bytes, "chunks.bytes"),
      sha256: asSha256(fields.sha256, "chunks.sha256"),
    }
    if (chunk.seq !== index) throw malformed("chunks.seq")
    if (fields.prev !== prev) throw malformed("chunks.prev")
    prev = sha256Now(utf8(line))
    return chunk
  })
}

function readJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw malformed("chunks.jsonl")
  }
}

/** Pieces that come so much later than the one before, in milliseconds, come after a break: a computer that slept, a recorder that stood still. */
const LONGEST_PAUSE_MS = 5_000

/** How often a recording stood still, by the times of its pieces. A second that moves backwards is a clock's, and none. */
export const breaksIn = (pieces: readonly Pick<Chunk, "at">[]): number =>
  pieces.filter(({ at }, index) => {
    const before = pieces[index - 1]
    return before !== undefined && Date.parse(at) - Date.parse(before.at) > LONGEST_PAUSE_MS
  }).length

/** @throws EvidenceError `input/malformed`, with the name of the field */
export function parseRecording(input: unknown): RecordingRecord {
  const recording = asFields(input, "recording")
  return {
    kind: asOneOf(recording.kind, "recording.kind", recordingKinds),
    mediaType: asString(recording.mediaType, "recording.mediaType"),
    sound: asBoolean(recording.sound, "recording.sound"),
    width: asCount(recording.width, "recording.width"),
    height: asCount(recording.height, "recording.height"),
    file: asMatch(recording.file, "recording.file", /^recording\/original\.webm$/),
    chunks: asMatch(recording.chunks, "recording.chunks", /^recording\/chunks\.jsonl$/),
    count: asCount(recording.count, "recording.count"),
    bytes: asCount(recording.bytes, "recording.bytes"),
    startedAt: asTime(recording.startedAt, "recording.startedAt"),
    endedAt: asTime(recording.endedAt, "recording.endedAt"),
    ended: asOneOf(recording.ended, "recording.ended", recordingEndings),
    ...(recording.view === undefined ? {} : { view: parseViewing(recording.view) }),
    ...(recording.resized === undefined ? {} : { resized: parseSizes(recording.resized) }),
  }
}
