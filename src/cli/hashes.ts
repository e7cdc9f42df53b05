import { createHash, getHashes } from "node:crypto"
import type { HashStream } from "../core/seal/hash.ts"
import { sm3Stream } from "../core/seal/sm3.ts"
import type { Hashes } from "../core/verify/source.ts"

/** The platform's hashes, and the project's own SM3 where Node was built without it. */
export const nodeHashes: Hashes = {
  sha256: () => native("sha256"),
  sm3: getHashes().includes("sm3") ? () => native("sm3") : sm3Stream,
}

function native(algorithm: "sha256" | "sm3"): HashStream {
  const state = createHash(algorithm)
  return { update: bytes => void state.update(bytes), digest: () => new Uint8Array(state.digest()) }
}
