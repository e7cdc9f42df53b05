/** The verifier of core, on a file from the reader's disk. */
import { type Bytes } from "../../core/bytes.ts"
import { EvidenceError } from "../../core/errors.ts"
import { crc32Stream } from "../../core/seal/crc32.ts"
import { sha256Stream } from "../../core/seal/hash.ts"
import { sm3Stream } from "../../core/seal/sm3.ts"
import { REPLY_LIMIT } from "../../core/stamp/reply.ts"
import { FORMAT_LIMITS } from "../../core/verify/archive.ts"
import { type GivenStamp } from "../../core/verify/beside.ts"
import { type Result } from "../../core/verify/finding.ts"
import { type Hashes } from "../../core/verify/source.ts"
import { unreadable, verifyBundle } from "../../core/verify/verify.ts"
import { blobSource } from "./blob-source.ts"

/** What the reader gives to a check. */
export interface Inputs {
  readonly file: File
  /** DER certificates that they trust for time stamps. */
  readonly roots: readonly Bytes[]
  /** Time stamps that they have apart from the bundle. */
  readonly stamps: readonly File[]
}

/** WebCrypto takes whole buffers only, and a bundle may be larger than memory: it hashes what is small enough. */
const hashes: Hashes = {
  sha256: sha256Stream,
  sm3: sm3Stream,
  crc32: crc32Stream,
  sha256Whole: async bytes => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)),
}

/** Once, for the files and the fingerprint of the ZIP together. */
export const bytesToRead = ({ size }: Blob): number => size

/** One byte more than a stamp can have is enough to tell that it is none. */
async function readStamp(file: File): Promise<GivenStamp> {
  const bytes = await file.slice(0, REPLY_LIMIT + 1).arrayBuffer()
  return { name: file.name, bytes: new Uint8Array(bytes) }
}

/** The same answer as the command line gives. Throws the signal's reason once it has aborted. */
export async function check(
  { file, roots, stamps }: Inputs,
  signal: AbortSignal,
  onProgress: (bytesRead: number) => void,
): Promise<Result> {
  let read = 0
  const source = blobSource(file, signal, bytes => {
    read += bytes
    onProgress(Math.min(read, bytesToRead(file)))
  })
  const beside = await Promise.all(stamps.map(readStamp))
  const options = { fileName: file.name, limits: FORMAT_LIMITS, roots, beside }
  const result = await verifyBundle(source, hashes, options).catch((thrown: unknown) =>
    unreadable(EvidenceError.from(thrown).code),
  )
  signal.throwIfAborted()
  return result
}
