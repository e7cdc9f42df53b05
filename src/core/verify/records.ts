/**
 * Each item's own record against the files of its folder, the custody log and
 * data/case.json.
 */
import { EvidenceError } from "../errors.ts"
import { ATTACHED, attachedFaults } from "./attached.ts"
import { type CameBy, readCase } from "./case-file.ts"
import { annotationFaults } from "./annotations.ts"
import { chatFaults } from "./chats.ts"
import { type Contents, strictJson } from "./contents.ts"
import { correctionFaults } from "./corrections.ts"
import { contradictions } from "./contradictions.ts"
import { type Finding, finding, type Layer, type Told, told } from "./finding.ts"
import { frameFindings } from "./frames.ts"
import { importedFaults } from "./imported.ts"
import { type LogReading, sealedKey } from "./log-chain.ts"
import { leftoverFindings } from "./leftovers.ts"
import { placeFindings } from "./mark-places.ts"
import { readNotes } from "./notes.ts"
import { procedureFaults } from "./procedure.ts"
import { originFaults, type Origins } from "./origins.ts"
import { postFindings } from "./post-file.ts"
import { readingFaults } from "./readings.ts"
import { viewingFaults } from "./viewing.ts"
import { recordingFaults } from "./recordings.ts"
import { redactionFaults } from "./redactions.ts"
import { type CheckedRecord, type ListedFile, readCheckedRecord } from "./record-reading.ts"
import { selfCheckFaults } from "./self-check.ts"
import type { Hashes } from "./source.ts"

const RECORD = "capture.json"
/** Holds no item: what goes along of the bundles that some came in. */
const ORIGINS = "origins"
const JSON_LIMIT = 64 * 1024 * 1024

/** What may stand in an item's folder without being in its record: the stamps over it, and what came later. */
const BESIDE_THE_RECORD = [
  /^capture\.json$/,
  /^capture\.json\.[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.ts[qr]$/,
  /^capture\.json\.ots$/,
  /^(?:corrections|notes|annotations)\.json$/,
  /^readings\.jsonl$/,
  /^(?:redacted|readings)\//,
  // What an imported item is of stands in its record; what was attached to an item later does not.
  /^import\/(?!original(?:\.|$))/,
]

export interface RecordReading {
  readonly items: number
  readonly faults: readonly Finding[]
  readonly warnings: readonly Finding[]
  /** The schema of data/case.json where it is not known here, else 0. */
  readonly newer: number
  /** Of items that came out of other bundles, for the layer of that name. */
  readonly ofOrigins: readonly Finding[]
  /** Item and what its record says of automation, for the layer of that name. */
  readonly automation: readonly { readonly item: string; readonly value: "yes" | "no" | "unknown" }[]
  /** When each item's capture ended, as its record says; for the stamps over it. */
  readonly ends: ReadonlyMap<string, unknown>
  /** Item and what its record says of public random numbers, for the layer of that name. */
  readonly brackets: readonly { readonly item: string; readonly bracket: unknown }[]
}

export interface Provenance {
  readonly cameBy: ReadonlyMap<string, CameBy>
  readonly origins: Origins
}

export async function readRecords(
  contents: Contents,
  hashes: Hashes,
  log: LogReading,
  { cameBy, origins }: Provenance,
): Promise<RecordReading> {
  const folders = itemFolders(contents)
  const caseRead = await readCase(contents, hashes, folders)
  const faults: Finding[] = [...caseRead.faults]
  // One by one: as many arguments as a hostile bundle has files are more than a call may have.
  const add = (found: readonly Finding[]) => {
    for (const each of found) faults.push(each)
  }
  const warnings: Finding[] = []
  const note = (found: Told) => {
    add(found.faults)
    for (const each of found.warnings) warnings.push(each)
  }
  const attached = [...caseRead.files]
  const automation: { item: string; value: "yes" | "no" | "unknown" }[] = []
  const brackets: { item: string; bracket: unknown }[] = []
  const ends = new Map<string, unknown>()
  const captures = new Map<string, string>()
  const ofOrigins: Finding[] = []
  for (const [item, paths] of folders) {
    const record = await readRecord(contents, item, faults)
    if (record === null) continue
    automation.push({ item, value: record.automation })
    ends.set(item, record.endedAt)
    if (record.bracket !== undefined) brackets.push({ item, bracket: record.bracket })
    const came = cameBy.get(item)
    // Two that say to be one capture may have come from elsewhere: both are kept, each by an id of its own.
    const id = came?.id ?? record.id
    const other = captures.get(id)
    if (other !== undefined) faults.push(finding("records/same-capture", { item, other }))
    captures.set(id, item)
    const hash = contents.files.get(`data/${item}/${RECORD}`)?.sha256 ?? ""
    if (came !== undefined) ofOrigins.push(...originFaults({ item, record, hash }, came, log, origins))
    else if (log.received.has(sealedKey(record.id, hash)))
      ofOrigins.push(finding("origins/omitted", { item }))
    add(ownFaults(record, item, came !== undefined))
    add(fileFaults(contents, record, item, paths))
    note(contradictions(item, record))
    note(await frameFindings(contents, item, record, paths))
    note(await postFindings(contents, item, record))
    note(await placeFindings(contents, item))
    if ((caseRead.ids.get(item) ?? id) !== id) add([finding("record/case-differs", { item, what: "id" })])
    add(logFaults({ item, id, hash, isOwn: came === undefined }, log))
    add(await readingFaults(contents, item, paths))
    add(await correctionFaults(contents, item, paths))
    const notes = await readNotes(contents, hashes, item, paths)
    add(notes.faults)
    for (const each of notes.files) attached.push(each)
    add(await annotationFaults(contents, item, paths, record.files))
    add(await redactionFaults(contents, item, paths, record.files))
    add(await recordingFaults(contents, hashes, item, paths))
    add(await chatFaults(contents, record, item, paths))
    add(await selfCheckFaults(contents, item, paths))
    add(await procedureFaults(contents, hashes, item, paths, record))
    add(await viewingFaults(contents, hashes, item, record))
    add(await importedFaults(contents, item, paths))
  }
  add(attachedFaults(contents, attached))
  note(await leftoverFindings(contents))
  const { newer } = caseRead
  return { items: folders.size, faults, warnings, newer, automation, ends, brackets, ofOrigins }
}

/** Of a data/case.json of a later schema, what it says besides is not known here: that is no agreement. */
export function recordsLayer({ items, faults: found, warnings, newer }: RecordReading): Layer {
  // No export is of nothing: where no item can be read whole, there is no bundle.
  const faults = items === 0 ? [finding("records/empty", {}), ...found] : found
  const layer = told("records", { faults, warnings }, [finding("records/match", { count: items })])
  if (newer === 0) return layer
  const detail = [finding("record/case-newer", { schema: newer }), ...faults, ...warnings]
  return { layer: "records", outcome: layer.outcome === "fail" ? "fail" : "unknown", detail }
}

/** The items' folders under data/, with the paths in each. Files that lie in data/ itself are another layer's matter. */
function itemFolders(contents: Contents): Map<string, string[]> {
  const folders = new Map<string, string[]>()
  for (const path of contents.files.keys()) {
    const [, item, inside] = /^data\/([^/]+)\/(.+)$/.exec(path) ?? []
    if (item === undefined || inside === undefined || item === ATTACHED || item === ORIGINS) continue
    const paths = folders.get(item)
    if (paths === undefined) folders.set(item, [inside])
    else paths.push(inside)
  }
  return folders
}

async function readRecord(
  contents: Contents,
  item: string,
  faults: Finding[],
): Promise<CheckedRecord | null> {
  const path = `data/${item}/${RECORD}`
  if (!contents.files.has(path)) {
    faults.push(finding("records/no-record", { item }))
    return null
  }
  try {
    return readCheckedRecord(strictJson(await contents.read(path, JSON_LIMIT)))
  } catch (thrown) {
    faults.push(finding("records/malformed", { item, reason: EvidenceError.from(thrown).message }))
    return null
  }
}

function ownFaults(record: CheckedRecord, item: string, isFromElsewhere: boolean): Finding[] {
  const faults: Finding[] = []
  // The number that it had elsewhere is held against data/case.json.
  if (record.item !== item && !isFromElsewhere)
    faults.push(finding("records/other-item", { item, says: record.item }))
  if (record.complete && record.gaps > 0) faults.push(finding("records/complete-with-gaps", { item }))
  if (!record.complete && record.gaps === 0) {
    faults.push(finding("records/incomplete-without-gaps", { item }))
  }
  return faults
}

function fileFaults(
  contents: Contents,
  record: CheckedRecord,
  item: string,
  paths: readonly string[],
): Finding[] {
  const faults: Finding[] = []
  const listed = new Map<string, ListedFile>()
  for (const file of record.files) {
    const { path } = file
    if (listed.has(path)) faults.push(finding("records/file-twice", { item, path }))
    listed.set(path, file)
    const found = contents.files.get(`data/${item}/${path}`)
    if (found === undefined) faults.push(finding("records/file-missing", { item, path }))
    else if (
      found.sha256 !== file.sha256 ||
      (found.sm3 ?? file.sm3) !== file.sm3 ||
      found.bytes !== file.bytes
    ) {
      faults.push(finding("records/file-differs", { item, path }))
    }
  }
  for (const path of paths) {
    const known = listed.has(path) || BESIDE_THE_RECORD.some(name => name.test(path))
    if (!known) faults.push(finding("records/file-unlisted", { item, path }))
  }
  // Frames and pages are named twice in a record; both must be the same file.
  for (const { path, sha256 } of [...record.frames, ...record.pages]) {
    if (listed.get(path)?.sha256 !== sha256)
      faults.push(finding("records/not-listed-in-record", { item, path }))
  }
  const frames = new Set(record.frames.map(frame => frame.path))
  for (const path of record.pages.flatMap(page => page.from).filter(from => !frames.has(from))) {
    faults.push(finding("records/not-listed-in-record", { item, path }))
  }
  return faults
}

interface InLog {
  readonly item: string
  readonly id: string
  readonly hash: string
  readonly isOwn: boolean
}

function logFaults({ item, id, hash, isOwn }: InLog, log: LogReading): Finding[] {
  const faults: Finding[] = []
  if (isOwn && !log.sealed.has(sealedKey(id, hash))) faults.push(finding("records/not-in-log", { item }))
  if (log.exported !== null && !log.exported.has(id)) {
    faults.push(finding("records/not-in-export", { item }))
  }
  return faults
}
