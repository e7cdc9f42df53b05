/**
 * The custody log, line by line, from the exact bytes of data/custody.jsonl. No
 * flag inside the evidence is believed: every hash is computed again.
 */
import { hex, utf8 } from "../bytes.ts"
import { EvidenceError } from "../errors.ts"
import { type Fields, asFields } from "../parse.ts"
import type { Sha256 } from "../seal/hash.ts"
import { type Contents, strictText } from "./contents.ts"
import { type Finding, finding } from "./finding.ts"
import { type LogStory, tellStory } from "./log-story.ts"
import { realTime } from "./real-time.ts"
import type { Hashes } from "./source.ts"

const CUSTODY = "data/custody.jsonl"
const LOG_LIMIT = 256 * 1024 * 1024
const NO_PREVIOUS = "0".repeat(64)

/** What the log says, as far as it can be read. */
export interface LogReading {
  readonly lines: number
  /** SHA-256 of the last line, or null where there is none. */
  readonly head: Sha256 | null
  /** The time of the last line, or null where there is none that can be read. */
  readonly lastAt: string | null
  /** Capture id and record hash, as one string, of every line that closed a record. */
  readonly sealed: ReadonlySet<string>
  /** The captures that this bundle's `export.started` names, or null where it has no such line. */
  readonly exported: ReadonlySet<string> | null
  /** When that line was written, as it says. */
  readonly exportedAt: string | null
  /** The items that came here out of other bundles, by {@link sealedKey}: what the newest line of each says. */
  readonly received: ReadonlyMap<string, ReceivedLine>
  /** What the lines tell together. Where there are faults, not to be gone by. */
  readonly story: LogStory
  readonly faults: readonly Finding[]
}

/** Of an item that came out of a bundle: the number that it was given, the bundle, and the key that signed it. */
export interface ReceivedLine {
  readonly capture: string
  readonly record: string
  readonly item: string
  readonly bundle: string
  readonly device: string
}

export const sealedKey = (capture: string, record: string): string => `${capture} ${record}`

/** Reads the log. `exportId` is the one that bag-info.txt names. */
export async function readLog(
  contents: Contents,
  hashes: Hashes,
  exportId: string | null,
): Promise<LogReading> {
  const sealed = new Set<string>()
  const received = new Map<string, ReceivedLine>()
  const { take, end } = tellStory(exportId)
  const nothing = {
    ...{ lines: 0, head: null, lastAt: null, sealed, received, story: end() },
    ...{ exported: null, exportedAt: null },
  }
  if (!contents.files.has(CUSTODY)) return { ...nothing, faults: [finding("log/missing", {})] }
  const text = await textOf(contents)
  if (text instanceof EvidenceError) {
    return { ...nothing, faults: [finding("log/unreadable", { reason: text.message })] }
  }
  if (text === "") return { ...nothing, faults: [finding("log/empty", {})] }

  const faults: Finding[] = []
  const lines = text.split("\n")
  if (lines.at(-1) === "") lines.pop()
  else faults.push(finding("log/no-newline", {}))
  let head: Sha256 | null = null
  let lastAt: string | null = null
  let exported: ReadonlySet<string> | null = null
  let exportedAt: string | null = null
  for (const [index, raw] of lines.entries()) {
    const line = index + 1
    const fields = readLine(raw)
    lastAt = fields === null ? null : String(fields.at)
    if (fields === null) faults.push(finding("log/line", { line }))
    else {
      if (fields.seq !== line) faults.push(finding("log/seq", { line }))
      if (fields.prev !== (head ?? NO_PREVIOUS)) faults.push(finding("log/prev", { line }))
      note(fields, sealed)
      take(line, fields)
      const came = receivedBy(fields)
      if (came !== null) received.set(sealedKey(came.capture, came.record), came)
      if (fields.event === "export.started" && fields.export === exportId) {
        exported = capturesOf(fields)
        exportedAt = typeof fields.at === "string" ? fields.at : null
      }
    }
    head = digest(hashes, raw)
  }
  if (exportId !== null && exported === null) faults.push(finding("log/no-export", { id: exportId }))
  const said = { exported, exportedAt, lastAt }
  return { lines: lines.length, head, sealed, ...said, received, story: end(), faults }
}

/**
 * One line, or null where it is not in the form of bundle.md. It must be what
 * its own values write, so that a field given twice, or a space, cannot show a
 * reader of the text something else than a reader of the values.
 */
function readLine(raw: string): Fields | null {
  try {
    const fields = asFields(JSON.parse(raw), "custody line")
    const names = Object.keys(fields)
    const framed = names.slice(0, 3).join() === "seq,at,event" && names.at(-1) === "prev"
    const typed =
      realTime(fields.at) !== null &&
      typeof fields.event === "string" &&
      fields.event !== "" &&
      typeof fields.prev === "string"
    return framed && typed && JSON.stringify(fields) === raw ? fields : null
  } catch (thrown) {
    // Values nested beyond the depth of the stack can be read and not written.
    const isOfTheLine =
      thrown instanceof SyntaxError || thrown instanceof RangeError || thrown instanceof EvidenceError
    if (isOfTheLine) return null
    throw thrown
  }
}

function note(fields: Fields, sealed: Set<string>): void {
  const closes = fields.event === "capture.sealed" || fields.event === "capture.interrupted"
  if (closes && typeof fields.capture === "string" && typeof fields.record === "string") {
    sealed.add(sealedKey(fields.capture, fields.record))
  }
}

function receivedBy({ event, capture, record, item, bundle, device }: Fields): ReceivedLine | null {
  if (event !== "capture.received") return null
  const said = [capture, record, item, bundle, device].map(each => (typeof each === "string" ? each : ""))
  const [ofCapture = "", ofRecord = "", number = "", from = "", key = ""] = said
  return { capture: ofCapture, record: ofRecord, item: number, bundle: from, device: key }
}

function capturesOf(fields: Fields): ReadonlySet<string> {
  const captures: unknown[] = Array.isArray(fields.captures) ? fields.captures : []
  return new Set(captures.filter(id => typeof id === "string"))
}

function digest(hashes: Hashes, line: string): Sha256 {
  const state = hashes.sha256()
  state.update(utf8(line))
  return hex(state.digest()) as Sha256
}

async function textOf(contents: Contents): Promise<string | EvidenceError> {
  try {
    return strictText(await contents.read(CUSTODY, LOG_LIMIT))
  } catch (thrown) {
    return EvidenceError.from(thrown)
  }
}
