import { EvidenceError } from "./errors.ts"

/**
 * Reads Blobs from end to end, one after another, in one buffer that the browser
 * fills anew each time. What it gives as an array of its own stays in memory
 * until the collector comes: in Chromium that was 770 MB for a gigabyte.
 */

const PIECE = 1024 * 1024

/** Files of more bytes are not hashed in one: an hour of a recording would lie in memory whole. */
export const MOST_AT_ONCE = 64_000_000

/**
 * What is being read. Chromium's collector takes the stream of a Blob that only
 * the read it owes refers to, and everything that waits for that read with it:
 * no answer, and no error.
 */
const beingRead = new Set<ReadableStream>()

/**
 * Gives away a Blob piece by piece, every byte of it once; a piece is gone when
 * `take` returns. Rejects as the Blob's own stream does, and with `internal`
 * where that stream gives another number of bytes than the Blob has.
 */
export type ReadThrough = (blob: Blob, take: (piece: Uint8Array) => void) => Promise<void>

/** A reader with a buffer of its own, for one Blob at a time. */
export function makeReadThrough(): ReadThrough {
  let buffer = new ArrayBuffer(PIECE)
  return async (blob, take) => {
    let taken = 0
    const counted = (piece: Uint8Array): void => {
      taken += piece.length
      take(piece)
    }
    await held(blob, stream => readInto(stream, counted))
    // Firefox (153) ends the stream of a composed Blob early and without an error, where a stored part follows more
    // bytes of memory than one buffer holds; a stream that it fills arrays of its own from gives all of them.
    if (taken < blob.size) await held(blob.slice(taken), stream => readArrays(stream, counted))
    if (taken !== blob.size) throw notWhole(taken, blob)
  }

  async function readInto(stream: ReadableStream<Uint8Array>, take: (piece: Uint8Array) => void) {
    const reader = fillingReader(stream)
    if (reader === null) {
      await readArrays(stream, take)
      return
    }
    // A read that failed has kept it.
    if (buffer.byteLength === 0) buffer = new ArrayBuffer(PIECE)
    for (;;) {
      const { value, done } = await reader.read(new Uint8Array(buffer))
      if (value !== undefined) buffer = value.buffer
      if (done) return
      take(value)
    }
  }
}

/** The stream of a Blob for another to read; it errors with `internal` where it ends before the Blob does. */
export function wholeStream(blob: Blob): ReadableStream<Uint8Array<ArrayBuffer>> {
  let passed = 0
  return blob.stream().pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform: (piece, controller) => {
        passed += piece.length
        controller.enqueue(piece)
      },
      flush: () => {
        if (passed !== blob.size) throw notWhole(passed, blob)
      },
    }),
  )
}

const notWhole = (read: number, { size }: Blob): EvidenceError =>
  new EvidenceError("internal", `${read} of the ${size} bytes of a file were read`)

async function held(blob: Blob, read: (stream: ReadableStream<Uint8Array>) => Promise<void>): Promise<void> {
  const stream = blob.stream()
  beingRead.add(stream)
  try {
    await read(stream)
  } finally {
    beingRead.delete(stream)
  }
}

async function readArrays(stream: ReadableStream<Uint8Array>, take: (piece: Uint8Array) => void) {
  for await (const piece of stream) take(piece)
}

/** Null where a Blob's stream takes no buffer, as those of older browsers. */
function fillingReader(stream: ReadableStream<Uint8Array>): ReadableStreamBYOBReader | null {
  try {
    return stream.getReader({ mode: "byob" })
  } catch (thrown) {
    if (thrown instanceof TypeError) return null
    throw thrown
  }
}
