/** One file of a recording's pieces, each read back and compared with its hash on the way. */
import { hex, utf8 } from "../core/bytes.ts"
import { EvidenceError } from "../core/errors.ts"
import { makeReadThrough } from "../core/read-through.ts"
import { breaksIn } from "../core/recording.ts"
import { type Sha256, sha256Stream } from "../core/seal/hash.ts"
import { now } from "../platform/clock.ts"
import { type RecordingJoined } from "../protocol/recording.ts"
import { storeBlob, storeBytes } from "../vault/blobs.ts"
import { chunksOf } from "../vault/chunks.ts"
import { type ChunkRow } from "../vault/chunk-row.ts"
import { type Vault } from "../vault/schema.ts"

/**
 * Stores the recording and the list of its pieces. Only what is sound is in them:
 * from the first piece on that cannot be read, or is not what was hashed, nothing
 * is, and `lost` counts these. No piece at all: `vault/missing`.
 */
export async function joinRecording(vault: Vault, captureId: string): Promise<RecordingJoined> {
  const pieces = await chunksOf(vault, captureId)
  const readThrough = makeReadThrough()
  const whole = sha256Stream()
  const sound: ChunkRow[] = []
  for (const piece of pieces) {
    // Once for the piece, and only then for the whole: what is not sound must not be in it.
    if (!(await isSound(readThrough, piece))) break
    await readThrough(piece.bytes, bytes => {
      whole.update(bytes)
    })
    sound.push(piece)
  }
  const [first] = sound
  const last = sound.at(-1)
  if (first === undefined || last === undefined)
    throw new EvidenceError("vault/missing", `no piece of recording ${captureId}`)
  const at = now()
  const mediaType = first.bytes.type
  const file = hex(whole.digest()) as Sha256
  await storeBlob(
    vault,
    file,
    new Blob(
      sound.map(({ bytes }) => bytes),
      { type: mediaType },
    ),
    at,
  )
  const lines = utf8(sound.map(({ line }) => `${line}\n`).join(""))
  const list = await storeBytes(vault, lines, "application/jsonl", at)
  return {
    ...{ at, mediaType, file, bytes: last.end, list, listBytes: lines.length },
    ...{ count: sound.length, lost: pieces.length - sound.length, endedAt: last.at },
    breaks: breaksIn(sound),
  }
}

async function isSound(readThrough: ReturnType<typeof makeReadThrough>, piece: ChunkRow): Promise<boolean> {
  const stream = sha256Stream()
  try {
    await readThrough(piece.bytes, bytes => {
      stream.update(bytes)
    })
  } catch {
    // Its file is gone from under the row: as with any stored file, that is a finding, and counted.
    return false
  }
  return hex(stream.digest()) === piece.sha256
}
