/** What the user said of an item's fields, as a file of its folder in a bundle. */
import { type StoredFile } from "../core/bundle/snapshot.ts"
import { type Correction, CORRECTIONS, writeCorrections } from "../core/corrections.ts"
import { type Sha256 } from "../core/seal/hash.ts"
import { type CorrectionRow } from "../vault/correction-row.ts"
import { correctionsOf } from "../vault/read.ts"
import { type Vault } from "../vault/schema.ts"
import { smallFile } from "./small-file.ts"

interface ItemCorrections {
  readonly files: readonly StoredFile[]
  readonly corrections: readonly Correction[]
}

/** Those whose lines in custody stand in the bundle's log, which ends with line `custodySeq`. `record` is the SHA-256 of capture.json. */
export async function readCorrections(
  vault: Vault,
  captureId: string,
  record: Sha256,
  custodySeq: number,
): Promise<ItemCorrections> {
  const rows = (await correctionsOf(vault, captureId)).filter(row => row.custodySeq <= custodySeq)
  if (rows.length === 0) return { files: [], corrections: [] }
  const corrections = rows.map(asSaid)
  return { files: [await smallFile(CORRECTIONS, writeCorrections(record, corrections))], corrections }
}

/** Without what only the vault needs. */
const asSaid = ({ field, value, source, at, note }: CorrectionRow): Correction => ({
  ...{ field, value, source, at },
  ...(note === undefined ? {} : { note }),
})
