/** Items of a bundle that was verified: their bytes are stored by the page that has it open; what they are is read here, from those bytes. */
import { type Bytes } from "../core/bytes.ts"
import { EvidenceError } from "../core/errors.ts"
import { stepNames } from "../core/evidence.ts"
import { asFields, asOneOf, asString, asTime } from "../core/parse.ts"
import { parsePostJson, POST_JSON } from "../core/post-facts/post-json.ts"
import { type PostSummary, summaryOf } from "../core/post-facts/summary.ts"
import { parseCaptureRecord } from "../core/record.ts"
import { parseRemarks } from "../core/restore/notes.ts"
import { type CaseWish, type ItemWish, type MoreWish, type StoredName } from "../core/restore/wish.ts"
import { type Handlers } from "../platform/messaging.ts"
import { now } from "../platform/clock.ts"
import { type RestoreApi } from "../protocol/restore.ts"
import { type LogEntry } from "../vault/append.ts"
import { readBack } from "../vault/blobs.ts"
import { type CaptureRow } from "../vault/capture-row.ts"
import { remarkRow, type RemarkRow } from "../vault/remark-row.ts"
import { type Vault } from "../vault/schema.ts"
import { makeCase } from "../vault/write-cases.ts"
import { addRemarks, keepAdded } from "../vault/write-added.ts"
import { beginRestore, endRestore, keepRestored } from "../vault/write-restored.ts"
import { jsonOf, readLater } from "../workshop/read-later.ts"
import { restoredFile, restoredRow } from "./restored-row.ts"

const RECORD = "capture.json"
const LOG = "log.jsonl"

/** @param wakeIndexer has the items that came be found by their words */
export const restoreHandlers = (vault: Vault, wakeIndexer: () => void): Handlers<RestoreApi> => ({
  beginRestore: async ({ zip, fileName, total, cases, origins }) => {
    const at = now()
    const rows = origins.map(({ bundle, device, files }) => ({
      ...{ id: bundle, at, device, files, hashes: files.map(({ sha256 }) => sha256) },
    }))
    await beginRestore(vault, { id: zip, fileName, at, total, cases }, rows)
    return null
  },
  restoreCase: async wish => ({ caseId: await restoreCase(vault, wish) }),
  restoreItem: async wish => {
    const { item } = await restoreItem(vault, wish)
    return { item }
  },
  restoreMore: async wish => ({ added: await restoreMore(vault, wish) }),
  endRestore: async ({ zip }) => {
    await endRestore(vault, zip, now())
    wakeIndexer()
    return null
  },
})

/** Throws `input/malformed` where its record, or what stands beside it, is not in the form of this version. */
export async function restoreItem(vault: Vault, wish: ItemWish): Promise<CaptureRow> {
  const { files, read, record, taken, ...later } = await readWish(vault, wish)
  return keepRestored(vault, {
    ...later,
    ...{ at: now(), wish: wish.number, zip: wish.zip, bundle: lastOf(wish).bundle },
    row: restoredRow(record, wish, await factsOf(files, read)),
    files: wish.files
      .filter(({ path }) => !taken.has(path))
      .map(file => restoredFile(record, wish.captureId, file)),
    log: files.has(LOG) ? logOf(await read(LOG)) : [],
    remarks: await withFreeIds(vault, later.remarks),
  })
}

/** Adds to an item that is here what the bundle has more of it. Throws as {@link restoreItem} does. */
async function restoreMore(vault: Vault, wish: MoreWish): Promise<number> {
  const { captureId, record, bundle, zip } = wish
  const given = await readWish(vault, wish)
  return keepAdded(vault, { at: now(), captureId, record, bundle, zip, given })
}

/** The files that are wished for, by their names: the record, and what stands beside it. */
async function readWish(vault: Vault, wish: Pick<ItemWish, "captureId" | "record" | "files">) {
  const files = new Map(wish.files.map(file => [file.path, file]))
  const read = async (path: string): Promise<Bytes> => {
    const file = files.get(path)
    if (file === undefined) throw new EvidenceError("input/malformed", `no ${path}`)
    return readBack(vault, file.sha256)
  }
  const bytes = await read(RECORD)
  if (files.get(RECORD)?.sha256 !== wish.record) throw new EvidenceError("input/malformed", RECORD)
  const record = parseCaptureRecord(jsonOf(bytes, RECORD))
  const listed = new Set(record.files.map(({ path }) => path))
  // What the record lists is a file of the item, whatever its name.
  const beside = new Map(Array.from(files).filter(([path]) => !listed.has(path)))
  const later = await readLater({ captureId: wish.captureId, record: bytes, files: beside, read })
  return { files, read, record, ...later }
}

function lastOf({ origins }: ItemWish) {
  const last = origins.at(-1)
  if (last === undefined) throw new EvidenceError("input/malformed", "an item out of no bundle")
  return last
}

/** As when it was captured: one that cannot be read says nothing of the post. */
async function factsOf(
  files: ReadonlyMap<string, StoredName>,
  read: (path: string) => Promise<Bytes>,
): Promise<PostSummary | undefined> {
  if (!files.has(POST_JSON)) return undefined
  try {
    return summaryOf(parsePostJson(jsonOf(await read(POST_JSON), POST_JSON)))
  } catch (thrown) {
    if (EvidenceError.from(thrown).code === "input/malformed") return undefined
    throw thrown
  }
}

const OF_EVERY_LINE: ReadonlySet<string> = new Set(["seq", "at", "step", "what"])

function logOf(bytes: Bytes): LogEntry[] {
  const lines = new TextDecoder().decode(bytes).split("\n")
  return lines
    .filter(line => line !== "")
    .map(line => {
      const fields = asFields(JSON.parse(line), LOG)
      const { at, step, what } = fields
      return {
        at: asTime(at, "log.at"),
        step: asOneOf(step, "log.step", stepNames),
        what: asString(what, "log.what"),
        detail: Object.fromEntries(Object.entries(fields).filter(([name]) => !OF_EVERY_LINE.has(name))),
      }
    })
}

/** A remark of another item may have the id here: both are kept. */
async function withFreeIds(vault: Vault, rows: readonly RemarkRow[]): Promise<RemarkRow[]> {
  const ids = new Map<string, string>()
  for (const { id } of rows) {
    if (ids.has(id)) continue
    const isTaken = (await vault.remarks.get([id, 1])) !== undefined
    ids.set(id, isTaken ? crypto.randomUUID() : id)
  }
  return rows.map(row => ({ ...row, id: ids.get(row.id) ?? row.id }))
}

/** The case that items are to be filed in, with what was said of it there. */
async function restoreCase(vault: Vault, { caseId, name, remarks }: CaseWish): Promise<string> {
  const said = parseRemarks(remarks)
  const of = caseId ?? (await makeCase(vault, { id: crypto.randomUUID(), name, created: now() })).id
  const rows = said.flatMap(({ id, versions }) => versions.map(version => remarkRow(version, id, of)))
  await addRemarks(vault, of, rows, now())
  return of
}
