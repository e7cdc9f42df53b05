/** What the user said of items and cases. Nothing here writes. */
import { type KeptRemark, remarksIn } from "./remark-row.ts"
import { type Vault } from "./schema.ts"
import { query } from "./transact.ts"

/** Of a capture or a case, with all versions, as far as they were there at a time; those that were taken back too. */
export async function remarksOf(
  vault: Vault,
  id: string,
  until: string | null = null,
): Promise<KeptRemark[]> {
  const rows = await query(vault.remarks.where("of").equals(id).toArray())
  return remarksIn(rows.filter(({ at }) => until === null || at <= until))
}

/** Whether the user said anything of anything. */
export async function hasRemarks(vault: Vault): Promise<boolean> {
  return (await query(vault.remarks.limit(1).count())) > 0
}
