/** What the user added to an item's pictures, as files of its folder in a bundle. */
import { type StoredFile } from "../core/bundle/snapshot.ts"
import { ANNOTATIONS, type AnnotationVersion, writeAnnotations } from "../core/picture/annotations.ts"
import {
  COVER,
  type RedactedCopy,
  redactedPath,
  REDACTIONS,
  writeRedactions,
} from "../core/picture/redactions.ts"
import { type Sha256 } from "../core/seal/hash.ts"
import { type AnnotationRow } from "../vault/annotation-row.ts"
import { readBack, readBlob } from "../vault/blobs.ts"
import { annotationsOf, redactionsOf } from "../vault/read.ts"
import { type RedactionRow } from "../vault/redaction-row.ts"
import { type ExportRow, type Vault } from "../vault/schema.ts"
import { smallFile } from "./small-file.ts"

interface ItemMarks {
  readonly files: readonly StoredFile[]
  readonly annotations: readonly AnnotationVersion[]
  readonly copies: readonly RedactedCopy[]
}

/**
 * Those whose lines in custody stand in the bundle's log, which ends with line
 * `custodySeq`; no marks, where the user's own words are to be left out. `record` is
 * the SHA-256 of capture.json. Throws `vault/missing` or `vault/damaged` for a copy
 * that is not as it was made.
 */
export async function readMarks(
  vault: Vault,
  captureId: string,
  record: Sha256,
  { custodySeq, withNotes = true }: Pick<ExportRow, "custodySeq" | "withNotes">,
): Promise<ItemMarks> {
  const isIn = (row: { readonly custodySeq: number }) => row.custodySeq <= custodySeq
  const annotations = withNotes ? (await annotationsOf(vault, captureId)).filter(isIn).map(asSaid) : []
  const rows = (await redactionsOf(vault, captureId)).filter(isIn)
  const copies = rows.map(asCopy)
  const files: StoredFile[] = []
  if (annotations.length > 0) files.push(await smallFile(ANNOTATIONS, writeAnnotations(record, annotations)))
  for (const [index, { file, sm3, crc32, bytes, original }] of rows.entries()) {
    await readBack(vault, file)
    const path = redactedPath(index, original.path)
    files.push({ path, sha256: file, sm3, crc32, bytes, blob: await readBlob(vault, file) })
  }
  if (copies.length > 0) files.push(await smallFile(REDACTIONS, writeRedactions(record, copies)))
  return { files, annotations, copies }
}

/** Without what only the vault needs. */
const asSaid = ({ picture, source, at, marks }: AnnotationRow): AnnotationVersion => ({
  ...{ picture, source, at, marks },
})

const asCopy = ({ file, bytes, at, original, boxes }: RedactionRow, index: number): RedactedCopy => ({
  path: redactedPath(index, original.path),
  ...{ sha256: file, bytes, source: "user", at, original, boxes, cover: COVER },
})
