/**
 * Items that came out of a bundle: each is written whole, with its line in
 * custody, in one transaction, or not at all. What is here already is never
 * written over.
 */
import { EvidenceError } from "../core/errors.ts"
import { itemName } from "../core/evidence.ts"
import { type Sha256 } from "../core/seal/hash.ts"
import { appendCustody, appendLog, type LogEntry } from "./append.ts"
import { type ArtifactRow, type CaptureRow } from "./capture-row.ts"
import { hashesOf, type LaterRows } from "./later-rows.ts"
import { type OriginRow, type RestoreRow } from "./origin-row.ts"
import { type ReadingRow } from "./reading-row.ts"
import { type Vault } from "./schema.ts"
import { commit } from "./transact.ts"

export interface RestoredItem extends LaterRows {
  readonly at: string
  readonly row: Omit<CaptureRow, "item" | "record"> & { readonly record: Sha256 }
  /** The number that it should have, where no item ever had it here; else it gets the next one. */
  readonly wish: number
  readonly files: readonly ArtifactRow[]
  readonly log: readonly LogEntry[]
  /** The bundle that it came in, and the SHA-256 of its ZIP. */
  readonly bundle: string
  readonly zip: Sha256
}

/** Opens a restoring, or opens one that was cut off again; keeps what goes along of the bundles. Bytes are stored before. */
export function beginRestore(
  vault: Vault,
  row: Omit<RestoreRow, "done" | "endedAt">,
  origins: readonly OriginRow[],
): Promise<void> {
  return commit(vault, [vault.restores, vault.origins, vault.blobs], async () => {
    for (const origin of origins) {
      await needBytes(vault, origin.hashes)
      // The same bundle may come twice; a stamp that came late makes it larger, and what is there stays.
      const before = await vault.origins.get(origin.id)
      if (before === undefined || before.files.length < origin.files.length) await vault.origins.put(origin)
    }
    await vault.restores.put({ ...row, done: 0, endedAt: null })
  })
}

export function endRestore(vault: Vault, id: string, at: string): Promise<void> {
  return commit(vault, [vault.restores], async () => {
    await vault.restores.update(id, { endedAt: at })
  })
}

/**
 * Writes one item. Throws `vault/missing` where bytes of it, or what goes along
 * of its bundle, are not stored; `restore/there` where an item of this id, or of
 * this very record, is here.
 */
export function keepRestored(vault: Vault, item: RestoredItem): Promise<CaptureRow> {
  const { captures, artifacts, blobs, log, custody, counters, stamps, imports } = vault
  const { readings, corrections, annotations, redactions, remarks, origins, restores } = vault
  const tables = [
    ...[captures, artifacts, blobs, log, custody, counters, stamps, imports],
    ...[readings, corrections, annotations, redactions, remarks, origins, restores],
  ]
  return commit(vault, tables, async () => {
    const { row: draft, files, bundle, zip, at } = item
    const origin = await origins.get(bundle)
    if (origin === undefined) throw new EvidenceError("vault/missing", `the log of bundle ${bundle}`)
    await needNew(vault, draft)
    await needBytes(vault, [...files.map(({ sha256 }) => sha256), ...hashesOf(item)])
    const number = await numberFor(vault, item.wish)
    const row: CaptureRow = { ...draft, item: number }
    await captures.add(row)
    await artifacts.bulkAdd([...files])
    await appendLog(vault, row.id, item.log)
    const { seq: custodySeq } = await appendCustody(vault, at, {
      ...{ event: "capture.received", capture: row.id, record: draft.record },
      ...{ item: itemName(number), bundle, zip, device: origin.device },
    })
    await stamps.bulkAdd([...item.stamps])
    await imports.bulkAdd(item.imports.map(each => ({ ...each, custodySeq })))
    await readings.bulkAdd(item.readings.map((each): ReadingRow => ({ ...each, custodySeq })))
    await corrections.bulkAdd(item.corrections.map(each => ({ ...each, custodySeq })))
    await annotations.bulkAdd(item.annotations.map(each => ({ ...each, custodySeq })))
    await redactions.bulkAdd(item.redactions.map(each => ({ ...each, custodySeq })))
    await remarks.bulkAdd([...item.remarks])
    const course = await restores.get(zip)
    if (course !== undefined) await restores.update(zip, { done: course.done + 1 })
    return row
  })
}

async function needNew({ captures }: Vault, { id, record }: RestoredItem["row"]): Promise<void> {
  const isHere = (await captures.get(id)) !== undefined
  const isKnown = isHere || (await captures.filter(row => row.record === record).count()) > 0
  if (isKnown) throw new EvidenceError("restore/there", `capture ${id}`)
}

export async function needBytes(vault: Vault, hashes: readonly Sha256[]): Promise<void> {
  const wanted = [...new Set(hashes)]
  const found = await vault.blobs.where("sha256").anyOf(wanted).count()
  if (found < wanted.length) throw new EvidenceError("vault/missing", "bytes of what is to be restored")
}

/** Its own number where none ever had it here; else the next one. Numbers are given once, also those of what was deleted. */
async function numberFor({ captures, counters, custody }: Vault, wish: number): Promise<number> {
  const last = (await counters.get("item"))?.value ?? 0
  if (wish > last) {
    await counters.put({ name: "item", value: wish })
    return wish
  }
  const named = `"item":${JSON.stringify(itemName(wish))}`
  const isGiven =
    (await captures.where("item").equals(wish).count()) > 0 ||
    (await custody.filter(({ text }) => text.includes(named)).count()) > 0
  if (!isGiven) return wish
  await counters.put({ name: "item", value: last + 1 })
  return last + 1
}
