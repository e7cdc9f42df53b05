import type { Bytes } from "../bytes.ts"
import type { Crc32Stream } from "../seal/crc32.ts"
import type { HashStream } from "../seal/hash.ts"

/**
 * The bytes of a file, read by ranges, so that a bundle of any size is checked
 * in bounded memory: a file handle on the command line, a `Blob` in a page.
 */
export interface ByteSource {
  readonly size: number
  /** Exactly `length` bytes from `offset`. Rejects where the file ends before, or cannot be read. */
  read(offset: number, length: number): Promise<Uint8Array>
}

/** The hash functions of the platform: `node:crypto` where there is one, the project's own code elsewhere. */
export interface Hashes {
  readonly sha256: () => HashStream
  /** Null where the reader asked to have SM3 left out: the files layer then says that it was not checked. */
  readonly sm3: (() => HashStream) | null
  readonly crc32: () => Crc32Stream
  /** SHA-256 of a whole buffer, where the platform does that faster than in pieces; else null. */
  readonly sha256Whole: ((bytes: Bytes) => Promise<Uint8Array>) | null
}

export interface WatchedSource extends ByteSource {
  /** What the medium itself refused to give, or null. A library may wrap or swallow the error; this remembers. */
  failure(): string | null
}

/** Tells a file that cannot be read (no verdict) from one whose content is refused (damaged). */
export function watch(source: ByteSource): WatchedSource {
  let failed: string | null = null
  return {
    size: source.size,
    failure: () => failed,
    async read(offset, length) {
      try {
        return await source.read(offset, length)
      } catch (thrown) {
        failed ??= thrown instanceof Error ? thrown.message : String(thrown)
        throw thrown
      }
    },
  }
}
