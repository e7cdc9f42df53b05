import { createHash, getHashes } from "node:crypto"
import * as zlib from "node:zlib"
import { type Crc32Stream, crc32Stream } from "../core/seal/crc32.ts"
import type { HashStream } from "../core/seal/hash.ts"
import { sm3Stream } from "../core/seal/sm3.ts"
import type { Hashes } from "../core/verify/source.ts"

/** The platform's hashes, and the project's own where Node has none: SM3 by its build, CRC-32 before 20.15. */
export const nodeHashes: Hashes = {
  sha256: () => native("sha256"),
  sm3: getHashes().includes("sm3") ? () => native("sm3") : sm3Stream,
  crc32: "crc32" in zlib ? nativeCrc32 : crc32Stream,
  // In pieces it is as fast, and no file is held.
  sha256Whole: null,
}

export const withoutSm3: Hashes = { ...nodeHashes, sm3: null }

function native(algorithm: "sha256" | "sm3"): HashStream {
  const state = createHash(algorithm)
  return { update: bytes => void state.update(bytes), digest: () => new Uint8Array(state.digest()) }
}

function nativeCrc32(): Crc32Stream {
  let state = 0
  return {
    update: bytes => {
      state = zlib.crc32(bytes, state)
    },
    digest: () => state,
  }
}
