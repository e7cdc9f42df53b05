/** Rows about many items at once. Nothing here writes. */
import { type Table } from "dexie"

/** Up to here the rows are looked up by the ids. */
const FEW = 200
/** Rows that are read at once: some hold the bytes of a stamp. */
const AT_ONCE = 2_000

/** What of a table is about these items, in no order. A search for many keys goes from row to row, so of many the whole table is read. */
export async function aboutAll<Row extends { readonly of: string }, Key, Insert>(
  table: Table<Row, Key, Insert>,
  ids: readonly string[],
): Promise<Row[]> {
  if (ids.length <= FEW) return table.where("of").anyOf(ids).toArray()
  const wanted = new Set(ids)
  const found: Row[] = []
  const keys = await table.toCollection().primaryKeys()
  for (let at = 0; at < keys.length; at += AT_ONCE) {
    const last = keys[Math.min(at + AT_ONCE, keys.length) - 1]
    const rows = await table.where(":id").between(keys[at], last, true, true).toArray()
    found.push(...rows.filter(({ of }) => wanted.has(of)))
  }
  return found
}
