/** What came to an item after it was sealed, out of the files that a bundle has beside its record. */
import { parseCorrections, CORRECTIONS } from "../core/corrections.ts"
import { type Bytes, utf8 } from "../core/bytes.ts"
import { EvidenceError } from "../core/errors.ts"
import { asFields, asTime } from "../core/parse.ts"
import { ANNOTATIONS, parseAnnotations } from "../core/picture/annotations.ts"
import { parseRedactions, REDACTIONS } from "../core/picture/redactions.ts"
import { proofForms } from "../core/proof/proof.ts"
import { checkCountersLine } from "../core/readings/parse.ts"
import { type CountersReading } from "../core/readings/reading.ts"
import { summaryOfCounters } from "../core/readings/summary.ts"
import { NOTES } from "../core/remarks.ts"
import { parseRemarks } from "../core/restore/notes.ts"
import { parseVisitorLine } from "../core/restore/visitor-line.ts"
import { type StoredName } from "../core/restore/wish.ts"
import { READINGS } from "../core/server/reading.ts"
import { checkStamp } from "../core/stamp/check.ts"
import { readImportList } from "../core/verify/import-list.ts"
import { remarkRow } from "../vault/remark-row.ts"
import { type LaterRows } from "../vault/later-rows.ts"
import { type StampRow } from "../vault/schema.ts"
import { readStampIn } from "./read-proof.ts"

export interface Beside {
  readonly captureId: string
  readonly record: Bytes
  readonly files: ReadonlyMap<string, StoredName>
  /** A file that is small. Throws `vault/…`. */
  readonly read: (path: string) => Promise<Bytes>
}

export type Later = LaterRows & {
  /** Files that stand in these rows now, and need none of their own. */
  readonly taken: ReadonlySet<string>
}

/** Throws `input/malformed` for a list that is none of ours. */
export async function readLater(beside: Beside): Promise<Later> {
  const parts = [await stampsIn(beside), await importsIn(beside), await readingsIn(beside)] as const
  const [stamps, imports, readings] = parts
  const copies = await copiesIn(beside)
  const named = idsInOrder()
  const corrections = (await listIn(beside, CORRECTIONS, json => parseCorrections(json).corrections)) ?? []
  const marks = (await listIn(beside, ANNOTATIONS, json => parseAnnotations(json).annotations)) ?? []
  const remarks = (await listIn(beside, NOTES, json => parseRemarks(asFields(json, NOTES).remarks))) ?? []
  const of = beside.captureId
  return {
    ...{ stamps: stamps.rows, imports: imports.rows, readings: readings.rows, redactions: copies.rows },
    corrections: corrections.map((each, index) => ({ ...each, id: named(index), of })),
    annotations: marks.map((each, index) => ({ ...each, id: named(index), of })),
    remarks: remarks.flatMap(({ id, versions }) => versions.map(version => remarkRow(version, id, of))),
    taken: new Set([
      ...[stamps, imports, readings, copies].flatMap(({ taken }) => taken),
      ...[CORRECTIONS, ANNOTATIONS, NOTES].filter(path => beside.files.has(path)),
    ]),
  }
}

interface Part<Row> {
  readonly rows: readonly Row[]
  readonly taken: readonly string[]
}

const nothing = { rows: [], taken: [] }

/** Rows of one moment are told apart by their ids alone: these stand in their order. */
function idsInOrder(): (index: number) => string {
  const base = crypto.randomUUID()
  return index => `${base}-${String(index).padStart(6, "0")}`
}

async function listIn<T>(
  { files, read }: Beside,
  path: string,
  parse: (json: unknown) => T,
): Promise<T | null> {
  return files.has(path) ? parse(jsonOf(await read(path), path)) : null
}

export function jsonOf(bytes: Bytes, path: string): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes))
  } catch (thrown) {
    throw new EvidenceError("input/malformed", `${path} is no JSON`, { cause: thrown })
  }
}

const STAMP = /^capture\.json\.([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)\.tsr$/

async function stampsIn({ captureId, record, files, read }: Beside): Promise<Part<StampRow>> {
  const found: { readonly row: StampRow; readonly taken: readonly string[] }[] = []
  for (const [path, { sha256: token }] of files) {
    const [, authority] = STAMP.exec(path) ?? []
    const query = path.replace(/\.tsr$/, ".tsq")
    const digest = files.get("capture.json")?.sha256
    if (authority === undefined || digest === undefined || !files.has(query)) continue
    const given = { reply: await read(path), query: await read(query) }
    const reading = await checkStamp({ ...given, data: record, roots: [] })
    // Without a time it cannot stand among the stamps: it is kept as the file that it is.
    if (reading.kind === "invalid" || reading.at === null) continue
    found.push({
      taken: [path, query],
      row: {
        ...{ id: crypto.randomUUID(), kind: "capture", of: captureId, authority, digest, state: "received" },
        ...{ ...given, token, time: reading.at, signer: reading.signer, code: null },
        ...{ requestedAt: reading.at, tries: 1, nextTryAt: reading.at, receivedAt: reading.at },
      },
    })
  }
  return { rows: found.map(({ row }) => row), taken: found.flatMap(({ taken }) => taken) }
}

const LIST = "import/imports.json"

async function importsIn(beside: Beside): Promise<Part<LaterRows["imports"][number]>> {
  const { captureId, files, read, record } = beside
  const list = await listIn(beside, LIST, json => ({
    ...readImportList(json),
    times: timesOf(json),
  }))
  if (list === null) return nothing
  const named = idsInOrder()
  const rows: LaterRows["imports"][number][] = []
  for (const [index, { path, givenName: name, matchedBy }] of list.files.entries()) {
    const file = files.get(path)
    const form = proofForms.find(each => path.endsWith(`.${each}`))
    if (file === undefined || form === undefined) throw new EvidenceError("input/malformed", path)
    const reading = form === "tsr" || form === "tst" ? await readStampIn(await read(path), record) : null
    rows.push({
      ...{ id: named(index), kind: "capture", of: captureId, at: list.times[index] ?? "", name, form },
      ...{ file: file.sha256, bytes: file.bytes, sm3: file.sm3, crc32: file.crc32, matchedBy, reading },
      over: matchedBy === "imprint" ? "capture.json" : null,
    })
  }
  return { rows, taken: [LIST, ...list.files.map(({ path }) => path)] }
}

const timesOf = (json: unknown): string[] => {
  const { files } = asFields(json, LIST)
  return (Array.isArray(files) ? files : []).map(each => asTime(asFields(each, LIST).at, "files.at"))
}

async function readingsIn(beside: Beside): Promise<Part<LaterRows["readings"][number]>> {
  if (!beside.files.has(READINGS)) return nothing
  const text = new TextDecoder().decode(await beside.read(READINGS))
  const named = idsInOrder()
  const rows = text
    .split("\n")
    .filter(line => line !== "")
    .map((line, index) => readingOf(beside, line, named(index)))
  return { rows, taken: [READINGS, ...rows.flatMap(({ files }) => files.map(({ path }) => path))] }
}

function readingOf({ captureId }: Beside, line: string, id: string): LaterRows["readings"][number] {
  const json = jsonOf(utf8(line), READINGS)
  const { kind } = asFields(json, "reading")
  const kept = { id, of: captureId, line: `${line}\n` }
  if (kind === "counters") {
    checkCountersLine(json)
    const summary = summaryOfCounters(json as CountersReading)
    return { ...kept, kind, files: [], hashes: [], summary }
  }
  const { summary, files } = parseVisitorLine(json)
  return { ...kept, kind: "visitor", files, hashes: files.map(({ sha256 }) => sha256), summary }
}

async function copiesIn(beside: Beside): Promise<Part<LaterRows["redactions"][number]>> {
  const copies = await listIn(beside, REDACTIONS, json => parseRedactions(json).copies)
  if (copies === null) return nothing
  const named = idsInOrder()
  const rows = copies.map(({ path, at, original, boxes }, index) => {
    const file = beside.files.get(path)
    if (file === undefined) throw new EvidenceError("input/malformed", path)
    const { sha256, sm3, crc32, bytes } = file
    return {
      ...{ id: named(index), of: beside.captureId, at, original, boxes },
      file: sha256,
      sm3,
      crc32,
      bytes,
    }
  })
  return { rows, taken: [REDACTIONS, ...copies.map(({ path }) => path)] }
}
