/**
 * What a bundle has of an item that is here, and this vault has not: added under
 * lines of its own in custody, which name the bundle. Nothing here is changed.
 */
import { EvidenceError } from "../core/errors.ts"
import { type MoreKind, sumOf } from "../core/restore/more.ts"
import { type Sha256 } from "../core/seal/hash.ts"
import { appendCustody } from "./append.ts"
import { hashesOf, type LaterRows } from "./later-rows.ts"
import { missingRemarks, missingRows } from "./read-missing.ts"
import { type RemarkRow } from "./remark-row.ts"
import { type Vault } from "./schema.ts"
import { commit } from "./transact.ts"
import { dropEntry } from "./write-entries.ts"
import { needBytes } from "./write-restored.ts"

export interface Addition {
  readonly at: string
  readonly captureId: string
  /** SHA-256 of the capture.json that it is about. */
  readonly record: Sha256
  readonly bundle: string
  readonly zip: Sha256
  readonly given: LaterRows
}

/**
 * Adds what is missing, all or nothing, and answers how many rows that were.
 * Throws `vault/missing` where the item is not here outside the trash, or where
 * bytes, or what goes along of the bundle, are not stored.
 */
export function keepAdded(
  vault: Vault,
  { at, captureId, record, bundle, zip, given }: Addition,
): Promise<number> {
  const { captures, blobs, custody, stamps, imports, readings, corrections } = vault
  const { annotations, redactions, remarks, origins, entries, texts } = vault
  const tables = [
    ...[captures, blobs, custody, stamps, imports, readings, corrections],
    ...[annotations, redactions, remarks, origins, entries, texts],
  ]
  return commit(vault, tables, async () => {
    const row = await captures.get(captureId)
    const origin = await origins.get(bundle)
    if (row?.state !== "sealed" || row.trashedAt !== null || row.record !== record)
      throw new EvidenceError("vault/missing", `capture ${captureId}`)
    if (origin === undefined) throw new EvidenceError("vault/missing", `the log of bundle ${bundle}`)
    const { rows, missing } = await missingRows(vault, captureId, given, at)
    await needBytes(vault, hashesOf(rows))
    const line = async (what: MoreKind, kept: string) => {
      const { seq } = await appendCustody(vault, at, {
        ...{ event: "addition.received", capture: captureId, what, kept },
        ...{ bundle, zip, device: origin.device },
      })
      return { custodySeq: seq }
    }
    for (const each of rows.readings)
      await readings.add({ ...each, ...(await line("readings", each.summary.at)) })
    for (const each of rows.corrections)
      await corrections.add({ ...each, ...(await line("corrections", each.at)) })
    for (const each of rows.annotations)
      await annotations.add({ ...each, ...(await line("annotations", each.at)) })
    for (const each of rows.redactions)
      await redactions.add({ ...each, ...(await line("redactions", each.at)) })
    for (const each of rows.imports) await imports.add({ ...each, ...(await line("imports", each.at)) })
    for (const each of rows.stamps) {
      await line("stamps", each.time ?? each.requestedAt)
      await stamps.add(each)
    }
    await remarks.bulkAdd(rows.remarks.map(each => ({ ...each, receivedAt: at })))
    await dropEntry(vault, captureId)
    return sumOf(missing)
  })
}

/** What the user said of a case there, beside and behind what they said here. */
export function addRemarks(vault: Vault, of: string, given: readonly RemarkRow[], at: string): Promise<void> {
  return commit(vault, [vault.remarks, vault.blobs], async () => {
    const { rows } = await missingRemarks(vault, of, given, at)
    await needBytes(
      vault,
      rows.flatMap(({ files = [] }) => files),
    )
    await vault.remarks.bulkAdd(rows.map(row => ({ ...row, receivedAt: at })))
  })
}
