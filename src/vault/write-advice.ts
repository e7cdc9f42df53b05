/** What the user said of suggestions. Kept with the item, and gone with it; or with the case, which stays. */
import { DEFAULT_CASE } from "../core/cases.ts"
import { EvidenceError } from "../core/errors.ts"
import { type AdviceRow } from "./advice-row.ts"
import { type Vault } from "./schema.ts"
import { commit } from "./transact.ts"

/** In place of what they said of it before. Throws `vault/missing` for what is no case, and no sealed capture outside the trash. */
export function keepAdvice(vault: Vault, row: AdviceRow): Promise<void> {
  const { advice, captures, cases } = vault
  return commit(vault, [advice, captures, cases], async () => {
    const capture = await captures.get(row.of)
    const isCase = row.of === DEFAULT_CASE || (await cases.get(row.of)) !== undefined
    if (!isCase && (capture?.state !== "sealed" || capture.trashedAt !== null)) {
      throw new EvidenceError("vault/missing", `capture ${row.of}`)
    }
    await advice.put(row)
  })
}
