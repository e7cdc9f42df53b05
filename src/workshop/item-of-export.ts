/** One item of a bundle: its rows become a snapshot, with every file under the name that it has in the bag. */
import { utf8 } from "../core/bytes.ts"
import { type ItemSnapshot, type StoredFile } from "../core/bundle/snapshot.ts"
import { CHAT_JSON, parseChatFile } from "../core/chat/chat-json.ts"
import { EvidenceError } from "../core/errors.ts"
import { itemName } from "../core/evidence.ts"
import { parsePostJson, POST_JSON } from "../core/post-facts/post-json.ts"
import { PROCEDURE_FILE } from "../core/procedure/entry.ts"
import { parseProcedure } from "../core/procedure/parse.ts"
import { parseCaptureRecord } from "../core/record.ts"
import { sha256 } from "../core/seal/hash.ts"
import { type makeCheck, readBlob } from "../vault/blobs.ts"
import { type ArtifactRow, type CaptureRow } from "../vault/capture-row.ts"
import { anchorsOf, artifactsOf, stampsOf } from "../vault/read.ts"
import { clockStamp, isReceived, type ReceivedStamp } from "../vault/received-stamp.ts"
import { type ExportRow, type Vault } from "../vault/schema.ts"
import { readCorrections } from "./corrections-of-item.ts"
import { readMarks } from "./marks-of-item.ts"
import { readNotes } from "./notes-of-export.ts"
import { readProofs } from "./proofs-of-item.ts"
import { readReadings } from "./readings-of-item.ts"
import { smallFile } from "./small-file.ts"
import { readSourceHead } from "./source-of-item.ts"

/** Gives the bytes under a hash; how far they are held to it is its own matter. */
export type Check = ReturnType<typeof makeCheck>

/** An item with every file as `check` gives it, or null when one is not what was sealed. */
export async function readItem(
  vault: Vault,
  check: Check,
  capture: CaptureRow,
  exporting: Pick<ExportRow, "at" | "custodySeq" | "withNotes">,
): Promise<ItemSnapshot | null> {
  const { custodySeq } = exporting
  const rows = await artifactsOf(vault, capture.id)
  const record = rows.find(row => row.path === "capture.json")
  if (record === undefined) return null
  try {
    const files: StoredFile[] = []
    for (const row of rows) files.push(await readFile(check, row))
    const stamps = (await stampsOf(vault, capture.id)).filter(isReceived)
    for (const stamp of stamps) files.push(...(await stampFiles(stamp)))
    const [anchor] = (await anchorsOf(vault, capture.id)).filter(({ proof }) => proof !== null)
    if (anchor?.proof != null) files.push(await smallFile("capture.json.ots", anchor.proof))
    const attached = await readProofs(vault, capture.id, record.sha256, custodySeq)
    const later = await readReadings(vault, capture.id, custodySeq)
    const corrected = await readCorrections(vault, capture.id, record.sha256, custodySeq)
    const noted = await readNotes(vault, capture.id, record.sha256, exporting)
    const marked = await readMarks(vault, capture.id, record.sha256, exporting)
    const text = await (await readBlob(vault, record.sha256)).text()
    const sealed = parseCaptureRecord(JSON.parse(text))
    const held = new Map(rows.map(row => [row.path, row.sha256]))
    if (sealed.files.some(file => held.get(file.path) !== file.sha256)) return null
    return {
      // What came from elsewhere is told by the number and the id that it has here; its capture.json stays as it was.
      record:
        capture.origins === undefined ? sealed : { ...sealed, id: capture.id, item: itemName(capture.item) },
      ...(capture.origins === undefined ? {} : { origins: capture.origins }),
      ...(capture.aside === true ? { isAside: true } : {}),
      ...(await readFacts(rows, check)),
      ...(await readChat(rows, check)),
      ...(await readSourceHead(files, `charset=${sealed.page?.charset ?? ""}`)),
      ...(await readProcedure(rows, check)),
      recordSha256: await sha256(utf8(text)),
      files: [
        ...[...files, ...attached.files, ...later.files, ...corrected.files],
        ...[...noted.files, ...marked.files],
      ],
      stamps: stamps.map(clockStamp),
      ...(anchor?.proof == null ? {} : { anchor: { block: anchor.block } }),
      proofs: attached.proofs,
      readings: later.readings,
      corrections: corrected.corrections,
      annotations: marked.annotations,
      copies: marked.copies,
      counters: later.counters,
      remarks: noted.remarks,
      attached: noted.attached,
    }
  } catch (thrown) {
    const error = EvidenceError.from(thrown)
    // Damage is this item's own; anything else would leave out every item one by one.
    if (error.code === "vault/damaged" || error.code === "vault/missing") return null
    throw error
  }
}

/** For the papers. A file that was kept and cannot be read is no reason to keep the item back: they say so. */
async function readFacts(rows: readonly ArtifactRow[], check: Check): Promise<Pick<ItemSnapshot, "facts">> {
  const row = rows.find(({ path }) => path === POST_JSON)
  if (row === undefined) return {}
  const text = await (await check(row.sha256)).text()
  try {
    return { facts: parsePostJson(JSON.parse(text)) }
  } catch (thrown) {
    if (thrown instanceof SyntaxError || EvidenceError.from(thrown).code === "input/malformed") return {}
    throw thrown
  }
}

async function readChat(rows: readonly ArtifactRow[], check: Check): Promise<Pick<ItemSnapshot, "chat">> {
  const row = rows.find(({ path }) => path === CHAT_JSON)
  if (row === undefined) return {}
  const text = await (await check(row.sha256)).text()
  try {
    return { chat: parseChatFile(JSON.parse(text)) }
  } catch (thrown) {
    if (thrown instanceof SyntaxError || EvidenceError.from(thrown).code === "input/malformed") return {}
    throw thrown
  }
}

async function readProcedure(
  rows: readonly ArtifactRow[],
  check: Check,
): Promise<Pick<ItemSnapshot, "procedure">> {
  const row = rows.find(({ path }) => path === PROCEDURE_FILE)
  if (row === undefined) return {}
  const text = await (await check(row.sha256)).text()
  try {
    return { procedure: parseProcedure(text) }
  } catch (thrown) {
    if (EvidenceError.from(thrown).code === "input/malformed") return {}
    throw thrown
  }
}

async function stampFiles({ authority, query, reply }: ReceivedStamp): Promise<StoredFile[]> {
  const path = `capture.json.${authority}`
  return [await smallFile(`${path}.tsq`, query), await smallFile(`${path}.tsr`, reply)]
}

async function readFile(check: Check, row: ArtifactRow): Promise<StoredFile> {
  const blob = await check(row.sha256)
  const { path, sha256: hash, sm3, crc32, bytes } = row
  if (sm3 === null || crc32 === null) throw new EvidenceError("vault/damaged", `${path} was never read back`)
  return { path, sha256: hash, sm3, crc32, bytes, blob }
}
