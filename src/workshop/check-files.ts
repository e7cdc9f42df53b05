/** Whether everything that was sealed is still there as it was sealed: integrity.md §9.3 no. 8. Reads alone. */
import { EvidenceError } from "../core/errors.ts"
import { asFields, asList, asString } from "../core/parse.ts"
import { type FilesChecked } from "../protocol.ts"
import { readBack } from "../vault/blobs.ts"
import { artifactsOf, captureById, sealedCaptures } from "../vault/read.ts"
import { type ArtifactRow, type CaptureRow } from "../vault/capture-row.ts"
import { type Vault } from "../vault/schema.ts"

/** Of items. */
export type OnCheckProgress = (done: number, total: number) => Promise<void>

const RECORD = "capture.json"

/**
 * Reads and hashes every file of every sealed capture, those in the trash too,
 * one file at a time. Damage is the item's own; a database that fails or hangs
 * says nothing of any item, and throws `vault/…`.
 */
export async function checkFiles(vault: Vault, onProgress: OnCheckProgress): Promise<FilesChecked> {
  const captures = await sealedCaptures(vault)
  const damaged: { id: string; item: number }[] = []
  let [files, items] = [0, 0]
  for (const [index, capture] of captures.entries()) {
    if (isNews(index, captures.length)) await onProgress(index, captures.length)
    const found = await checkItem(vault, capture)
    // Deleted for good meanwhile: its files are gone by right.
    const isWhole = found.wrong.length === 0
    if (!isWhole && (await captureById(vault, capture.id)) === undefined) continue
    files += found.files
    items += 1
    if (!isWhole) damaged.push({ id: capture.id, item: capture.item })
  }
  await onProgress(captures.length, captures.length)
  return { files, items, damaged }
}

/** A hundred reports are enough: each is written to the disk. */
const isNews = (done: number, total: number): boolean =>
  Math.floor((done * 100) / total) !== Math.floor(((done - 1) * 100) / total)

/** What a check of one item found: how many files it has, and the paths of those that are gone, or not as they were sealed. */
export interface ItemChecked {
  readonly files: number
  readonly wrong: readonly string[]
}

/**
 * Reads and hashes every file of one sealed capture; throws as {@link checkFiles} does. The record of the sealing says
 * which files there are: a row that is lost leaves no bytes to miss. Where the record itself is damaged, it is all that is told.
 */
export async function checkItem(
  vault: Vault,
  { id, record }: Pick<CaptureRow, "id" | "record">,
): Promise<ItemChecked> {
  const stored = new Map((await artifactsOf(vault, id)).map(row => [row.path, row]))
  const own = stored.get(RECORD)
  if (own?.sha256 !== record || !(await isWhole(vault, own))) {
    return { files: stored.size, wrong: [RECORD] }
  }
  const listed = listedIn(await readBack(vault, own.sha256))
  const wrong: string[] = []
  for (const { path, sha256 } of listed) {
    const row = stored.get(path)
    if (row?.sha256 !== sha256 || !(await isWhole(vault, row))) wrong.push(path)
  }
  return { files: listed.length + 1, wrong }
}

/** All that is asked of the record here; what else it says is read by those who need it. */
function listedIn(record: Uint8Array): { path: string; sha256: string }[] {
  const { files } = asFields(JSON.parse(new TextDecoder().decode(record)), RECORD)
  return asList(files, "files", input => {
    const { path, sha256 } = asFields(input, "file")
    return { path: asString(path, "path"), sha256: asString(sha256, "sha256") }
  })
}

async function isWhole(vault: Vault, { sha256, bytes }: ArtifactRow): Promise<boolean> {
  try {
    return (await readBack(vault, sha256)).length === bytes
  } catch (thrown) {
    const { code } = EvidenceError.from(thrown)
    if (code === "vault/missing" || code === "vault/damaged") return false
    throw thrown
  }
}
