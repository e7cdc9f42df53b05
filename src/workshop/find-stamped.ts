/** Which of our files a time stamp is over, by the hash in it. */
import { type Bytes, hex } from "../core/bytes.ts"
import { type ProofTarget, type StampedFile } from "../core/proof/proof.ts"
import { type Sha256 } from "../core/seal/hash.ts"
import { type DigestName, digestOf, isStrong } from "../core/stamp/algorithm.ts"
import { type Imprint } from "../core/stamp/imprint.ts"
import { readBack } from "../vault/blobs.ts"
import { allCaptures, doneExports, exportStamps, recordFile } from "../vault/read.ts"
import { type ArtifactRow } from "../vault/capture-row.ts"
import { type Vault } from "../vault/schema.ts"

export interface Stamped {
  readonly about: ProofTarget
  readonly over: StampedFile
}

/** Null where it is over nothing that is kept here. ZIPs are not kept, and are known by SHA-256 alone. */
export async function findStamped(vault: Vault, { algorithm, digest }: Imprint): Promise<Stamped | null> {
  // Another text can be made to have the same SHA-1.
  if (!isStrong(algorithm)) return null
  return (
    (await recordWith(vault, algorithm, hex(digest))) ?? (await bundleWith(vault, algorithm, hex(digest)))
  )
}

async function recordWith(vault: Vault, algorithm: DigestName, wanted: string): Promise<Stamped | null> {
  for (const { id } of await allCaptures(vault)) {
    const file = await recordFile(vault, id)
    if (file === undefined || (await recordDigest(vault, file, algorithm)) !== wanted) continue
    return { about: { kind: "capture", id }, over: "capture.json" }
  }
  return null
}

async function recordDigest(vault: Vault, file: ArtifactRow, algorithm: DigestName): Promise<string | null> {
  if (algorithm === "SHA-256") return file.sha256
  if (algorithm === "SM3") return file.sm3
  return hex(await digestOf(algorithm, await readBack(vault, file.sha256)))
}

async function bundleWith(vault: Vault, algorithm: DigestName, wanted: string): Promise<Stamped | null> {
  for (const { id, zip, encrypted, stamped } of algorithm === "SHA-256" ? await doneExports(vault) : []) {
    const about = { kind: "export", id } as const
    if (zip === wanted) return { about, over: "zip" }
    if (encrypted === wanted) return { about, over: "encrypted" }
    if (stamped?.zip === wanted) return { about, over: "stamped" }
  }
  for (const { of, digest } of await exportStamps(vault)) {
    const found = algorithm === "SHA-256" ? digest : await listDigest(vault, digest, algorithm)
    if (found === wanted) return { about: { kind: "export", id: of }, over: "tagmanifest" }
  }
  return null
}

async function listDigest(vault: Vault, list: Sha256, algorithm: DigestName): Promise<string> {
  const bytes: Bytes = await readBack(vault, list)
  return hex(await digestOf(algorithm, bytes))
}
