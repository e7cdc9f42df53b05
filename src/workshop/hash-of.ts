import { hex } from "../core/bytes.ts"
import { EvidenceError } from "../core/errors.ts"
import { makeReadThrough } from "../core/read-through.ts"
import { type Sha256, isSha256, sha256Stream } from "../core/seal/hash.ts"

/** SHA-256 of a file of any size, without holding it in memory. `onPiece` may throw to give it up. */
export async function hashOf(file: Blob, onPiece: () => void = () => undefined): Promise<Sha256> {
  const state = sha256Stream()
  await makeReadThrough()(file, piece => {
    onPiece()
    state.update(piece)
  })
  const hash = hex(state.digest())
  if (!isSha256(hash)) throw new EvidenceError("internal", "not a SHA-256")
  return hash
}
