/** What a bundle has beside the records of items that are here, and of their cases, that this vault has not; and what it lacks. */
import { sha256 as hashOf } from "../core/seal/hash.ts"
import { type Bytes } from "../core/bytes.ts"
import { EvidenceError } from "../core/errors.ts"
import { asFields, asList, asString } from "../core/parse.ts"
import { type More, sumOf } from "../core/restore/more.ts"
import { parseRemarks } from "../core/restore/notes.ts"
import { type BundleFile, type BundleItem, type OpenedBundle } from "../core/restore/open.ts"
import { isWhole, type ItemPlan } from "../core/restore/plan.ts"
import { now } from "../platform/clock.ts"
import { caseIdOf } from "../vault/case-row.ts"
import { captureById } from "../vault/read.ts"
import { missingRemarks, missingRows } from "../vault/read-missing.ts"
import { remarkRow } from "../vault/remark-row.ts"
import { type Vault } from "../vault/schema.ts"
import { query } from "../vault/transact.ts"
import { jsonOf, readLater } from "./read-later.ts"

const RECORD = "capture.json"
const PROOF = "capture.json.ots"

/** capture.json, and the files that it does not list: what was added since. */
export async function besideRecord(zip: Blob, { files }: BundleItem): Promise<readonly BundleFile[]> {
  const record = files.find(({ path }) => path === RECORD)
  if (record === undefined) throw new EvidenceError("input/malformed", "no capture.json")
  const json = jsonOf(await bytesIn(zip, record), RECORD)
  const listed = new Set(
    asList(asFields(json, RECORD).files, "files", each => asString(asFields(each, "files").path, "path")),
  )
  return files.filter(({ path }) => !listed.has(path))
}

/** Each item that is here already is looked at: what is in the trash is left as it is. */
export async function withMore(vault: Vault, zip: Blob, plan: readonly ItemPlan[]): Promise<ItemPlan[]> {
  const seen: ItemPlan[] = []
  for (const each of plan) {
    if (each.what !== "same" || each.held.isTrashed) {
      seen.push(each)
      continue
    }
    const more = await moreOf(vault, zip, each.of, each.held.id)
    seen.push(sumOf(more.missing) === 0 ? { ...each, more } : { ...each, what: "more", more })
  }
  return seen
}

async function moreOf(vault: Vault, zip: Blob, item: BundleItem, captureId: string): Promise<More> {
  const beside = await besideRecord(zip, item)
  const files = new Map(beside.map(file => [file.path, file]))
  const read = async (path: string): Promise<Bytes> => {
    const file = files.get(path)
    if (file === undefined) throw new EvidenceError("input/malformed", `no ${path}`)
    return bytesIn(zip, file)
  }
  const { taken, ...given } = await readLater({ captureId, record: await read(RECORD), files, read })
  const { missing, beyond, differing, notTaken } = await query(missingRows(vault, captureId, given, now()))
  const hasProof = (await query(vault.anchors.where("of").equals(captureId).count())) > 0
  const isKept = (await query(vault.artifacts.get([captureId, PROOF]))) !== undefined
  const proofs = files.has(PROOF) && !taken.has(PROOF) && !hasProof && !isKept ? [PROOF] : []
  return { missing, beyond, differing, notTaken: [...notTaken, ...proofs] }
}

/** Held to its hash: a file may have been changed since it was verified. */
async function bytesIn(zip: Blob, { path, start, bytes, sha256 }: BundleFile): Promise<Bytes> {
  const read = new Uint8Array(await zip.slice(start, start + bytes).arrayBuffer())
  if ((await hashOf(read)) !== sha256) throw new EvidenceError("vault/damaged", `${path} was changed`)
  return read
}

/** A case of the bundle of which no item is to be written, and the one here that its items are in. */
export interface CaseMore {
  readonly number: string
  readonly caseId: string
  /** Versions that are not here, and those that only are here. */
  readonly missing: number
  readonly beyond: number
  readonly differing: number
  readonly remarks: readonly unknown[]
}

export async function moreOfCases(
  vault: Vault,
  { cases }: Pick<OpenedBundle, "cases">,
  plan: readonly ItemPlan[],
): Promise<CaseMore[]> {
  const found: CaseMore[] = []
  for (const { number, remarks } of cases) {
    const of = plan.filter(each => each.of.caseNumber === number)
    const [first] = of
    // Where one of its items is new, the user says where all of it goes.
    if (first === undefined || isWhole(first) || of.some(isWhole)) continue
    const row = await captureById(vault, first.held.id)
    if (row === undefined) continue
    const caseId = caseIdOf(row)
    const rows = parseRemarks(remarks).flatMap(({ id, versions }) =>
      versions.map(version => remarkRow(version, id, caseId)),
    )
    const { rows: missing, beyond, differing } = await query(missingRemarks(vault, caseId, rows, now()))
    found.push({ ...{ number, caseId, beyond, differing, remarks }, missing: missing.length })
  }
  return found
}
