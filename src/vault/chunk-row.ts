import type { Chunk } from "../core/recording.ts"
import type { Sha256 } from "../core/seal/hash.ts"

/** One piece of a recording that is not sealed yet; it goes when its recording is one file. */
export interface ChunkRow extends Omit<Chunk, "bytes"> {
  readonly captureId: string
  readonly bytes: Blob
  /** Its line in chunks.jsonl, as it was hashed, and that hash. */
  readonly line: string
  readonly hash: Sha256
  /** Bytes of the recording up to its end. */
  readonly end: number
}
