/** What anyone may ask the library's index. Nothing here writes. */
import { Dexie } from "dexie"
import { type NamedFacts, textOfFacts } from "../core/search/entry.ts"
import { matches, mayMatch, type Query } from "../core/search/query.ts"
import { type CaptureRow } from "./capture-row.ts"
import { ENTRY_VERSION, type EntryRow } from "./entry-row.ts"
import { type Vault } from "./schema.ts"
import { query } from "./transact.ts"

/** Ids of the sealed items outside the trash that have no entry, or one of an earlier version; the newest first. */
export async function idsWithoutEntry(vault: Vault): Promise<string[]> {
  const [sealed, trashed, made] = await query(
    Promise.all([
      vault.captures.where("state").equals("sealed").primaryKeys(),
      vault.captures.orderBy("trashedAt").primaryKeys(),
      vault.entries.where("version").equals(ENTRY_VERSION).primaryKeys(),
    ]),
  )
  const without = new Set(sealed)
  for (const id of [...trashed, ...made]) without.delete(id)
  if (without.size === 0) return []
  const byItem = await query(vault.captures.orderBy("item").primaryKeys())
  return byItem.filter(id => without.has(id)).reverse()
}

/** Entries of items up to number `item`, at most `limit` of them, the newest first. */
export async function entriesUpTo(vault: Vault, item: number, limit: number): Promise<EntryRow[]> {
  // By keys first: a cursor that walks backwards asks for each row by itself.
  const ids = await query(vault.entries.where("item").belowOrEqual(item).reverse().limit(limit).primaryKeys())
  return (await query(vault.entries.bulkGet(ids))).filter(row => row !== undefined)
}

export function entryIds(vault: Vault): Promise<string[]> {
  return query(vault.entries.orderBy("item").primaryKeys())
}

export async function entriesById(vault: Vault, ids: readonly string[]): Promise<EntryRow[]> {
  return (await query(vault.entries.bulkGet([...ids]))).filter(row => row !== undefined)
}

/** Those that were made at a time, or later. */
export function entriesMadeFrom(vault: Vault, at: string): Promise<EntryRow[]> {
  return query(vault.entries.where("made").aboveOrEqual(at).toArray())
}

/** All entries between two item numbers, both counted in. */
export function entriesBetween(vault: Vault, from: number, to: number): Promise<EntryRow[]> {
  return query(vault.entries.where("item").between(from, to, true, true).toArray())
}

export async function lastItem(vault: Vault): Promise<number> {
  const keys = await query(vault.captures.orderBy("item").reverse().limit(1).keys())
  return typeof keys[0] === "number" ? keys[0] : 0
}

/** What is in the trash, put there last first. */
export function trashedCaptures(vault: Vault): Promise<CaptureRow[]> {
  return query(vault.captures.where("trashedAt").between(Dexie.minKey, Dexie.maxKey).reverse().toArray())
}

export async function capturesById(vault: Vault, ids: readonly string[]): Promise<CaptureRow[]> {
  return (await query(vault.captures.bulkGet([...ids]))).filter(row => row !== undefined)
}

/** The searched texts of items, by id. */
export async function textsOf(vault: Vault, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await query(vault.texts.bulkGet([...ids]))
  return new Map(rows.flatMap(row => (row === undefined ? [] : [[row.id, row.text] as const])))
}

/** Texts read at once: few at first, so that there is an answer soon, then many, which is quicker for all. */
const FIRST = 50
const AT_ONCE = 400

/**
 * Ids of the entries in whose text every word of the query stands, in the order
 * of `entries`, as they are found. Ends early, without an error, where `signal` aborts.
 */
export async function* findEntries(
  vault: Vault,
  asked: Query,
  entries: Iterable<Pick<EntryRow, "id" | "signature"> & NamedFacts>,
  signal: AbortSignal,
): AsyncGenerator<readonly string[]> {
  const worthReading = Array.from(entries).filter(({ signature }) => mayMatch(asked, signature))
  let next = 0
  while (next < worthReading.length && !signal.aborted) {
    const some = worthReading.slice(next, next + (next === 0 ? FIRST : AT_ONCE))
    next += some.length
    // Who looks for an author is answered by the entries alone.
    const known = new Set(some.filter(entry => matches(asked, textOfFacts(entry))).map(({ id }) => id))
    const unread = some.filter(({ id }) => !known.has(id)).map(({ id }) => id)
    const texts = unread.length === 0 ? new Map<string, string>() : await textsOf(vault, unread)
    yield some.map(({ id }) => id).filter(id => known.has(id) || matches(asked, texts.get(id) ?? ""))
  }
}
