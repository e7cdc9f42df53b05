/** In which case items are, and what the user says of items and cases for themselves, for a bundle. */
import { caseNumberName } from "../core/cases.ts"
import { type CaseSaid, type ItemSnapshot, type StoredFile } from "../core/bundle/snapshot.ts"
import { NOTES, standingRemarks, writeNotes } from "../core/remarks.ts"
import { type Sha256 } from "../core/seal/hash.ts"
import { type CaptureRow } from "../vault/capture-row.ts"
import { caseIdOf, type CaseRow, defaultCase } from "../vault/case-row.ts"
import { allCases } from "../vault/read-cases.ts"
import { remarksOf } from "../vault/read-remarks.ts"
import { type ExportRow, type Vault } from "../vault/schema.ts"
import { smallFile } from "./small-file.ts"

type ItemNotes = Required<Pick<ItemSnapshot, "remarks">> & { readonly files: readonly StoredFile[] }

/** As they stood when the export was begun; none, where they are to be left out. `record` is the SHA-256 of capture.json. */
export async function readNotes(
  vault: Vault,
  captureId: string,
  record: Sha256,
  { at, withNotes = true }: Pick<ExportRow, "at" | "withNotes">,
): Promise<ItemNotes> {
  const remarks = withNotes ? await remarksOf(vault, captureId, at) : []
  if (remarks.length === 0) return { files: [], remarks: [] }
  return { files: [await smallFile(NOTES, writeNotes(record, remarks))], remarks: standingRemarks(remarks) }
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
    cases.push({ number: caseNumberName(number), title: name, remarks })
  }
  return { cases, numberOf: capture => caseNumberName(rowOf(capture).number) }
}
