/** What the vault holds of a file that somebody wants to bring in. */
import { type CaptureRow } from "./capture-row.ts"
import { type Sha256 } from "../core/seal/hash.ts"
import { type Vault } from "./schema.ts"
import { query } from "./transact.ts"

export interface FileHolder extends Pick<CaptureRow, "id" | "item"> {
  readonly isTrashed: boolean
}

/** The items that hold a file of the same bytes already, in the order of their numbers, those in the trash too. */
export async function itemsWithFile(vault: Vault, sha256: Sha256): Promise<readonly FileHolder[]> {
  const rows = await query(
    vault.transaction("r", [vault.artifacts, vault.captures], async () => {
      const files = await vault.artifacts.where("sha256").equals(sha256).toArray()
      return vault.captures.bulkGet([...new Set(files.map(({ captureId }) => captureId))])
    }),
  )
  return rows
    .filter(row => row !== undefined)
    .map(({ id, item, trashedAt }) => ({ id, item, isTrashed: trashedAt !== null }))
    .sort((a, b) => a.item - b.item)
}
