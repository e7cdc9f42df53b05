/**
 * What of an e-mail its parser is given. It takes an object for each line and
 * compares each with every boundary, so that two megabytes of short lines cost
 * it seconds and gigabytes. In one pass: long runs of base64, which is how
 * attachments lie in there, are left out after their beginning; of what has
 * still more lines, parts, headers or bytes than any letter has, the parser
 * gets the headers alone.
 */
import { type Bytes } from "../../core/bytes.ts"

/** Measured: a quarter of these limits take 0.2 s each, all of them at once under 1 s and 100 MB. */
const MOST_LINES = 40_000
const MOST_BOUNDARIES = 1_000
const MOST_BYTES = 4 * 1024 * 1024
/** Of the headers of the message, and of those of all its parts. */
const HEADER_BYTES = 128 * 1024
const PART_HEADER_BYTES = 512 * 1024
/** Of a run of base64: 300 KB of words, if it is words. */
const RUN_LINES = 6_000
const SHORTEST_RUN_LINE = 40

export interface MailLines {
  readonly bytes: Bytes
  /** Whether words may have been left out, or all but the headers was. */
  readonly isCut: boolean
  /** How many lines the parser has to take. */
  readonly lines: number
}

const LF = 0x0a
const CR = 0x0d
const DASH = 0x2d

export function mailLines(given: Bytes): MailLines {
  const kept = new Uint8Array(given.length)
  const state = { length: 0, lines: 0, boundaries: 0, run: 0, isCut: false }
  const header = { isIn: true, isFirst: true, end: 0, ofParts: 0 }
  for (let at = 0; at < given.length;) {
    const next = endOfLine(given, at)
    const size = contentSize(given, at, next)
    state.run = isBase64(given, at, size) ? state.run + 1 : 0
    if (state.run <= RUN_LINES) {
      kept.set(given.subarray(at, next), state.length)
      state.length += next - at
      state.lines += 1
    } else state.isCut = true
    if (size >= 2 && given[at] === DASH && given[at + 1] === DASH) {
      state.boundaries += 1
      header.isIn = !header.isFirst || header.isIn
    }
    if (header.isIn) {
      if (header.isFirst) header.end = state.length
      else header.ofParts += next - at
      if (size === 0) [header.isIn, header.isFirst] = [false, false]
    }
    const isTooMuch =
      state.lines > MOST_LINES ||
      state.boundaries > MOST_BOUNDARIES ||
      state.length > MOST_BYTES ||
      header.end > HEADER_BYTES ||
      header.ofParts > PART_HEADER_BYTES
    if (isTooMuch) return headersAlone(kept.subarray(0, Math.min(header.end, HEADER_BYTES)))
    at = next
  }
  return { bytes: kept.slice(0, state.length), isCut: state.isCut, lines: state.lines }
}

/** Of headers that are too many as well, the first ones: the servers that passed it on wrote theirs on top. */
function headersAlone(headers: Bytes): MailLines {
  let lines = 0
  let end = 0
  while (end < headers.length && lines < MOST_LINES / 4) {
    end = endOfLine(headers, end)
    lines += 1
  }
  return { bytes: headers.slice(0, end), isCut: true, lines }
}

function endOfLine(bytes: Bytes, from: number): number {
  const at = bytes.indexOf(LF, from)
  return at < 0 ? bytes.length : at + 1
}

/** Without the line's end. */
function contentSize(bytes: Bytes, from: number, next: number): number {
  let end = next
  while (end > from && (bytes[end - 1] === LF || bytes[end - 1] === CR)) end -= 1
  return end - from
}

/** Every character of a line as long as those that mail programs write. */
function isBase64(bytes: Bytes, from: number, size: number): boolean {
  if (size < SHORTEST_RUN_LINE) return false
  for (let at = from; at < from + size; at++) if (!BASE64[bytes[at] ?? 0]) return false
  return true
}

const BASE64: readonly boolean[] = Array.from({ length: 256 }, (_, code) =>
  /[A-Za-z0-9+/=]/.test(String.fromCharCode(code)),
)
