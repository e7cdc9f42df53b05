/**
 * The end of a ZIP file: which bytes are the directory. A file that is a ZIP
 * and something else at once (bytes before it, after it, or two directories)
 * shows different readers different files, so nothing may stand outside.
 *
 * Source: APPNOTE.TXT 6.3.10, sections 4.3.14 to 4.3.16.
 */
import { type Finding, finding } from "./finding.ts"
import { isEncryptedByAge } from "./age-header.ts"
import type { ByteSource } from "./source.ts"

const LOCAL = 0x04034b50
const END = 0x06054b50
const END64 = 0x06064b50
const LOCATOR64 = 0x07064b50
const END_BYTES = 22
const LOCATOR_BYTES = 20
const END64_BYTES = 56
const MAX_COMMENT = 0xffff
/** Name, Zip64 field and fixed part of an entry are below this, so a longer directory is not one of ours. */
const MAX_ENTRY_BYTES = 512

export interface ZipEnd {
  readonly entries: number
  readonly directoryAt: number
  readonly directoryBytes: number
}

/** What kind of file it is, if not a whole ZIP: `known` false means that it is no ZIP at all. */
export interface NoZip {
  readonly known: boolean
  readonly fault: Finding
}

export async function readZipEnd(source: ByteSource, maxEntries: number): Promise<ZipEnd | NoZip> {
  if (source.size === 0) return { known: false, fault: finding("archive/empty", {}) }
  const start = view(await source.read(0, Math.min(4, source.size)))
  // Before the end is looked for: what is encrypted may hold any four bytes.
  if (await isEncryptedByAge(source)) return { known: false, fault: finding("archive/age", {}) }
  const startsAsZip = start.byteLength === 4 && start.getUint32(0, true) === LOCAL
  const endAt = await lastEndRecord(source)
  if (endAt === null) {
    return startsAsZip
      ? { known: true, fault: finding("archive/truncated", {}) }
      : { known: false, fault: finding("archive/not-zip", {}) }
  }
  if (endAt === 0) return { known: false, fault: finding("archive/no-bag", {}) }
  if (!startsAsZip) return { known: true, fault: finding("archive/prepended", {}) }
  if (endAt + END_BYTES !== source.size) return { known: true, fault: finding("archive/trailing", {}) }

  const end = (await readEnd64(source, endAt)) ?? (await readEnd(source, endAt))
  if (end === null) return { known: true, fault: finding("archive/end-record", {}) }
  const { entries, directoryAt, directoryBytes, before } = end
  if (entries > maxEntries || directoryBytes > maxEntries * MAX_ENTRY_BYTES) {
    return { known: true, fault: finding("archive/too-many-entries", { limit: maxEntries }) }
  }
  if (directoryAt + directoryBytes !== before) {
    return { known: true, fault: finding("archive/end-record", {}) }
  }
  return { entries, directoryAt, directoryBytes }
}

/** Where the last end record starts, or null. It may be followed by at most a comment. */
async function lastEndRecord(source: ByteSource): Promise<number | null> {
  const bytes = Math.min(source.size, END_BYTES + MAX_COMMENT)
  const tail = view(await source.read(source.size - bytes, bytes))
  for (let at = bytes - END_BYTES; at >= 0; at--) {
    if (tail.getUint32(at, true) === END) return source.size - bytes + at
  }
  return null
}

interface EndFields extends ZipEnd {
  /** Where the directory must end. */
  readonly before: number
}

async function readEnd(source: ByteSource, endAt: number): Promise<EndFields | null> {
  const end = view(await source.read(endAt, END_BYTES))
  const entries = end.getUint16(10, true)
  const oneDisk = end.getUint32(4, true) === 0 && end.getUint16(8, true) === entries
  if (!oneDisk || end.getUint16(20, true) !== 0) return null
  return {
    entries,
    directoryBytes: end.getUint32(12, true),
    directoryAt: end.getUint32(16, true),
    before: endAt,
  }
}

/** The Zip64 records before the end record, where there are any; null otherwise, or where they contradict it. */
async function readEnd64(source: ByteSource, endAt: number): Promise<EndFields | null> {
  const at = endAt - LOCATOR_BYTES - END64_BYTES
  if (at < 0) return null
  const both = view(await source.read(at, END64_BYTES + LOCATOR_BYTES + END_BYTES))
  const locator = new DataView(both.buffer, both.byteOffset + END64_BYTES, LOCATOR_BYTES)
  const end = new DataView(both.buffer, both.byteOffset + END64_BYTES + LOCATOR_BYTES, END_BYTES)
  if (both.getUint32(0, true) !== END64 || locator.getUint32(0, true) !== LOCATOR64) return null

  const entries = long(both, 32)
  const directoryBytes = long(both, 40)
  const directoryAt = long(both, 48)
  const sound =
    long(both, 4) === END64_BYTES - 12 &&
    both.getUint8(12) === 45 &&
    [0, 3].includes(both.getUint8(13)) &&
    both.getUint16(14, true) === 45 &&
    long(both, 16) === 0 &&
    long(both, 24) === entries &&
    locator.getUint32(4, true) === 0 &&
    long(locator, 8) === at &&
    locator.getUint32(16, true) === 1 &&
    end.getUint32(4, true) === 0 &&
    [end.getUint16(8, true), end.getUint16(10, true)].every(short => short === entries || short === 0xffff) &&
    [directoryBytes, 0xffffffff].includes(end.getUint32(12, true)) &&
    [directoryAt, 0xffffffff].includes(end.getUint32(16, true)) &&
    end.getUint16(20, true) === 0
  return sound ? { entries, directoryBytes, directoryAt, before: at } : null
}

/** An unsigned 64-bit number. Above 2^53 it is inexact, and then larger than any file. */
const long = (of: DataView, at: number): number => Number(of.getBigUint64(at, true))

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
