/**
 * What the user adds to the pictures of an item: marks, and copies with parts
 * covered. Each is kept with its line in custody, beside all that was there
 * before; no picture is ever changed.
 */
import { EvidenceError } from "../core/errors.ts"
import { type Annotation } from "../core/picture/annotations.ts"
import { isPicturePath, type PictureName } from "../core/picture/picture.ts"
import { type AnnotationRow } from "./annotation-row.ts"
import { appendCustody } from "./append.ts"
import { type RedactionRow } from "./redaction-row.ts"
import { type Vault } from "./schema.ts"
import { commit } from "./transact.ts"

/** A new version of all the marks on a picture. Throws `vault/missing` for what is no picture of a sealed capture outside the trash. */
export function keepAnnotations(
  vault: Vault,
  captureId: string,
  path: string,
  draft: { readonly id: string; readonly at: string; readonly marks: readonly Annotation[] },
): Promise<AnnotationRow> {
  const { annotations, custody, captures, artifacts } = vault
  return commit(vault, [annotations, custody, captures, artifacts], async () => {
    const picture = await pictureOf(vault, captureId, path)
    const { id, at, marks } = draft
    const { seq } = await appendCustody(vault, at, {
      event: "annotation.kept",
      annotation: id,
      capture: captureId,
    })
    const row: AnnotationRow = { id, of: captureId, custodySeq: seq, picture, source: "user", at, marks }
    await annotations.add(row)
    return row
  })
}

/** A copy whose bytes are stored. Throws `vault/missing` where they are not, and for what is no picture of a sealed capture outside the trash. */
export function keepRedaction(
  vault: Vault,
  captureId: string,
  path: string,
  draft: Omit<RedactionRow, "of" | "custodySeq" | "original">,
): Promise<RedactionRow> {
  const { redactions, custody, captures, artifacts, blobs } = vault
  return commit(vault, [redactions, custody, captures, artifacts, blobs], async () => {
    const original = await pictureOf(vault, captureId, path)
    if ((await blobs.get(draft.file)) === undefined) {
      throw new EvidenceError("vault/missing", `no bytes under ${draft.file}`)
    }
    const { seq } = await appendCustody(vault, draft.at, {
      event: "redaction.kept",
      redaction: draft.id,
      capture: captureId,
    })
    const row: RedactionRow = { ...draft, of: captureId, custodySeq: seq, original }
    await redactions.add(row)
    return row
  })
}

async function pictureOf(vault: Vault, captureId: string, path: string): Promise<PictureName> {
  const capture = await vault.captures.get(captureId)
  if (capture?.state !== "sealed" || capture.trashedAt !== null) {
    throw new EvidenceError("vault/missing", `capture ${captureId}`)
  }
  const file = await vault.artifacts.get([captureId, path])
  if (file === undefined || !isPicturePath(path)) {
    throw new EvidenceError("vault/missing", `picture ${path} of capture ${captureId}`)
  }
  return { path, sha256: file.sha256 }
}
