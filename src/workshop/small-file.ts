import { type Bytes } from "../core/bytes.ts"
import { type StoredFile } from "../core/bundle/snapshot.ts"
import { crc32 } from "../core/seal/crc32.ts"
import { sha256 } from "../core/seal/hash.ts"
import { sm3 } from "../core/seal/sm3.ts"

/** A file of an item that the vault does not hold as one. */
export async function smallFile(path: string, bytes: Bytes): Promise<StoredFile> {
  return {
    path,
    sha256: await sha256(bytes),
    sm3: sm3(bytes),
    crc32: crc32(bytes),
    bytes: bytes.length,
    blob: new Blob([bytes]),
  }
}
