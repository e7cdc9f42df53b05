/** The viewing copy of a recording: made of the file as it is in the vault, hashed from the disk, and kept beside it. */
import { EvidenceError } from "../core/errors.ts"
import { MOST_ITEM_BYTES } from "../core/item-limit.ts"
import { RECORDING_FILE } from "../core/recording.ts"
import { crc32Stream } from "../core/seal/crc32.ts"
import { type HashStream, type Sha256, sha256Stream } from "../core/seal/hash.ts"
import { readWebm, sameBlocks, type WebmReading } from "../core/webm.ts"
import { now } from "../platform/clock.ts"
import { withScratchFile } from "../platform/scratch.ts"
import { storageUse } from "../platform/storage.ts"
import { type ViewingMade } from "../protocol/recording.ts"
import { readBlob, storeBlob } from "../vault/blobs.ts"
import { artifactsOf } from "../vault/read.ts"
import { type Vault } from "../vault/schema.ts"

/** So many times as large as the original is what must be free: the copy, its way into the vault, and air. */
const ROOM = 3

/** What a copy's index, and what is read of the item later, may still add to it. */
const AIR = 64 * 2 ** 20

/**
 * Throws `vault/full` where there is no room for a copy, `recording/no-copy`
 * where none can be made of these bytes, `vault/missing` or `vault/failed`. The
 * original is only read.
 */
export async function makeViewing(vault: Vault, captureId: string): Promise<ViewingMade> {
  const files = await artifactsOf(vault, captureId)
  const original = files.find(({ path }) => path === RECORDING_FILE)
  if (original === undefined) throw new EvidenceError("vault/missing", `no recording in ${captureId}`)
  const blob = await readBlob(vault, original.sha256)
  // An item that no bundle may hold would be evidence that cannot be handed over: rather no copy.
  const bytes = files.reduce((sum, file) => sum + file.bytes, blob.size + AIR)
  if (bytes > MOST_ITEM_BYTES)
    throw new EvidenceError("recording/no-copy", `with a copy the item would have ${String(bytes)} bytes`)
  const { freeBytes } = await storageUse()
  if (freeBytes !== null && freeBytes < blob.size * ROOM)
    throw new EvidenceError(
      "vault/full",
      `${String(freeBytes)} bytes are free, for a copy of ${String(blob.size)}`,
    )
  const of = await readWebm(rangesOf(blob), { ofFile: quick, ofBlocks: quick }).catch((thrown: unknown) => {
    throw notMade(thrown)
  })
  return withScratchFile(
    `${captureId}.webm`,
    async target => {
      try {
        const { remux } = await import("./viewing/remux.ts")
        // The library would leave out all of the cluster in which a file is cut off.
        return await remux(blob.slice(0, of.end, blob.type), target)
      } catch (thrown) {
        throw notMade(thrown)
      }
    },
    async (file, viewed) => {
      const sha256 = await sameAs(of, file)
      const at = now()
      await storeBlob(vault, sha256, new Blob([file], { type: original.mediaType }), at)
      return {
        at,
        sha256,
        bytes: file.size,
        mediaType: original.mediaType,
        ofSha256: original.sha256,
        ...viewed,
      }
    },
  )
}

const notMade = (thrown: unknown): EvidenceError => {
  const isFull = thrown instanceof DOMException && thrown.name === "QuotaExceededError"
  return new EvidenceError(isFull ? "vault/full" : "recording/no-copy", String(thrown), { cause: thrown })
}

/** SHA-256 of the copy as it is on the disk, once the verifier's own reader has found the original's blocks in it. */
async function sameAs(of: WebmReading, copy: Blob): Promise<Sha256> {
  const is = await readWebm(rangesOf(copy), { ofFile: sha256Stream, ofBlocks: quick })
  if (!sameBlocks(of, is))
    throw new EvidenceError("recording/no-copy", "the copy has other blocks than the original")
  return is.digest as Sha256
}

const rangesOf = (blob: Blob) => ({
  size: blob.size,
  read: async (from: number, length: number) =>
    new Uint8Array(await blob.slice(from, from + length).arrayBuffer()),
})

/** Against a fault of the library's, not a forger: an hour of SHA-256 twice more would keep its user waiting. */
function quick(): HashStream {
  const stream = crc32Stream()
  return {
    update: bytes => {
      stream.update(bytes)
    },
    digest: () => {
      const view = new DataView(new ArrayBuffer(4))
      view.setUint32(0, stream.digest())
      return new Uint8Array(view.buffer)
    },
  }
}
