/** What the user says of a field: each is kept with its line in custody, beside all that was said before. None is ever changed. */
import { type Correction } from "../core/corrections.ts"
import { EvidenceError } from "../core/errors.ts"
import { appendCustody } from "./append.ts"
import { type CorrectionRow } from "./correction-row.ts"
import { type Vault } from "./schema.ts"
import { commit } from "./transact.ts"
import { dropEntry } from "./write-entries.ts"

/** Has the item listed and found by it from then on. Throws `vault/missing` for what is no sealed capture outside the trash. */
export function keepCorrection(
  vault: Vault,
  id: string,
  captureId: string,
  correction: Correction,
): Promise<CorrectionRow> {
  const { corrections, custody, captures, entries, texts } = vault
  return commit(vault, [corrections, custody, captures, entries, texts], async () => {
    const capture = await captures.get(captureId)
    if (capture?.state !== "sealed" || capture.trashedAt !== null) {
      throw new EvidenceError("vault/missing", `capture ${captureId}`)
    }
    const { seq } = await appendCustody(vault, correction.at, {
      event: "correction.kept",
      correction: id,
      capture: captureId,
    })
    const row: CorrectionRow = { ...correction, id, of: captureId, custodySeq: seq }
    await corrections.add(row)
    await dropEntry(vault, captureId)
    return row
  })
}
