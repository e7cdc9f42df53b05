import type { ByteSource } from "../../core/verify/source.ts"

/**
 * A file that the reader chose, as the verifier reads it: each read is counted,
 * and refused once `signal` has aborted, which ends the verification.
 */
export function blobSource(file: Blob, signal: AbortSignal, onRead: (bytes: number) => void): ByteSource {
  return {
    size: file.size,
    async read(offset, length) {
      signal.throwIfAborted()
      const bytes = new Uint8Array(await file.slice(offset, offset + length).arrayBuffer())
      // A read that was under way meanwhile is not told of: the page shows something else by now.
      signal.throwIfAborted()
      if (bytes.length !== length) throw new Error(`the file ends at byte ${String(offset + bytes.length)}`)
      onRead(length)
      return bytes
    },
  }
}
