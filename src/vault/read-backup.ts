/** What of the vault has a backup. Nothing here writes. */
import { isPractice } from "../core/address.ts"
import { type Added, type Backup, backedUpBy, backupOf } from "../core/backup.ts"
import { capturesById } from "./read-entries.ts"
import { type ExportRow, type Vault } from "./schema.ts"
import { query } from "./transact.ts"

/** Rows of so many items without a backup are read at once. */
const FEW = 200

/** By index, as far as can be: the popup asks at every change, with any number of items. */
export async function backupState(vault: Vault): Promise<Backup> {
  const ids = await idsToBackUp(vault)
  const { exports, waiting } = await exportsOf(vault, ids)
  const sealedAt = await sealingTimes(vault, waiting)
  const added = await addedSince(vault, exports)
  // Of those that have one, nobody asks when they were sealed.
  return backupOf(
    ids.map(id => ({ id, sealedAt: sealedAt.get(id) ?? "" })),
    exports,
    added,
  )
}

/**
 * What was added to items after the oldest export that counts: by the lines of
 * custody from there on, and the few words of the user's. Who has just exported
 * everything has few of both to read.
 */
async function addedSince(vault: Vault, exports: readonly ExportRow[]): Promise<ReadonlyMap<string, Added>> {
  const found = new Map<string, Added>()
  if (exports.length === 0) return found
  const seq = Math.min(...exports.map(each => each.custodySeq))
  for (const line of await query(vault.custody.where("seq").above(seq).toArray())) {
    if (!OF_ADDITION.test(line.text)) continue
    const [, at, capture] = /"at":"([^"]+)".*"capture":"([^"]+)"/.exec(line.text) ?? []
    if (at !== undefined && capture !== undefined) found.set(capture, { seq: line.seq, at, saidAt: null })
  }
  const since = exports.map(({ at }) => at).sort()[0] ?? ""
  for (const { of, at, receivedAt = at } of await query(vault.remarks.toArray())) {
    if (receivedAt <= since) continue
    const { seq: before = 0, at: lineAt = "", saidAt = "" } = found.get(of) ?? {}
    const newest = receivedAt > (saidAt ?? "") ? receivedAt : saidAt
    found.set(of, { seq: before, at: lineAt > receivedAt ? lineAt : receivedAt, saidAt: newest })
  }
  return found
}

/** What comes to an item by the user's doing. A time stamp comes by itself, after nearly every export. */
const OF_ADDITION =
  /"event":"(?:reading\.kept|correction\.kept|annotation\.kept|redaction\.kept|imported|addition\.received)"/

/** Of these items, in the trash or not, those that stand in no bundle that was handed out. */
export async function neverExported(vault: Vault, ids: readonly string[]): Promise<readonly string[]> {
  return (await exportsOf(vault, ids)).waiting
}

/** Sealed, outside the trash, and not of the practice post; by item number. */
async function idsToBackUp(vault: Vault): Promise<string[]> {
  const [sealed, trashed, own] = await query(
    Promise.all([
      vault.captures.where("state").equals("sealed").primaryKeys(),
      vault.captures.orderBy("trashedAt").primaryKeys(),
      vault.captures.where("url").startsWithAnyOf(["chrome-extension:", "moz-extension:"]).toArray(),
    ]),
  )
  const there = new Set(sealed)
  for (const id of trashed) there.delete(id)
  for (const { id, url } of own) if (isPractice(url)) there.delete(id)
  if (there.size === 0) return []
  return (await query(vault.captures.orderBy("item").primaryKeys())).filter(id => there.has(id))
}

/**
 * Exports, the newest first, as far as one can still hold an item that none of
 * the newer ones does: each names all of its items, and there may be many of both.
 */
async function exportsOf(
  vault: Vault,
  ids: readonly string[],
): Promise<{ readonly exports: readonly ExportRow[]; readonly waiting: readonly string[] }> {
  const waiting = new Set(ids)
  const exports: ExportRow[] = []
  for (const key of await query(vault.exports.orderBy("at").reverse().primaryKeys())) {
    const row = await query(vault.exports.get(key))
    if (row === undefined) continue
    exports.push(row)
    const held = backedUpBy(row)
    for (const id of held) waiting.delete(id)
    if (held.length > 0 && (await areAllNewer(vault, waiting, row.at))) break
  }
  return { exports, waiting: [...waiting] }
}

/** Whether these were all sealed after a time. No, where there are too many to look. */
async function areAllNewer(vault: Vault, ids: ReadonlySet<string>, at: string): Promise<boolean> {
  if (ids.size > FEW) return false
  return Array.from((await sealingTimes(vault, [...ids])).values()).every(sealedAt => sealedAt > at)
}

async function sealingTimes(vault: Vault, ids: readonly string[]): Promise<Map<string, string>> {
  const times = new Map<string, string>()
  for (let from = 0; from < ids.length; from += FEW) {
    for (const { id, endedAt, startedAt } of await capturesById(vault, ids.slice(from, from + FEW)))
      times.set(id, endedAt ?? startedAt)
  }
  return times
}
