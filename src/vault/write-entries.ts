/** The library's index: written beside the items that it is made of, gone with them. No line of custody speaks of it. */
import { type EntryRow, type TextRow } from "./entry-row.ts"
import { type Vault } from "./schema.ts"
import { commit } from "./transact.ts"

export interface MadeEntry {
  readonly entry: EntryRow
  readonly text: TextRow["text"]
  /** How many versions of remarks its text was made of. */
  readonly remarks: number
  /** How many corrections it was made of. */
  readonly corrections: number
}

/** Keeps the entries of those items that are still sealed and outside the trash, and of which nothing was said meanwhile. */
export function keepEntries(vault: Vault, made: readonly MadeEntry[]): Promise<void> {
  const { captures, entries, texts, remarks, corrections } = vault
  return commit(vault, [captures, entries, texts, remarks, corrections], async () => {
    const ids = made.map(({ entry }) => entry.id)
    const rows = await captures.bulkGet(ids)
    const said = await Promise.all(ids.map(id => remarks.where("of").equals(id).count()))
    const filled = await Promise.all(ids.map(id => corrections.where("of").equals(id).count()))
    const kept = made.filter(
      (each, at) =>
        rows[at]?.state === "sealed" &&
        rows[at].trashedAt === null &&
        said[at] === each.remarks &&
        filled[at] === each.corrections,
    )
    await entries.bulkPut(kept.map(({ entry }) => entry))
    await texts.bulkPut(kept.map(({ entry: { id }, text }) => ({ id, text })))
  })
}

/** Inside the transaction of what removes the item, or puts it in the trash. */
export async function dropEntry(vault: Vault, id: string): Promise<void> {
  await vault.entries.delete(id)
  await vault.texts.delete(id)
}
