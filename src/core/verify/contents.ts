import type { Bytes } from "../bytes.ts"
import { hex } from "../bytes.ts"
import { EvidenceError } from "../errors.ts"
import { namesTwice } from "./json-names.ts"
import type { Sha256, Sm3 } from "../seal/hash.ts"
import { type Archive, readEntry } from "./archive.ts"
import { type Finding, finding } from "./finding.ts"
import { walk } from "./passage.ts"
import type { ByteSource, Hashes } from "./source.ts"

/** A file as its bytes are, whatever any list says of it. */
export interface FileFacts {
  readonly bytes: number
  readonly sha256: Sha256
  /** Null where SM3 was left out. */
  readonly sm3: Sm3 | null
}

/** The bag: every file that is really there, by its path inside the base folder. */
export interface Contents {
  readonly folder: string
  readonly files: ReadonlyMap<string, FileFacts>
  /** SHA-256 of the ZIP itself, of the same bytes as the files': the number that the reader compares. */
  readonly fingerprint: Sha256
  /** Entries whose bytes contradict the ZIP's own checksum. */
  readonly faults: readonly Finding[]
  /** A small file again, whole, and the same bytes as were hashed. @throws EvidenceError */
  read(path: string, limit: number): Promise<Bytes>
  /**
   * SHA-256 of the parts of a file, one after another, of so many bytes each; null where they are not all of it.
   * @throws EvidenceError where the bytes are not those that were hashed
   */
  hashParts(path: string, lengths: readonly number[]): Promise<readonly string[] | null>
  /** A file by ranges; whoever reads it must hold what they read to its hash. Null where it is not there. */
  bytesOf(path: string): ByteSource | null
}

/** Reads the file once, from end to end, every hash at the same time, and keeps no file in memory. */
export async function readContents(archive: Archive, source: ByteSource, hashes: Hashes): Promise<Contents> {
  const files = new Map<string, FileFacts>()
  const faults: Finding[] = []
  const whole = hashes.sha256()
  const { walkTo } = walk(source, whole)
  for (const [path, { raw }] of archive.entries) {
    await walkTo(raw.dataAt, skip)
    const hashing = hashFile(raw.size, hashes)
    await walkTo(raw.dataAt + raw.size, hashing.take)
    const { crc32, ...facts } = await hashing.end()
    // Hashed all the same, so that the files layer can say whether it is the listed file.
    files.set(path, facts)
    if (crc32 !== raw.crc32) faults.push(finding("archive/content", { path, reason: "CRC-32" }))
  }
  await walkTo(source.size, skip)

  async function read(path: string, limit: number): Promise<Bytes> {
    const entry = archive.entries.get(path)
    if (entry === undefined) throw new EvidenceError("input/malformed", `no ${path}`)
    const bytes = await readEntry(entry.listed, limit)
    const again = hashes.sha256()
    again.update(bytes)
    if (hex(again.digest()) !== files.get(path)?.sha256) {
      throw new EvidenceError("input/malformed", `${path} changed while it was read`)
    }
    return bytes
  }

  async function hashParts(path: string, lengths: readonly number[]): Promise<readonly string[] | null> {
    const entry = archive.entries.get(path)
    const total = lengths.reduce((sum, length) => sum + length, 0)
    if (entry?.raw.size !== total) return null
    const again = hashes.sha256()
    const parts: string[] = []
    let at = entry.raw.dataAt
    for (const length of lengths) {
      const part = hashes.sha256()
      for (const end = at + length; at < end;) {
        const piece = await source.read(at, Math.min(PIECE_BYTES, end - at))
        if (piece.length === 0) throw new EvidenceError("input/malformed", `${path} ended while it was read`)
        part.update(piece)
        again.update(piece)
        at += piece.length
      }
      parts.push(hex(part.digest()))
    }
    if (hex(again.digest()) !== files.get(path)?.sha256) {
      throw new EvidenceError("input/malformed", `${path} changed while it was read`)
    }
    return parts
  }

  function bytesOf(path: string): ByteSource | null {
    const raw = archive.entries.get(path)?.raw
    if (raw === undefined) return null
    return { size: raw.size, read: (offset, length) => source.read(raw.dataAt + offset, length) }
  }

  return {
    ...{ folder: archive.folder, files, fingerprint: hex(whole.digest()) as Sha256, faults },
    ...{ read, hashParts, bytesOf },
  }
}

/** Headers and the directory: they count for the fingerprint alone. */
const skip = (): void => undefined

/** What is read of a file at once, where its parts are hashed. */
const PIECE_BYTES = 1024 * 1024

/** What a browser's own SHA-256 is given at once. Larger files are hashed in pieces. */
const WHOLE_BYTES = 16 * 1024 * 1024

interface Hashing {
  readonly take: (piece: Uint8Array) => void
  readonly end: () => Promise<FileFacts & { readonly crc32: number }>
}

/** All of one file's hashes, in one pass over its `bytes` bytes. */
function hashFile(bytes: number, hashes: Hashes): Hashing {
  const sm3 = hashes.sm3?.() ?? null
  const crc32 = hashes.crc32()
  const sha256 =
    hashes.sha256Whole !== null && bytes <= WHOLE_BYTES ? gather(bytes, hashes.sha256Whole) : inPieces(hashes)
  return {
    take: piece => {
      sha256.take(piece)
      sm3?.update(piece)
      crc32.update(piece)
    },
    end: async () => ({
      bytes,
      sha256: hex(await sha256.end()) as Sha256,
      sm3: sm3 === null ? null : (hex(sm3.digest()) as Sm3),
      crc32: crc32.digest(),
    }),
  }
}

function inPieces({ sha256 }: Hashes) {
  const state = sha256()
  return {
    take: (piece: Uint8Array) => {
      state.update(piece)
    },
    end: () => state.digest(),
  }
}

function gather(bytes: number, digest: (whole: Bytes) => Promise<Uint8Array>) {
  const whole = new Uint8Array(bytes)
  let at = 0
  return {
    take: (piece: Uint8Array) => {
      whole.set(piece, at)
      at += piece.length
    },
    end: () => digest(whole),
  }
}

/** SHA-256 of a file that was not let in as an archive. */
export async function fingerprint(source: ByteSource, hashes: Hashes): Promise<Sha256> {
  const whole = hashes.sha256()
  await walk(source, whole).walkTo(source.size, skip)
  return hex(whole.digest()) as Sha256
}

/** UTF-8, strictly: what is not text is not quietly mended. @throws EvidenceError `input/malformed` */
export function strictText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (thrown) {
    throw new EvidenceError("input/malformed", "not UTF-8", { cause: thrown })
  }
}

/** JSON in which no object names one thing twice. @throws EvidenceError `input/malformed` */
export const strictJson = (bytes: Uint8Array): unknown => strictJsonOf(strictText(bytes))

/** As {@link strictJson}, of a text: a line of a file of lines. @throws EvidenceError `input/malformed` */
export function strictJsonOf(text: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (thrown) {
    throw new EvidenceError("input/malformed", "not JSON", { cause: thrown })
  }
  if (namesTwice(text)) throw new EvidenceError("input/malformed", "a name stands twice in one object")
  return value
}
