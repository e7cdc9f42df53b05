import type { Bytes } from "../bytes.ts"
import { hex } from "../bytes.ts"
import { EvidenceError } from "../errors.ts"
import type { Sha256, Sm3 } from "../seal/hash.ts"
import type { FileEntry } from "@zip.js/zip.js/lib/zip-core-native.js"
import { type Archive, readEntry, reasonOf, streamEntry } from "./archive.ts"
import { type Finding, finding } from "./finding.ts"
import type { ByteSource, Hashes } from "./source.ts"

/** A file as its bytes are, whatever any list says of it. */
export interface FileFacts {
  readonly bytes: number
  readonly sha256: Sha256
  readonly sm3: Sm3
}

/** The bag: every file that is really there, by its path inside the base folder. */
export interface Contents {
  readonly folder: string
  readonly files: ReadonlyMap<string, FileFacts>
  /** Entries whose bytes contradict the ZIP's own checksum or size. */
  readonly faults: readonly Finding[]
  /** A small file again, whole, and the same bytes as were hashed. @throws EvidenceError */
  read(path: string, limit: number): Promise<Bytes>
}

/** Reads every entry once, both hashes at the same time, and keeps no file in memory. */
export async function readContents(archive: Archive, hashes: Hashes): Promise<Contents> {
  const files = new Map<string, FileFacts>()
  const faults: Finding[] = []
  for (const [path, entry] of archive.entries) {
    try {
      files.set(path, await hashEntry(entry, hashes, true))
    } catch (thrown) {
      faults.push(finding("archive/content", { path, reason: reasonOf(thrown) }))
      // Hashed all the same, so that the files layer can say whether it is the listed file.
      files.set(path, await hashEntry(entry, hashes, false))
    }
  }

  async function read(path: string, limit: number): Promise<Bytes> {
    const entry = archive.entries.get(path)
    if (entry === undefined) throw new EvidenceError("input/malformed", `no ${path}`)
    const whole = await readEntry(entry, limit)
    const again = hashes.sha256()
    again.update(whole)
    if (hex(again.digest()) !== files.get(path)?.sha256) {
      throw new EvidenceError("input/malformed", `${path} changed while it was read`)
    }
    return whole
  }

  return { folder: archive.folder, files, faults, read }
}

async function hashEntry(entry: FileEntry, hashes: Hashes, checkSignature: boolean): Promise<FileFacts> {
  const sha256 = hashes.sha256()
  const sm3 = hashes.sm3()
  let bytes = 0
  const take = (piece: Uint8Array) => {
    bytes += piece.length
    sha256.update(piece)
    sm3.update(piece)
  }
  await streamEntry(entry, take, checkSignature)
  return { bytes, sha256: hex(sha256.digest()) as Sha256, sm3: hex(sm3.digest()) as Sm3 }
}

const PIECE = 1024 * 1024

/** SHA-256 of the ZIP itself: what the reader compares with the number received another way. */
export async function fingerprint(source: ByteSource, hashes: Hashes): Promise<Sha256> {
  const state = hashes.sha256()
  for (let at = 0; at < source.size; at += PIECE) {
    state.update(await source.read(at, Math.min(PIECE, source.size - at)))
  }
  return hex(state.digest()) as Sha256
}

/** UTF-8, strictly: what is not text is not quietly mended. @throws EvidenceError `input/malformed` */
export function strictText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (thrown) {
    throw new EvidenceError("input/malformed", "not UTF-8", { cause: thrown })
  }
}

/** @throws EvidenceError `input/malformed` */
export function strictJson(bytes: Uint8Array): unknown {
  const text = strictText(bytes)
  try {
    return JSON.parse(text)
  } catch (thrown) {
    throw new EvidenceError("input/malformed", "not JSON", { cause: thrown })
  }
}
