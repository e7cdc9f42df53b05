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
import { type Vault } from "../vault/schema.ts"

/** Files read while one is hashed: they lie in memory together. */
const AHEAD = 2

export async function readBackFiles(
  vault: Vault,
  captureId: string,
): Promise<{ readonly files: readonly ReadBack[] }> {
  const stored = await artifactsOf(vault, captureId)
  // A page that is a whole frame has that frame's bytes, which lie in the vault once.
  const hashes = Array.from(new Set(stored.map(({ sha256 }) => sha256)))
  const found = new Map<Sha256, Omit<ReadBack, "path">>()
  for await (const { hash, back } of readAhead(hashes, AHEAD, each => readOne(vault, each))) {
    found.set(hash, back)
  }
  return { files: stored.map(({ path, sha256: hash }) => ({ path, ...(found.get(hash) ?? UNREADABLE) })) }
}

// Unreadable is an answer: the caller records this file as damaged.
const UNREADABLE = { sha256: null, sm3: null, crc32: null, bytes: 0 }

async function readOne(
  vault: Vault,
  hash: Sha256,
): Promise<{ readonly hash: Sha256; readonly back: Omit<ReadBack, "path"> }> {
  const bytes = await readable(vault, hash)
  if (bytes === null) return { hash, back: UNREADABLE }
  return {
    hash,
    back: { sha256: await sha256(bytes), sm3: sm3(bytes), crc32: crc32(bytes), bytes: bytes.length },
  }
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
