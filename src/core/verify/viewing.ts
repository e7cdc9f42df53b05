/**
 * The viewing copy of a recording: it must be called derived, be of the original
 * that lies beside it, and hold the same coded pictures and sounds, block by
 * block, at the same times. What is left unchecked is how long the copy says it
 * is, and where its index leads.
 */
import { EvidenceError } from "../errors.ts"
import { malformed } from "../parse.ts"
import { sameBlocks, readWebm, type WebmReading } from "../webm.ts"
import { type Contents } from "./contents.ts"
import { type Finding, finding } from "./finding.ts"
import { type CheckedRecord } from "./record-reading.ts"
import type { Hashes } from "./source.ts"

const COPY = "recording/view-derived.webm"
const ORIGINAL = "recording/original.webm"

export async function viewingFaults(
  contents: Contents,
  hashes: Hashes,
  item: string,
  { files, view }: CheckedRecord,
): Promise<Finding[]> {
  const copy = files.find(({ path }) => path === COPY)
  if (copy === undefined && view === null) return []
  const path = COPY
  const unlabelled = finding("recording/view-unlabelled", { item, path })
  if (copy === undefined || view === null) return [unlabelled]
  if (copy.source !== "derived" || view.file !== COPY || view.of !== ORIGINAL) return [unlabelled]
  const original = files.find(each => each.path === ORIGINAL)
  const differs = finding("recording/view-differs", { item, path })
  if (view.sha256 !== copy.sha256 || view.ofSha256 !== original?.sha256) return [differs]
  try {
    const [of, is] = [
      await readOne(contents, hashes, item, ORIGINAL),
      await readOne(contents, hashes, item, COPY),
    ]
    return sameBlocks(of, is) ? [] : [differs]
  } catch (thrown) {
    return [finding("recording/view-malformed", { item, reason: EvidenceError.from(thrown).message })]
  }
}

async function readOne(
  contents: Contents,
  { sha256 }: Hashes,
  item: string,
  name: string,
): Promise<WebmReading> {
  const path = `data/${item}/${name}`
  const bytes = contents.bytesOf(path)
  if (bytes === null) throw malformed(`${name} is not there`)
  const reading = await readWebm(bytes, { ofFile: sha256, ofBlocks: sha256 })
  if (reading.digest !== contents.files.get(path)?.sha256)
    throw new EvidenceError("input/malformed", `${name} changed while it was read`)
  return reading
}
