/**
 * What was read again of the items: readings.jsonl and the files that its lines
 * name. Each line must be of the item's own capture.json, and each file must be
 * the one that its line names. A line of numbers must be whole and agree with
 * itself; lines of kinds that are not known here are held to the rest.
 */
import { EvidenceError } from "../errors.ts"
import { asCount, asFields, asList, asString, malformed } from "../parse.ts"
import { checkCountersLine } from "../readings/parse.ts"
import { type Contents, strictJsonOf, strictText } from "./contents.ts"
import { type Finding, finding } from "./finding.ts"
import { asRealTime } from "./real-time.ts"

const LIST = "readings.jsonl"
const FOLDER = "readings/"
const LIST_LIMIT = 64 * 1024 * 1024

interface ReadingFile {
  readonly path: string
  readonly sha256: string
  readonly bytes: number
}

interface Reading {
  readonly of: string
  readonly files: readonly ReadingFile[]
}

/** `paths` are those in the item's folder. */
export async function readingFaults(
  contents: Contents,
  item: string,
  paths: readonly string[],
): Promise<Finding[]> {
  const kept = paths.filter(path => path.startsWith(FOLDER))
  if (!paths.includes(LIST)) return kept.map(path => finding("readings/unlisted", { item, path }))
  let readings: readonly Reading[]
  try {
    readings = readLines(strictText(await contents.read(`data/${item}/${LIST}`, LIST_LIMIT)))
  } catch (thrown) {
    const reason = EvidenceError.from(thrown).message
    return [finding("readings/malformed", { item, reason })]
  }
  const record = contents.files.get(`data/${item}/capture.json`)?.sha256
  const named = readings.flatMap(({ files }) => files)
  const names = new Set(named.map(({ path }) => path))
  return [
    ...(readings.some(({ of }) => of !== record) ? [finding("readings/of-another", { item })] : []),
    ...kept.filter(path => !names.has(path)).map(path => finding("readings/unlisted", { item, path })),
    ...named.flatMap(file => fileFaults(contents, item, file)),
  ]
}

function fileFaults(contents: Contents, item: string, { path, sha256, bytes }: ReadingFile): Finding[] {
  const found = contents.files.get(`data/${item}/${path}`)
  if (found === undefined) return [finding("readings/missing", { item, path })]
  if (found.sha256 === sha256 && found.bytes === bytes) return []
  return [finding("readings/differs", { item, path })]
}

function readLines(text: string): Reading[] {
  if (!text.endsWith("\n")) throw malformed("the last line has no end")
  const lines = text.slice(0, -1).split("\n")
  const readings = lines.map((line, index) => readLine(line, index + 1))
  const paths = readings.flatMap(({ files }) => files.map(({ path }) => path))
  if (new Set(paths).size !== paths.length) throw malformed("files: one twice")
  return readings
}

function readLine(line: string, number: number): Reading {
  try {
    const read = asFields(strictJsonOf(line), "reading")
    const { schema, of, kind, at, files } = read
    if (schema !== 1) throw malformed("schema")
    asRealTime(at, "at")
    if (asString(kind, "kind") === "counters") checkCountersLine(read)
    return { of: asString(of, "of"), files: files === undefined ? [] : asList(files, "files", readFile) }
  } catch (thrown) {
    throw malformed(`line ${String(number)}: ${EvidenceError.from(thrown).message}`)
  }
}

function readFile(input: unknown): ReadingFile {
  const file = asFields(input, "files")
  const path = asString(file.path, "files.path")
  if (!path.startsWith(FOLDER)) throw malformed("files.path")
  return { path, sha256: asString(file.sha256, "files.sha256"), bytes: asCount(file.bytes, "files.bytes") }
}
