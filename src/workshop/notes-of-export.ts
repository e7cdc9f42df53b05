/** In which case items are, and what the user says of items and cases for themselves, for a bundle. */
import { caseNumberName } from "../core/cases.ts"
import { type CaseSaid, type ItemSnapshot, type StoredFile } from "../core/bundle/snapshot.ts"
import { attachedPath } from "../core/remark-files.ts"
import { filesOfSaid, NOTES, type Remark, standingRemarks, writeNotes } from "../core/remarks.ts"
import { crc32 } from "../core/seal/crc32.ts"
import { type Sha256 } from "../core/seal/hash.ts"
import { sm3 } from "../core/seal/sm3.ts"
import { readBack, readBlob } from "../vault/blobs.ts"
import { type CaptureRow } from "../vault/capture-row.ts"
import { caseIdOf, type CaseRow, defaultCase } from "../vault/case-row.ts"
import { allCases } from "../vault/read-cases.ts"
import { remarksOf } from "../vault/read-remarks.ts"
import { type ExportRow, type Vault } from "../vault/schema.ts"
import { smallFile } from "./small-file.ts"

type ItemNotes = Required<Pick<ItemSnapshot, "remarks" | "attached">> & {
  readonly files: readonly StoredFile[]
}

/**
 * As they stood when the export was begun; none, where they are to be left out. `record` is the SHA-256 of capture.json.
 * Throws `vault/missing` or `vault/damaged` for a file beside them that is not as it came.
 */
export async function readNotes(
  vault: Vault,
  captureId: string,
  record: Sha256,
  { at, withNotes = true }: Pick<ExportRow, "at" | "withNotes">,
): Promise<ItemNotes> {
  const remarks = withNotes ? await remarksOf(vault, captureId, at) : []
  if (remarks.length === 0) return { files: [], remarks: [], attached: [] }
  return {
    files: [await smallFile(NOTES, writeNotes(record, remarks))],
    remarks: standingRemarks(remarks),
    attached: await readAttached(vault, remarks),
  }
}

/** Of all versions: each is written, and names its files. */
async function readAttached(vault: Vault, remarks: readonly Remark[]): Promise<StoredFile[]> {
  const named = remarks.flatMap(({ versions }) => versions.flatMap(filesOfSaid))
  const files: StoredFile[] = []
  for (const file of new Map(named.map(each => [attachedPath(each), each])).values()) {
    const bytes = await readBack(vault, file.sha256)
    const blob = await readBlob(vault, file.sha256)
    const measured = { sm3: sm3(bytes), crc32: crc32(bytes), bytes: bytes.length }
    files.push({ path: attachedPath(file), sha256: file.sha256, ...measured, blob })
  }
  return files
}

interface CasesInExport {
  /** Those that the captures are in, by number. */
  readonly cases: readonly CaseSaid[]
  /** The number of the case that a capture is in. */
  readonly numberOf: (capture: CaptureRow) => string
}

export async function readCases(
  vault: Vault,
  captures: readonly CaptureRow[],
  { at, withNotes = true }: Pick<ExportRow, "at" | "withNotes">,
): Promise<CasesInExport> {
  const all = await allCases(vault)
  const rowOf = (capture: CaptureRow): CaseRow =>
    all.find(({ id }) => id === caseIdOf(capture)) ?? defaultCase
  const held = new Set(captures.map(capture => rowOf(capture).id))
  const cases: CaseSaid[] = []
  for (const { id, number, name } of all.filter(row => held.has(row.id))) {
    const remarks = withNotes ? await remarksOf(vault, id, at) : []
    const attached = await readAttached(vault, remarks)
    cases.push({ number: caseNumberName(number), title: name, remarks, attached })
  }
  return { cases, numberOf: capture => caseNumberName(rowOf(capture).number) }
}
