/** Bundles that time stamps come late for: how one is written again, and what of it is kept for that. */
import { utf8 } from "../core/bytes.ts"
import { type MadeBundle } from "../core/bundle/bundle.ts"
import { type BundlePlan, grownBundle, missingFrom, parsePlan } from "../core/bundle/plan.ts"
import { type OuterStamp } from "../core/bundle/snapshot.ts"
import { EvidenceError } from "../core/errors.ts"
import { type Sha256 } from "../core/seal/hash.ts"
import { checkStamp } from "../core/stamp/check.ts"
import { now } from "../platform/clock.ts"
import { saveFile } from "../platform/save.ts"
import { type BundleGrown, type KeptPlan } from "../protocol.ts"
import { makeCheck, readBack, storeBytes } from "../vault/blobs.ts"
import { exportById, planOf, stampById, stampsOf } from "../vault/read.ts"
import { isReceived, type ReceivedStamp } from "../vault/received-stamp.ts"
import { type Vault } from "../vault/schema.ts"
import { hashOf } from "./hash-of.ts"

/** Stores what the vault does not hold already, and the plan itself. */
export async function keepPlan(vault: Vault, made: MadeBundle, at: string): Promise<KeptPlan> {
  const own: Sha256[] = []
  for (const { path, content } of made.files) {
    // Files of captures are Blobs of the vault; what was written for this bundle is small, drawn papers apart.
    const isStored = content instanceof Blob && !WRITTEN.test(path)
    if (isStored) continue
    const bytes = content instanceof Blob ? new Uint8Array(await content.arrayBuffer()) : content
    own.push(await storeBytes(vault, bytes, "application/octet-stream", now()))
  }
  const files = made.files.map(({ path, sha256, crc32, bytes }) => ({ path, sha256, crc32, bytes }))
  const planned: BundlePlan = { folder: made.folder, at, files }
  const plan = await storeBytes(vault, utf8(JSON.stringify(planned)), "application/json", now())
  return { plan, own: [...own, plan] }
}

const WRITTEN =
  /\/capture\.json\.[^/]+\.ts[qr]$|\/(?:import\/imports|corrections|notes|annotations|redacted\/redactions)\.json$|\/readings\.jsonl$|^0\d-[a-z-]+\.pdf$/

/**
 * Makes the bundle of an export again with the stamps that have come since, and
 * hands it to the browser's download. Throws `time/nothing-new` where none has,
 * `vault/missing` or `vault/damaged` where a file of it is no longer kept whole.
 */
export async function growBundle(vault: Vault, exportId: string): Promise<BundleGrown> {
  const plan = await readPlan(vault, exportId)
  const stamps = await Promise.all((await lateStamps(vault, exportId, plan)).map(row => asOuter(vault, row)))
  const check = makeCheck(vault)
  const made = await grownBundle(plan, stamps, ({ sha256 }) => check(sha256))
  const zip = await hashOf(made.zip)
  saveFile(made.zip, made.fileName)
  const authorities = stamps.map(({ authority }) => authority)
  return { fileName: made.fileName, bytes: made.zip.size, zip, authorities }
}

/** Hands over the reply alone, for whoever has the ZIP already. Throws `vault/missing` where it has not come. */
export async function saveStamp(vault: Vault, stampId: string): Promise<{ readonly fileName: string }> {
  const row = await stampById(vault, stampId)
  if (row === undefined || !isReceived(row)) throw new EvidenceError("vault/missing", `stamp ${stampId}`)
  const file = (await exportById(vault, row.of))?.fileName?.replace(/\.zip$/, "") ?? row.of
  const fileName = `${file}.${row.authority}.tsr`
  saveFile(new Blob([row.reply], { type: "application/timestamp-reply" }), fileName)
  return { fileName }
}

async function readPlan(vault: Vault, exportId: string): Promise<BundlePlan> {
  const [row, kept] = [await exportById(vault, exportId), await planOf(vault, exportId)]
  if (row?.state !== "done" || kept === undefined) {
    throw new EvidenceError("vault/missing", `plan of export ${exportId}`)
  }
  return parsePlan(JSON.parse(new TextDecoder().decode(await readBack(vault, kept.plan))))
}

async function lateStamps(vault: Vault, exportId: string, plan: BundlePlan): Promise<ReceivedStamp[]> {
  const late = missingFrom(plan, (await stampsOf(vault, exportId)).filter(isReceived))
  if (late.length === 0) throw new EvidenceError("time/nothing-new", `export ${exportId}`)
  return late
}

async function asOuter(
  vault: Vault,
  { authority, query, reply, digest }: ReceivedStamp,
): Promise<OuterStamp> {
  const reading = await checkStamp({ reply, query, data: await readBack(vault, digest), roots: [] })
  if (reading.kind !== "valid") throw new EvidenceError("vault/damaged", `stamp of ${authority}`)
  return { authority, query, reply, certificates: reading.certificates }
}
