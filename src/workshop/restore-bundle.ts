/**
 * A verified bundle goes into the vault item by item: each file's bytes are
 * copied out of the ZIP by the browser, read back and hashed; then the item is
 * written whole by the background, or not at all. Whoever ends it halfway has
 * whole items, and the same bundle goes on where it stopped.
 */
import { EvidenceError } from "../core/errors.ts"
import { asFields, asList, asString } from "../core/parse.ts"
import { type BundleItem, type BundleOrigin, type OpenedBundle } from "../core/restore/open.ts"
import { isWhole, type ItemPlan, planItems } from "../core/restore/plan.ts"
import { type OriginWish, type StoredName } from "../core/restore/wish.ts"
import { type Sha256 } from "../core/seal/hash.ts"
import { now } from "../platform/clock.ts"
import { type Ask } from "../platform/messaging.ts"
import { type RestoreApi } from "../protocol/restore.ts"
import { makeCheck, storeBlobs } from "../vault/blobs.ts"
import { heldItems } from "../vault/read-restores.ts"
import { type Vault } from "../vault/schema.ts"
import { besideRecord, type CaseMore, withMore } from "./more-in-bundle.ts"
import { smallFile } from "./small-file.ts"

/** What one transaction stores: many small files, or a large one. */
const AT_ONCE = { files: 50, bytes: 64_000_000 }

/** Where the items of each of the bundle's cases go, by its number; null for what is in none. */
export type Places = ReadonlyMap<string | null, string>

export interface Restoring {
  readonly file: Blob
  readonly fileName: string
  readonly zip: Sha256
  readonly opened: OpenedBundle
  readonly plan: readonly ItemPlan[]
  readonly places: Places
  /** Cases that are here, of which the bundle has more. */
  readonly cases: readonly CaseMore[]
}

export interface Written {
  /** Its number in the bundle, and here. */
  readonly from: string
  readonly item: number
}

export interface RestoreOutcome {
  readonly written: readonly Written[]
  /** Items that were here, and how much was added to each. */
  readonly added: readonly { readonly item: number; readonly count: number }[]
  /** Items that could not be written, whole or at all; the others are not concerned. */
  readonly failed: readonly { readonly from: string; readonly code: EvidenceError["code"] }[]
}

export async function planBundle(
  vault: Vault,
  zip: Blob,
  { items }: Pick<OpenedBundle, "items">,
): Promise<ItemPlan[]> {
  const { held, given } = await heldItems(vault)
  return withMore(
    vault,
    zip,
    planItems(items, held, given, () => crypto.randomUUID()),
  )
}

/**
 * Writes what is new. `onItem` hears how many items are done; once `signal` has
 * aborted, no further one is begun. Throws where nothing more can be written
 * (`vault/…`): what was written stays.
 */
export async function restoreBundle(
  vault: Vault,
  ask: Ask<RestoreApi>,
  { file, fileName, zip, opened, plan, places, cases }: Restoring,
  onItem: (done: number) => void,
  signal: AbortSignal,
): Promise<RestoreOutcome> {
  const wanted = plan.filter(isWhole)
  const origins: OriginWish[] = []
  for (const origin of opened.origins) origins.push(await storeOrigin(vault, origin))
  await storeFiles(vault, file, opened.attached, new Map())
  await ask("beginRestore", {
    ...{ zip, fileName, total: wanted.length, origins },
    cases: Object.fromEntries(
      Array.from(places).flatMap(([number, id]) => (number === null ? [] : [[number, id]])),
    ),
  })
  for (const { caseId, missing, remarks } of cases)
    if (missing > 0) await ask("restoreCase", { caseId, name: caseId, remarks })
  const check = makeCheck(vault)
  const written: Written[] = []
  const added: RestoreOutcome["added"][number][] = []
  const failed: RestoreOutcome["failed"][number][] = []
  const total = () => written.length + added.length + failed.length
  const stopped = () => ({ written, added, failed })
  // A full or broken disk concerns every item; what is wrong with this one, only it.
  const fail = (of: BundleItem, thrown: unknown) => {
    const { code } = EvidenceError.from(thrown)
    if (FATAL.has(code)) throw thrown
    failed.push({ from: of.item, code })
  }
  for (const { of, id, number } of wanted) {
    if (signal.aborted) return stopped()
    try {
      await storeFiles(vault, file, of.files, await mediaTypes(file, of))
      for (const { sha256 } of of.files) await check(sha256)
      const { item } = await ask("restoreItem", {
        ...{ zip, captureId: id, number, record: of.record, origins: of.origins },
        ...{ interrupted: of.interrupted, files: of.files.map(nameOf) },
        caseId: placeOf(places, of),
      })
      written.push({ from: of.item, item })
    } catch (thrown) {
      fail(of, thrown)
    }
    onItem(total())
  }
  for (const each of plan) {
    if (each.what !== "more") continue
    if (signal.aborted) return stopped()
    const { of, held } = each
    try {
      const beside = await besideRecord(file, of)
      await storeFiles(vault, file, beside, await mediaTypes(file, of))
      for (const { sha256 } of beside) await check(sha256)
      const wish = { zip, bundle: opened.exportId, captureId: held.id, record: of.record }
      const { added: count } = await ask("restoreMore", { ...wish, files: beside.map(nameOf) })
      added.push({ item: held.item, count })
    } catch (thrown) {
      fail(of, thrown)
    }
    onItem(total())
  }
  await ask("endRestore", { zip })
  return stopped()
}

const FATAL: ReadonlySet<string> = new Set(["vault/full", "vault/failed", "vault/hung", "vault/unavailable"])

function placeOf(places: Places, { caseNumber }: BundleItem): string {
  const place = places.get(caseNumber)
  if (place === undefined) throw new EvidenceError("input/malformed", "an item of no case")
  return place
}

const nameOf = ({ path, sha256, sm3, crc32, bytes }: StoredName): StoredName => ({
  ...{ path, sha256, sm3, crc32, bytes },
})

async function storeOrigin(vault: Vault, { bundle, device, files }: BundleOrigin): Promise<OriginWish> {
  const named = await Promise.all(files.map(({ path, content }) => smallFile(path, content)))
  await storeBlobs(
    vault,
    named.map(({ sha256, blob }) => ({ sha256, bytes: blob, at: now() })),
  )
  return { bundle, device, files: named.map(nameOf) }
}

/** Copies by the browser, never through memory of ours. */
async function storeFiles(
  vault: Vault,
  zip: Blob,
  files: BundleItem["files"],
  types: ReadonlyMap<string, string>,
): Promise<void> {
  let batch: { readonly sha256: Sha256; readonly bytes: Blob; readonly at: string }[] = []
  const store = async () => {
    await storeBlobs(vault, batch)
    batch = []
  }
  const stored = new Set<Sha256>()
  for (const { path, sha256, start, bytes } of files) {
    // A page that is a whole frame has that frame's bytes.
    if (stored.has(sha256)) continue
    stored.add(sha256)
    const held = batch.reduce((sum, each) => sum + each.bytes.size, 0)
    if (batch.length >= AT_ONCE.files || held + bytes > AT_ONCE.bytes) await store()
    batch.push({ sha256, bytes: zip.slice(start, start + bytes, types.get(path) ?? OCTETS), at: now() })
  }
  await store()
}

const OCTETS = "application/octet-stream"
const MEDIA_TYPE = /^[a-z]{1,20}\/[a-z0-9.+-]{1,80}$/

/** As its record says; they lie in the vault as those of an item of here do. */
async function mediaTypes(zip: Blob, { files }: BundleItem): Promise<ReadonlyMap<string, string>> {
  const record = files.find(({ path }) => path === "capture.json")
  if (record === undefined) throw new EvidenceError("input/malformed", "no capture.json")
  const { start, bytes } = record
  const json: unknown = JSON.parse(await zip.slice(start, start + bytes).text())
  return new Map(
    asList(asFields(json, "capture.json").files, "files", each => {
      const { path, mediaType } = asFields(each, "files")
      return [asString(path, "files.path"), asString(mediaType, "files.mediaType")] as const
    }).filter(([, mediaType]) => MEDIA_TYPE.test(mediaType)),
  )
}
