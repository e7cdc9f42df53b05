/** One small file out of a ZIP that anyone could have made, as text. Nothing else in it is unpacked. */
import { type FileEntry, type ReadableReader, ZipReader } from "@zip.js/zip.js/lib/zip-core-reader.js"
import { EvidenceError } from "../errors.ts"

/** Entries looked at, bytes read at once (the directory), and bytes of a file that is unpacked. */
const MOST_ENTRIES = 20_000
const MOST_READ = 16 * 1024 * 1024
const LARGEST_PART = 1024 * 1024

/**
 * The file of that path, or null where there is none among the first entries.
 * Throws `input/malformed` for a ZIP that cannot be read, or a file that is
 * longer than may be unpacked.
 */
export async function readZipPart(blob: Blob, path: string): Promise<string | null> {
  try {
    let seen = 0
    for await (const entry of new ZipReader(readerOf(blob), { useWebWorkers: false }).getEntriesGenerator()) {
      if (entry.filename === path && !entry.directory) return await unpack(entry)
      seen += 1
      if (seen >= MOST_ENTRIES) return null
    }
    return null
  } catch (thrown) {
    throw new EvidenceError("input/malformed", `ZIP: ${EvidenceError.from(thrown).message}`, {
      cause: thrown,
    })
  }
}

async function unpack(entry: FileEntry): Promise<string> {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  const take = (piece: Uint8Array) => {
    length += piece.length
    // By what comes out, whatever the entry says of its size.
    if (length > LARGEST_PART) throw new EvidenceError("input/malformed", `${entry.filename} is too long`)
    pieces.push(piece.slice())
  }
  await entry.getData(new WritableStream<Uint8Array>({ write: take }), { useWebWorkers: false })
  return new Blob(pieces).text()
}

interface RangeReader extends ReadableReader {
  readonly size: number
  readUint8Array(index: number, length: number): Promise<Uint8Array>
  createReadable(range: { readonly offset: number; readonly size: number }): ReadableStream<Uint8Array>
}

/** As core/verify/archive.ts has it: the library's own reader for Blobs would bring its writer along. */
const readerOf = (blob: Blob): RangeReader => ({
  size: blob.size,
  readUint8Array: async (index, length) => {
    if (length > MOST_READ) throw new EvidenceError("input/malformed", "a directory that is too long")
    return new Uint8Array(await blob.slice(index, index + length).arrayBuffer())
  },
  createReadable: ({ offset, size }) => blob.slice(offset, offset + size).stream(),
  readable: new ReadableStream(),
})
