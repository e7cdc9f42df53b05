/** Bundles that items came in. Nothing here writes. */
import { type HeldItem } from "../core/restore/plan.ts"
import { type OriginRow, type RestoreRow } from "./origin-row.ts"
import { type Vault } from "./schema.ts"
import { query } from "./transact.ts"

export function originById(vault: Vault, bundle: string): Promise<OriginRow | undefined> {
  return query(vault.origins.get(bundle))
}

/** One restoring of one bundle, by the SHA-256 of its ZIP. */
export function restoreOf(vault: Vault, zip: string): Promise<RestoreRow | undefined> {
  return query(vault.restores.get(zip))
}

/** The newest that was begun and not ended; it may be running. */
export async function openRestore(vault: Vault): Promise<RestoreRow | null> {
  const rows = await query(vault.restores.orderBy("at").reverse().toArray())
  return rows.find(({ endedAt }) => endedAt === null) ?? null
}

/** Every item that is here, and every number that one has or had. */
export async function heldItems(
  vault: Vault,
): Promise<{ readonly held: readonly HeldItem[]; readonly given: ReadonlySet<number> }> {
  const [rows, lines] = await query(Promise.all([vault.captures.toArray(), vault.custody.toArray()]))
  const held = rows.map(({ id, item, record, trashedAt }) => ({
    ...{ id, item, record, isTrashed: trashedAt !== null },
  }))
  const named = lines.flatMap(({ text }) => Number(/"item":"e(\d+)"/.exec(text)?.[1] ?? 0))
  return { held, given: new Set([...named, ...rows.map(({ item }) => item)]) }
}
