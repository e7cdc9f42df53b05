/**
 * The file from its first byte to its last, once: whoever walks it takes the
 * pieces that are theirs, and the fingerprint of the whole is of the very bytes
 * that were taken.
 */
import type { HashStream } from "../seal/hash.ts"
import type { ByteSource } from "./source.ts"

/** Few enough reads that none is felt, and little enough that two of them may be held. */
const WINDOW_BYTES = 4 * 1024 * 1024

export interface Passage {
  /** Gives away the next bytes up to `end`, an offset in the file, piece by piece. A piece is valid until its turn is over. */
  readonly walkTo: (end: number, take: (piece: Uint8Array) => void) => Promise<void>
}

/** A walk through `source`; every byte of it goes into `whole` as well. Rejects as `source.read` does. */
export function walk(source: ByteSource, whole: HashStream): Passage {
  let window: Uint8Array = new Uint8Array(0)
  let windowAt = 0
  let at = 0
  let next = readWindow(source, 0)

  /** The window that was read meanwhile; the one after it is read while this one is hashed. */
  async function turn(): Promise<void> {
    const [read] = await next
    if (read.status === "rejected") return Promise.reject(read.reason as Error)
    windowAt += window.length
    window = read.value
    next = readWindow(source, windowAt + window.length)
    whole.update(window)
  }

  async function walkTo(end: number, take: (piece: Uint8Array) => void): Promise<void> {
    while (at < end) {
      if (at === windowAt + window.length) await turn()
      const piece = window.subarray(at - windowAt, Math.min(end - windowAt, window.length))
      take(piece)
      at += piece.length
    }
  }

  return { walkTo }
}

/** Settled, never rejected: it may fail while nobody waits for it yet. */
function readWindow(source: ByteSource, at: number): Promise<[PromiseSettledResult<Uint8Array>]> {
  const left = source.size - at
  return Promise.allSettled([left > 0 ? source.read(at, Math.min(WINDOW_BYTES, left)) : new Uint8Array(0)])
}
