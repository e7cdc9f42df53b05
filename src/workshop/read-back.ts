/** Every stored byte of a capture, read from the disk and hashed again. */
import { hex } from "../core/bytes.ts"
import { EvidenceError } from "../core/errors.ts"
import { readAhead } from "../core/read-ahead.ts"
import { makeReadThrough, MOST_AT_ONCE } from "../core/read-through.ts"
import { crc32, crc32Stream } from "../core/seal/crc32.ts"
import { type Sha256, sha256, sha256Stream, type Sm3 } from "../core/seal/hash.ts"
import { sm3, sm3Stream } from "../core/seal/sm3.ts"
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
  const found = new Map<Sha256, Back>()
  for await (const { hash, back } of readAhead(hashes, AHEAD, each => readOne(vault, each))) {
    found.set(hash, back)
  }
  return { files: stored.map(({ path, sha256: hash }) => ({ path, ...(found.get(hash) ?? UNREADABLE) })) }
}

// Unreadable is an answer: the caller records this file as damaged.
const UNREADABLE = { sha256: null, sm3: null, crc32: null, bytes: 0 }

async function readOne(vault: Vault, hash: Sha256): Promise<{ readonly hash: Sha256; readonly back: Back }> {
  return { hash, back: (await readable(() => readBlobOnce(vault, hash))) ?? UNREADABLE }
}

type Back = Omit<ReadBack, "path">

async function readBlobOnce(vault: Vault, hash: Sha256): Promise<Back> {
  const blob = await readBlob(vault, hash)
  if (blob.size > MOST_AT_ONCE) return streamed(blob, hash)
  const bytes = await bytesOf(blob, hash)
  return { sha256: await sha256(bytes), sm3: sm3(bytes), crc32: crc32(bytes), bytes: bytes.length }
}

async function streamed(blob: Blob, hash: Sha256): Promise<Back> {
  const [ofSha256, ofSm3, crc] = [sha256Stream(), sm3Stream(), crc32Stream()]
  let bytes = 0
  try {
    await makeReadThrough()(blob, piece => {
      for (const stream of [ofSha256, ofSm3, crc]) stream.update(piece)
      bytes += piece.length
    })
  } catch (thrown) {
    throw new EvidenceError("vault/damaged", `the bytes under ${hash} cannot be read`, { cause: thrown })
  }
  return {
    ...{ sha256: hex(ofSha256.digest()) as Sha256, sm3: hex(ofSm3.digest()) as Sm3 },
    ...{ crc32: crc.digest(), bytes },
  }
}

/** Null where this file's own bytes are gone; a database that fails or hangs says nothing of the file, and throws. */
async function readable(read: () => Promise<Back>): Promise<Back | null> {
  try {
    return await read()
  } catch (thrown) {
    const { code } = EvidenceError.from(thrown)
    if (code === "vault/missing" || code === "vault/damaged") return null
    throw thrown
  }
}
