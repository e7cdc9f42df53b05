/** What leaves the vault for good: a capture out of the trash, and bytes that nothing names. */
import { EvidenceError } from "../core/errors.ts"
import { type Sha256 } from "../core/seal/hash.ts"
import { appendCustody } from "./append.ts"
import { type ExportRow, type Vault } from "./schema.ts"
import { commit } from "./transact.ts"
import { dropEntry } from "./write-entries.ts"

/** Bytes younger than this may belong to a frame whose row is being written. */
const YOUNG_MS = 5 * 60_000

/** The moment, as a time, from which on bytes are young at `at`. */
export const youngFrom = (at: string): string => new Date(Date.parse(at) - YOUNG_MS).toISOString()

/**
 * Deletes a capture that is in the trash for good, and leaves its tombstone.
 * Bytes that another capture shares stay; so do young ones, which one may be
 * about to share, and {@link dropOrphanBytes} takes them later. Throws
 * `export/busy` while a bundle with it is being made, which would lack it.
 */
export function deleteCapture(vault: Vault, captureId: string, at: string): Promise<void> {
  const { captures, artifacts, blobs, log, custody, stamps, anchors, plans, imports } = vault
  const { readings, corrections, annotations, redactions, advice, entries, texts, remarks } = vault
  const tables = [
    ...[captures, artifacts, blobs, log, custody, stamps, anchors, plans, imports],
    ...[readings, corrections, annotations, redactions, advice, entries, texts, remarks],
    ...[vault.origins, vault.exports],
  ]
  return commit(vault, tables, async () => {
    const row = await vault.captures.get(captureId)
    if (row?.record == null || row.trashedAt === null) {
      throw new EvidenceError("vault/missing", `capture ${captureId} is not in the trash`)
    }
    const isIn = ({ state, captures }: ExportRow) => state === "running" && captures.includes(captureId)
    if ((await vault.exports.filter(isIn).count()) > 0) {
      throw new EvidenceError("export/busy", `a bundle with capture ${captureId} is being made`)
    }
    const files = await vault.artifacts.where("captureId").equals(captureId).toArray()
    const attached = await vault.imports.where("of").equals(captureId).toArray()
    const read = await vault.readings.where("of").equals(captureId).toArray()
    const copies = await vault.redactions.where("of").equals(captureId).toArray()
    const said = await vault.remarks.where("of").equals(captureId).toArray()
    await vault.artifacts.where("captureId").equals(captureId).delete()
    await vault.log.where("captureId").equals(captureId).delete()
    await vault.stamps.where("of").equals(captureId).delete()
    await vault.anchors.where("of").equals(captureId).delete()
    await vault.imports.where("of").equals(captureId).delete()
    await vault.readings.where("of").equals(captureId).delete()
    await vault.corrections.where("of").equals(captureId).delete()
    await vault.annotations.where("of").equals(captureId).delete()
    await vault.redactions.where("of").equals(captureId).delete()
    await vault.advice.where("of").equals(captureId).delete()
    await vault.remarks.where("of").equals(captureId).delete()
    await vault.captures.delete(captureId)
    await dropEntry(vault, captureId)
    const ofFiles = files.map(({ sha256 }) => sha256)
    const added = [
      ...[...attached, ...copies].map(({ file }) => file),
      ...read.flatMap(({ hashes }) => hashes),
      ...said.flatMap(({ files }) => files ?? []),
    ]
    for (const sha256 of [...ofFiles, ...added]) await dropUnnamed(vault, sha256, youngFrom(at))
    await appendCustody(vault, at, { event: "deleted", capture: captureId, record: row.record })
  })
}

/** Bytes that no file names: written by a context that ended before its row was. `before` spares what is being written now. */
export function dropOrphanBytes(vault: Vault, before: string): Promise<number> {
  const { artifacts, blobs, stamps, plans, imports, readings, redactions, remarks, origins } = vault
  const tables = [artifacts, blobs, stamps, plans, imports, readings, redactions, remarks, origins]
  return commit(vault, tables, async () => {
    const stored = await vault.blobs.toCollection().primaryKeys()
    let dropped = 0
    for (const sha256 of stored) if (await dropUnnamed(vault, sha256, before)) dropped += 1
    return dropped
  })
}

/** Deletes bytes that no file names and that are no younger than `before`; answers whether it did. */
async function dropUnnamed(vault: Vault, sha256: Sha256, before: string): Promise<boolean> {
  if ((await vault.artifacts.where("sha256").equals(sha256).count()) > 0) return false
  if ((await vault.stamps.where("digest").equals(sha256).count()) > 0) return false
  if ((await vault.plans.where("own").equals(sha256).count()) > 0) return false
  if ((await vault.imports.where("file").equals(sha256).count()) > 0) return false
  if ((await vault.readings.where("hashes").equals(sha256).count()) > 0) return false
  if ((await vault.redactions.where("file").equals(sha256).count()) > 0) return false
  if ((await vault.remarks.where("files").equals(sha256).count()) > 0) return false
  if ((await vault.origins.where("hashes").equals(sha256).count()) > 0) return false
  const row = await vault.blobs.get(sha256)
  if (row === undefined || row.at >= before) return false
  await vault.blobs.delete(sha256)
  return true
}
