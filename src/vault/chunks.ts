/**
 * The pieces of a running recording, each in a strict transaction of its own.
 * Whoever records may add them, like bytes; what becomes of them is the
 * background's to say (write.ts), which takes them away with the sealing.
 */
import { Dexie } from "dexie"
import { type Bytes } from "../core/bytes.ts"
import { EvidenceError } from "../core/errors.ts"
import { chunkLine, FIRST } from "../core/recording.ts"
import { sha256 } from "../core/seal/hash.ts"
import { type ChunkRow } from "./chunk-row.ts"
import { type Vault } from "./schema.ts"
import { commit, query } from "./transact.ts"

/**
 * Adds the next piece to a recording that runs, and answers with its row once it
 * is on the disk. Throws `capture/not-running` where the recording was closed
 * meanwhile, or as `commit` does.
 */
export async function keepChunk(
  vault: Vault,
  captureId: string,
  { bytes, mediaType, at }: { readonly bytes: Bytes; readonly mediaType: string; readonly at: string },
): Promise<ChunkRow> {
  const hash = await sha256(bytes)
  return commit(vault, [vault.captures, vault.chunks], async () => {
    const row = await vault.captures.get(captureId)
    if (row?.state !== "running" || row.recording === undefined)
      throw new EvidenceError("capture/not-running", `recording ${captureId} is not running`)
    const last = await ofRecording(vault, captureId).last()
    const seq = last === undefined ? 0 : last.seq + 1
    const line = chunkLine({ seq, at, bytes: bytes.length, sha256: hash }, last?.hash ?? FIRST)
    const chunk: ChunkRow = {
      ...{ captureId, seq, at, sha256: hash, line: line.text, hash: line.hash },
      bytes: new Blob([bytes], { type: mediaType }),
      end: (last?.end ?? 0) + bytes.length,
    }
    await vault.chunks.add(chunk)
    return chunk
  })
}

/** The pieces of a recording in their order, as Blobs that the browser reads on demand. */
export const chunksOf = (vault: Vault, captureId: string): Promise<ChunkRow[]> =>
  query(ofRecording(vault, captureId).toArray())

/** The last piece that is kept; undefined where there is none yet. */
export const lastChunk = (vault: Vault, captureId: string): Promise<ChunkRow | undefined> =>
  query(ofRecording(vault, captureId).last())

export const ofRecording = (vault: Vault, captureId: string) =>
  vault.chunks.where("[captureId+seq]").between([captureId, Dexie.minKey], [captureId, Dexie.maxKey])
