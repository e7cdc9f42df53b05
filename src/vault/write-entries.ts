/** The library's index: written beside the items that it is made of, gone with them. No line of custody speaks of it. */
import { type EntryRow, type TextRow } from "./entry-row.ts"
import { type Vault } from "./schema.ts"
import { commit } from "./transact.ts"

export interface MadeEntry {
  readonly entry: EntryRow
  readonly text: TextRow["text"]
}

/** Keeps the entries of those items that are still sealed and outside the trash. */
export function keepEntries(vault: Vault, made: readonly MadeEntry[]): Promise<void> {
  const { captures, entries, texts } = vault
  return commit(vault, [captures, entries, texts], async () => {
    const rows = await captures.bulkGet(made.map(({ entry }) => entry.id))
    const kept = made.filter((_, at) => rows[at]?.state === "sealed" && rows[at].trashedAt === null)
    await entries.bulkPut(kept.map(({ entry }) => entry))
    await texts.bulkPut(kept.map(({ entry: { id }, text }) => ({ id, text })))
  })
}

/** Inside the transaction of what removes the item, or puts it in the trash. */
export async function dropEntry(vault: Vault, id: string): Promise<void> {
  await vault.entries.delete(id)
  await vault.texts.delete(id)
}
