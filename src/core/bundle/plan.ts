/**
 * What a bundle was made of, so that the very same folder can be written again
 * when a time stamp comes late, with only proofs/ grown (bundle.md). Kept as
 * JSON in the vault; the contents are looked up by their hashes.
 */
import { asCount, asFields, asList, asString, malformed } from "../parse.ts"
import { type Sha256, isSha256 } from "../seal/hash.ts"
import { stampFiles } from "./bag-file.ts"
import type { OuterStamp } from "./snapshot.ts"
import { zipBlob } from "./zip.ts"

/** One file of the ZIP, by its path in the base folder. */
export interface PlannedFile {
  readonly path: string
  readonly sha256: Sha256
  readonly crc32: number
  readonly bytes: number
}

export interface BundlePlan {
  readonly folder: string
  /** The date of the entries, ISO 8601 in UTC. */
  readonly at: string
  readonly files: readonly PlannedFile[]
}

/** Throws `input/malformed` for what is no plan. */
export function parsePlan(value: unknown): BundlePlan {
  const { folder, at, files } = asFields(value, "plan")
  return { folder: asString(folder, "folder"), at: asString(at, "at"), files: asList(files, "files", asFile) }
}

function asFile(value: unknown): PlannedFile {
  const { path, sha256, crc32, bytes } = asFields(value, "planned file")
  if (!isSha256(sha256)) throw malformed("planned file: sha256")
  return {
    path: asString(path, "path"),
    sha256,
    crc32: asCount(crc32, "crc32"),
    bytes: asCount(bytes, "bytes"),
  }
}

/** Stamps whose files the bundle does not hold yet. */
export function missingFrom<T extends Pick<OuterStamp, "authority">>(
  { files }: BundlePlan,
  stamps: readonly T[],
): T[] {
  const held = new Set(files.map(({ path }) => path))
  return stamps.filter(({ authority }) => !held.has(`proofs/tagmanifest-sha256.txt.${authority}.tsr`))
}

/**
 * The bundle of the plan with further stamps in it. `contents` gives each file's
 * bytes by its hash. The same plan and stamps give the same ZIP.
 */
export async function grownBundle(
  { folder, at, files }: BundlePlan,
  stamps: readonly OuterStamp[],
  contents: (file: PlannedFile) => Promise<Blob>,
): Promise<{ readonly fileName: string; readonly zip: Blob }> {
  const entries = []
  for (const file of files) {
    const content = await contents(file)
    entries.push({ name: `${folder}/${file.path}`, crc32: file.crc32, bytes: file.bytes, content })
  }
  for (const { path, crc32, bytes, content } of await stampFiles(stamps)) {
    entries.push({ name: `${folder}/${path}`, crc32, bytes, content })
  }
  return { fileName: `${folder}-stamped.zip`, zip: zipBlob(entries, at) }
}
