/**
 * The pieces of a recording: recording/chunks.jsonl and the file that they are.
 * Each line must name the one before it, and the pieces must be the whole file,
 * one after another. That no second was left out is said by the chain alone, and
 * by no time stamp: both files are sealed together.
 */
import { hex, utf8 } from "../bytes.ts"
import { EvidenceError } from "../errors.ts"
import { asCount, asFields, asSha256, malformed } from "../parse.ts"
import { type Contents, strictJsonOf, strictText } from "./contents.ts"
import { type Finding, finding } from "./finding.ts"
import { asRealTime } from "./real-time.ts"
import type { Hashes } from "./source.ts"

const FILE = "recording/original.webm"
const LIST = "recording/chunks.jsonl"
/** A line takes about 200 bytes, and a second: a whole day. */
const LIST_LIMIT = 64 * 1024 * 1024
const FIRST = "0".repeat(64)

interface Piece {
  readonly bytes: number
  readonly sha256: string
}

/** `paths` are those in the item's folder. */
export async function recordingFaults(
  contents: Contents,
  { sha256 }: Hashes,
  item: string,
  paths: readonly string[],
): Promise<Finding[]> {
  if (!paths.includes(FILE) && !paths.includes(LIST)) return []
  const hashOf = (text: string) => {
    const hash = sha256()
    hash.update(utf8(text))
    return hex(hash.digest())
  }
  try {
    if (!paths.includes(FILE)) throw malformed(`${FILE} is not there`)
    const pieces = readList(strictText(await contents.read(`data/${item}/${LIST}`, LIST_LIMIT)), hashOf)
    const found = await contents.hashParts(
      `data/${item}/${FILE}`,
      pieces.map(({ bytes }) => bytes),
    )
    const isSame = found?.every((hash, index) => hash === pieces[index]?.sha256) === true
    return isSame ? [] : [finding("recording/differs", { item, path: FILE })]
  } catch (thrown) {
    return [finding("recording/malformed", { item, reason: EvidenceError.from(thrown).message })]
  }
}

function readList(text: string, hashOf: (line: string) => string): Piece[] {
  const lines = text.split("\n")
  if (lines.pop() !== "" || lines.length === 0) throw malformed(LIST)
  let before = FIRST
  return lines.map((line, index) => {
    const { seq, at, bytes, sha256, prev } = asFields(strictJsonOf(line), LIST)
    if (asCount(seq, "seq") !== index) throw malformed(`seq of line ${String(index + 1)}`)
    if (prev !== before) throw malformed(`prev of line ${String(index + 1)}`)
    asRealTime(at, "at")
    before = hashOf(line)
    return { bytes: asCount(bytes, "bytes"), sha256: asSha256(sha256, "sha256") }
  })
}
