/** What the vault holds of a file that somebody wants to bring in. */
import { type CaptureRow } from "./capture-row.ts"
import { type Sha256 } from "../core/seal/hash.ts"
import { type Vault } from "./schema.ts"
import { query } from "./transact.ts"

/** The items that hold a file of the same bytes already, in the order of their numbers; none of those in the trash. */
export async function itemsWithFile(
  vault: Vault,
  sha256: Sha256,
): Promise<readonly Pick<CaptureRow, "id" | "item">[]> {
  const rows = await query(
    vault.transaction("r", [vault.artifacts, vault.captures], async () => {
      const files = await vault.artifacts.where("sha256").equals(sha256).toArray()
      return vault.captures.bulkGet([...new Set(files.map(({ captureId }) => captureId))])
    }),
  )
  return rows
    .filter(row => row?.trashedAt === null)
    .filter(row => row !== undefined)
    .map(({ id, item }) => ({ id, item }))
    .sort((a, b) => a.item - b.item)
}
