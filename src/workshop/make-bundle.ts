/** An export: the vault's rows become a snapshot, the snapshot a ZIP, the ZIP a download. */
import { type Bytes, utf8 } from "../core/bytes.ts"
import { makeBundle as writeBundle } from "../core/bundle/bundle.ts"
import { type ItemSnapshot, type LeftOut, type StoredFile } from "../core/bundle/snapshot.ts"
import { encryptedName, type Encryption } from "../core/encryption/encryption.ts"
import { EvidenceError } from "../core/errors.ts"
import { itemName } from "../core/evidence.ts"
import { type PapersOutcome } from "../core/papers/wanted.ts"
import { parsePostJson, POST_JSON } from "../core/post-facts/post-json.ts"
import { parseCaptureRecord } from "../core/record.ts"
import { sha256 } from "../core/seal/hash.ts"
import { signWith } from "../core/seal/sign.ts"
import { en } from "../i18n/papers/en.ts"
import { zhCN } from "../i18n/papers/zh-CN.ts"
import { readOwnFile, readTool } from "../platform/identity.ts"
import { saveFile } from "../platform/save.ts"
import { type BundleMade, type BundleStamp } from "../protocol.ts"
import { makeCheck, readBlob } from "../vault/blobs.ts"
import { artifactsOf, custodyUpTo, deviceKey, exportById, stampsOf } from "../vault/read.ts"
import { type ArtifactRow, type CaptureRow } from "../vault/capture-row.ts"
import { capturesById } from "../vault/read-entries.ts"
import { type ExportRow, type StampRow, type Vault } from "../vault/schema.ts"
import { keepPlan } from "./bundle-plan.ts"
import { readCorrections } from "./corrections-of-item.ts"
import { hashOf } from "./hash-of.ts"
import { encryptBundle } from "./encrypt-bundle.ts"
import { readCases, readNotes } from "./notes-of-export.ts"
import { readMarks } from "./marks-of-item.ts"
import { papersMaker } from "./make-papers.ts"
import { readProofs } from "./proofs-of-item.ts"
import { readReadings } from "./readings-of-item.ts"
import { smallFile } from "./small-file.ts"
import { stampBundle } from "./stamp-bundle.ts"

export type OnExportProgress = (exportId: string, done: number, total: number) => Promise<void>

/**
 * Builds the bundle of an export and hands it to the browser's download. An
 * item with a damaged file is left out and named; a bundle of nothing is
 * `vault/damaged`.
 */
export async function makeBundle(
  vault: Vault,
  exportId: string,
  encryption: Encryption | null,
  onProgress: OnExportProgress,
  stopReport: AbortSignal,
): Promise<BundleMade> {
  const row = await exportById(vault, exportId)
  const key = await deviceKey(vault)
  if (row === undefined || key === undefined) throw new EvidenceError("vault/missing", `export ${exportId}`)

  const check = makeCheck(vault)
  const items: { readonly item: ItemSnapshot; readonly capture: CaptureRow }[] = []
  const leftOut: LeftOut[] = []
  const without: string[] = []
  // One step an item, another for its part of the report, one for the packing, one for the fingerprint, and one for encrypting.
  const read = row.captures.length
  const language = row.report ?? null
  const packing = language === null ? read : 2 * read
  const total = packing + (encryption === null ? 2 : 3)
  const captures = await capturesById(vault, row.captures)
  if (captures.length < row.captures.length)
    throw new EvidenceError("vault/missing", "a capture of the export")
  for (const [index, capture] of captures.entries()) {
    await onProgress(exportId, index, total)
    const item = await readItem(vault, check, capture, row)
    if (item) items.push({ item, capture })
    else {
      leftOut.push({ item: itemName(capture.item), reason: "damaged" })
      without.push(capture.id)
    }
  }
  if (items.length === 0) throw new EvidenceError("vault/damaged", "no item could be read whole")

  await onProgress(exportId, packing, total)
  const { cases, numberOf } = await readCases(
    vault,
    items.map(({ capture }) => capture),
    row,
  )
  await onProgress(exportId, read, total)
  const stamps: BundleStamp[] = []
  const papers: PapersOutcome[] = []
  const steps = stepsOf(language === null ? 0 : read, done => onProgress(exportId, read + done, total))
  const made = await writeBundle(
    {
      exportId,
      at: row.at,
      tool: await readTool(),
      items: items.map(({ item, capture }) => ({ ...item, caseNumber: numberOf(capture) })),
      leftOut,
      cases,
      custody: await custodyUpTo(vault, row.custodySeq),
      publicKey: key.spki,
      keyStamps: (await stampsOf(vault, key.fingerprint)).filter(isReceived),
      authorities: row.authorities,
      verifyHtml: await readOwnFile("verify.html"),
    },
    { zh: zhCN, en },
    signWith(key.pair),
    stampBundle(vault, row.authorities, outcome => {
      stamps.push(outcome)
    }),
    undefined,
    language === null
      ? undefined
      : papersMaker({
          language,
          words: { zh: zhCN, en },
          signal: stopReport,
          onProgress: steps,
          onOutcome: outcome => {
            papers.push(outcome)
          },
        }),
  )
  await onProgress(exportId, packing + 1, total)
  const zip = await hashOf(made.zip)
  // What comes late should find the bundle as it was. One that is encrypted is never handed out without.
  const isAwaited = encryption === null && stamps.some(({ got }) => got === null)
  const plan = isAwaited ? await keepPlan(vault, made, row.at) : null
  const { reportMade = null, listMade = null, routeMade = null } = papers[0] ?? {}
  const rest = { zip, leftOut: leftOut.length, without, reportMade, listMade, routeMade, stamps, plan }
  if (encryption === null) {
    saveFile(made.zip, made.fileName)
    await onProgress(exportId, total, total)
    return { fileName: made.fileName, bytes: made.zip.size, encrypted: null, ...rest }
  }
  await onProgress(exportId, packing + 2, total)
  const fileName = encryptedName(made.fileName)
  const { file, sha256: encrypted } = await encryptBundle(vault, made.zip, fileName, encryption)
  saveFile(file, fileName)
  await onProgress(exportId, total, total)
  return { fileName, bytes: file.size, encrypted, ...rest }
}

/** Tells of whole steps, and of each once: every word goes to the disk. */
function stepsOf(steps: number, tell: (done: number) => Promise<void>) {
  let told = 0
  return async (done: number, all: number): Promise<void> => {
    const reached = Math.floor((steps * done) / Math.max(1, all))
    if (reached <= told) return
    told = reached
    await tell(reached)
  }
}

type Check = ReturnType<typeof makeCheck>

/** An item with every file hashed again from the disk, or null when one is not what was sealed. */
async function readItem(
  vault: Vault,
  check: Check,
  capture: CaptureRow,
  exporting: ExportRow,
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
      record: sealed,
      ...(await readFacts(rows, check)),
      recordSha256: await sha256(utf8(text)),
      files: [
        ...[...files, ...attached.files, ...later.files, ...corrected.files],
        ...[...noted.files, ...marked.files],
      ],
      stamps: stamps.map(({ authority, time }) => ({ authority, time })),
      proofs: attached.proofs,
      readings: later.readings,
      corrections: corrected.corrections,
      annotations: marked.annotations,
      copies: marked.copies,
      counters: later.counters,
      remarks: noted.remarks,
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

type ReceivedStamp = StampRow & { readonly reply: Bytes; readonly time: string }

const isReceived = (row: StampRow): row is ReceivedStamp =>
  row.state === "received" && row.reply !== null && row.time !== null

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
