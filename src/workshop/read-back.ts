/** Every stored byte of a capture, read from the disk and hashed again. */
import { type Bytes } from "../core/bytes.ts"
import { EvidenceError } from "../core/errors.ts"
import { readAhead } from "../core/read-ahead.ts"
import { crc32 } from "../core/seal/crc32.ts"
import { type Sha256, sha256 } from "../core/seal/hash.ts"
import { sm3 } from "../core/seal/sm3.ts"
import { type ReadBack } from "../protocol.ts"
import { bytesOf, readBlob } from "../vault/blobs.ts"
import { artifactsOf } from "../vault/read.ts"
import { type ArtifactRow } from "../vault/capture-row.ts"
import { type Vault } from "../vault/schema.ts"

/** Files read while one is hashed: they lie in memory together. */
const AHEAD = 2

export async function readBackFiles(
  vault: Vault,
  captureId: string,
): Promise<{ readonly files: readonly ReadBack[] }> {
  const files: ReadBack[] = []
  const stored = await artifactsOf(vault, captureId)
  for await (const file of readAhead(stored, AHEAD, each => readOne(vault, each))) files.push(file)
  return { files }
}

async function readOne(vault: Vault, { path, sha256: hash }: ArtifactRow): Promise<ReadBack> {
  const bytes = await readable(vault, hash)
  // Unreadable is an answer: the caller records this file as damaged.
  if (bytes === null) return { path, sha256: null, sm3: null, crc32: null, bytes: 0 }
  return { path, sha256: await sha256(bytes), sm3: sm3(bytes), crc32: crc32(bytes), bytes: bytes.length }
}

/** Null where this file's own bytes are gone; a database that fails or hangs says nothing of the file, and throws. */
async function readable(vault: Vault, hash: Sha256): Promise<Bytes | null> {
  try {
    return await bytesOf(await readBlob(vault, hash), hash)
  } catch (thrown) {
    const { code } = EvidenceError.from(thrown)
    if (code === "vault/missing" || code === "vault/damaged") return null
    throw thrown
  }
}
