/**
 * The procedure log of a guided recording: recording/procedure.jsonl, the
 * pictures that its lines name, and what the record says of it. Each line must
 * name the one before it; no time runs backwards, nor past the recording's end.
 * Kinds of lines that are not known here are held to the rest. As with the
 * pieces, that no line was left out is said by the chain alone.
 */
import { hex, utf8 } from "../bytes.ts"
import { EvidenceError } from "../errors.ts"
import { asCount, asFields, asList, asSha256, asString, asTime, type Fields, malformed } from "../parse.ts"
import { type Contents, strictJsonOf, strictText } from "./contents.ts"
import { type Finding, finding } from "./finding.ts"
import { asRealTime } from "./real-time.ts"
import type { CheckedRecord } from "./record-reading.ts"
import type { Hashes } from "./source.ts"

const LOG = "recording/procedure.jsonl"
const LOG_LIMIT = 64 * 1024 * 1024
const PICTURE = /^recording\/page-\d+\.png$/
const FIRST = "0".repeat(64)

/** A log is closed a little after the last piece, and a recorder that is lost is missed later; in milliseconds. */
const SLACK_MS = 60_000

interface Line {
  readonly ms: number
  readonly kind: string
  readonly frame: { readonly path: string; readonly sha256: string } | null
  /** Of a line that is a place in the recording: its title, or null where that is in the user's language. */
  readonly chapter: { readonly title: string | null } | null
}

/** `paths` are those in the item's folder. */
export async function procedureFaults(
  contents: Contents,
  hashes: Hashes,
  item: string,
  paths: readonly string[],
  record: CheckedRecord,
): Promise<Finding[]> {
  const pictures = paths.filter(path => PICTURE.test(path))
  if (!paths.includes(LOG)) {
    if (record.procedure === undefined && pictures.length === 0) return []
    return [finding("procedure/malformed", { item, reason: `${LOG} is not there` })]
  }
  try {
    const lines = readLog(strictText(await contents.read(`data/${item}/${LOG}`, LOG_LIMIT)), hashes)
    const faults = pictureFaults(lines, record, item, pictures)
    const length = lengthOf(record.recording)
    if (length !== null && lines.some(({ ms }) => ms > length + SLACK_MS))
      throw malformed("ms: after the end")
    return agrees(record.procedure, lines) ? faults : [...faults, finding("procedure/differs", { item })]
  } catch (thrown) {
    return [finding("procedure/malformed", { item, reason: EvidenceError.from(thrown).message })]
  }
}

function pictureFaults(
  lines: readonly Line[],
  { files }: CheckedRecord,
  item: string,
  pictures: readonly string[],
): Finding[] {
  const listed = new Map(files.map(({ path, sha256 }) => [path, sha256]))
  const named = lines.flatMap(({ frame }) => (frame === null ? [] : [frame]))
  const wrong = named.filter(({ path, sha256 }) => listed.get(path) !== sha256).map(({ path }) => path)
  const paths = new Set(named.map(({ path }) => path))
  const unnamed = pictures.filter(path => !paths.has(path))
  return [...wrong, ...unnamed].map(path => finding("procedure/picture", { item, path }))
}

/** Milliseconds by the wall clock, from the first to the last piece; null where the record does not say. */
function lengthOf(recording: unknown): number | null {
  if (recording === undefined) return null
  const { startedAt, endedAt } = asFields(recording, "recording")
  const from = Date.parse(asTime(startedAt, "recording.startedAt"))
  return Date.parse(asTime(endedAt, "recording.endedAt")) - from
}

/** What the record says of the log, against the log. */
function agrees(input: unknown, lines: readonly Line[]): boolean {
  const record = asFields(input, "procedure")
  const chapters = asList(record.chapters, "procedure.chapters", each => {
    const { ms, title } = asFields(each, "procedure.chapters")
    return { ms: asCount(ms, "procedure.chapters.ms"), title: asString(title, "procedure.chapters.title") }
  })
  const expected = lines.flatMap(({ ms, chapter }) => (chapter === null ? [] : [{ ms, ...chapter }]))
  const pages = lines.filter(({ kind }) => kind === "page")
  return (
    record.file === LOG &&
    record.lines === lines.length &&
    record.pages === pages.length &&
    record.pictured === pages.filter(({ frame }) => frame !== null).length &&
    chapters.length === expected.length &&
    expected.every(({ ms, title }, at) => {
      const said = chapters[at]
      return said?.ms === ms && (title === null || said.title === title)
    })
  )
}

function readLog(text: string, { sha256 }: Hashes): Line[] {
  const texts = text.split("\n")
  if (texts.pop() !== "" || texts.length === 0) throw malformed(LOG)
  let prev = FIRST
  let ms = 0
  return texts.map((each, index) => {
    const fields = asFields(strictJsonOf(each), "line")
    if (fields.seq !== index) throw malformed("seq")
    if (fields.prev !== prev) throw malformed("prev")
    const line = readLine(fields)
    if (line.ms < ms) throw malformed("ms: backwards")
    if ((line.kind === "begin") !== (index === 0)) throw malformed("begin")
    if (line.kind === "end" && index !== texts.length - 1) throw malformed("end")
    const hash = sha256()
    hash.update(utf8(each))
    prev = hex(hash.digest())
    ms = line.ms
    return line
  })
}

function readLine(fields: Fields): Line {
  const kind = asString(fields.kind, "kind")
  asRealTime(fields.at, "at")
  const frame = kind === "page" && fields.frame !== null ? readFrame(fields.frame) : null
  if (kind === "page" && frame === null && typeof fields.code !== "string") throw malformed("page.code")
  if (kind === "click" || kind === "scroll") {
    if (typeof fields.x !== "number" || typeof fields.y !== "number") throw malformed(kind)
  }
  if (kind === "step") for (const name of ["step", "state", "by"]) asString(fields[name], `step.${name}`)
  return { ms: asCount(fields.ms, "ms"), kind, frame, chapter: chapterOf(kind, fields) }
}

/** Pages by their title, else by their address; steps that were ticked by their name. */
function chapterOf(kind: string, { title, url, state }: Fields): Line["chapter"] {
  if (kind === "step") return state === "done" ? { title: null } : null
  if (kind !== "page" && kind !== "route") return null
  const shown = typeof title === "string" && title !== "" ? title : url
  return typeof shown === "string" && shown !== "" ? { title: shown.slice(0, 300) } : null
}

function readFrame(input: unknown): { readonly path: string; readonly sha256: string } {
  const { path, sha256 } = asFields(input, "frame")
  return { path: asString(path, "frame.path"), sha256: asSha256(sha256, "frame.sha256") }
}
