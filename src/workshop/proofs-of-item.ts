/** The proofs from elsewhere that are attached to an item, as files of its folder in a bundle. */
import { IMPORTS, importPath, importsJson } from "../core/bundle/imports-json.ts"
import { type StoredFile } from "../core/bundle/snapshot.ts"
import { utf8 } from "../core/bytes.ts"
import { type AttachedProof } from "../core/proof/proof.ts"
import { type Sha256 } from "../core/seal/hash.ts"
import { readBack, readBlob } from "../vault/blobs.ts"
import { importsOf } from "../vault/read.ts"
import { type Vault } from "../vault/schema.ts"
import { smallFile } from "./small-file.ts"

interface ItemProofs {
  readonly files: readonly StoredFile[]
  readonly proofs: readonly AttachedProof[]
}

/**
 * Those whose lines in custody stand in the bundle's log, which ends with line
 * `custodySeq`. Throws `vault/missing` or `vault/damaged` for one that is not as it came.
 */
export async function readProofs(
  vault: Vault,
  captureId: string,
  record: Sha256,
  custodySeq: number,
): Promise<ItemProofs> {
  const rows = (await importsOf(vault, captureId)).filter(row => row.custodySeq <= custodySeq)
  if (rows.length === 0) return { files: [], proofs: [] }
  const files: StoredFile[] = []
  const proofs: AttachedProof[] = []
  for (const [index, { file, form, sm3, crc32, bytes, name, at, matchedBy, reading }] of rows.entries()) {
    await readBack(vault, file)
    const stored = { path: importPath(index, form), sha256: file, sm3, bytes }
    files.push({ ...stored, crc32, blob: await readBlob(vault, file) })
    proofs.push({ ...stored, form, givenName: name, at, matchedBy, reading })
  }
  return { files: [...files, await smallFile(IMPORTS, utf8(importsJson(record, proofs)))], proofs }
}
