/**
 * The two headers of every entry, read by the project's own code, field by
 * field. zip.js reads the same directory; archive.ts lets an archive in only
 * where both readers see the same entries.
 *
 * Stricter than a general reader: stored entries alone, no data descriptors, no
 * field but Zip64, the local header the same as the directory's, the same file
 * attributes throughout, and each entry starting where the one before it ends.
 * So no byte of the archive is free to change, and no tool can be shown
 * another file than ours.
 *
 * Source: APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.5.3.
 */
import { type Finding, finding } from "./finding.ts"
import type { ByteSource } from "./source.ts"
import type { ZipEnd } from "./zip-end.ts"

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const LOCAL_BYTES = 30
const CENTRAL_BYTES = 46
const STORED = 0
const ENCRYPTED_FLAGS = 0x0001 | 0x0040 | 0x2000
/** Names are UTF-8. The names allowed are ASCII, so a reader that ignores it sees the same. */
const UTF8_FLAG = 0x0800
const ZIP64_FIELD = 0x0001
const FULL = 0xffffffff
const UNIX_TYPE = 0xf000
const UNIX_FILE = 0x8000
const UNIX_OWNER_READS = 0x0100
const DOS_FOLDER = 0x10
const DOS_VOLUME_LABEL = 0x08
const HOST_DOS = 0
const HOST_UNIX = 3
/** 4.4.3.2: the highest that stored entries ask of a reader. Info-ZIP skips an entry that asks for more. */
const VERSION_ZIP64 = 45

export interface RawEntry {
  /** Latin-1, so that no byte is lost; what is not ASCII is refused later by its name. */
  readonly name: string
  readonly headerAt: number
  /** Where its bytes begin, behind its local header. They are stored as they are. */
  readonly dataAt: number
  readonly size: number
  readonly crc32: number
}

interface Header {
  readonly flags: number
  readonly method: number
  readonly entry: Omit<RawEntry, "dataAt">
  readonly compressedSize: number
  /** Host system, internal and external attributes: they carry no evidence, so one tool writes them all alike. */
  readonly attributes: string
  /** The version that made it, or null where that is the 45 which Zip64 asks for. */
  readonly madeBy: number | null
  readonly versionNeeded: number
  /** Whether every tool that unpacks it gets a file, and one that can be read. */
  readonly isOrdinary: boolean
  /** Version, flags, method, time and CRC-32: what the local header must repeat. */
  readonly common: Uint8Array
  readonly nameBytes: Uint8Array
  readonly bytes: number
}

/** Every entry of the directory, or the first thing that is wrong with it. */
export async function readHeaders(source: ByteSource, end: ZipEnd): Promise<RawEntry[] | Finding> {
  const directory = await source.read(end.directoryAt, end.directoryBytes)
  const entries: RawEntry[] = []
  let at = 0
  let dataEnd = 0
  let first: Header | null = null
  while (at < directory.length) {
    const header = readCentral(directory, at)
    if (header === null)
      return finding("archive/directory", { reason: `entry ${String(entries.length + 1)}` })
    const path = header.entry.name
    const fault = refuse(header)
    if (fault !== null) return fault
    first ??= header
    if (!alike(header, first)) return finding("archive/metadata", { path })
    if (header.entry.headerAt !== dataEnd) return finding("archive/gap", { path })
    const local = await readLocal(source, header, end.directoryAt)
    if (local === null) return finding("archive/header", { path })
    const dataAt = dataEnd + local
    dataEnd = dataAt + header.entry.size
    if (dataEnd > end.directoryAt) return finding("archive/gap", { path })
    entries.push({ ...header.entry, dataAt })
    at += header.bytes
  }
  if (entries.length !== end.entries) return finding("archive/end-record", {})
  if (dataEnd !== end.directoryAt) return finding("archive/gap", { path: entries.at(-1)?.name ?? "" })
  return entries
}

function refuse(header: Header): Finding | null {
  const path = header.entry.name
  if ((header.flags & ENCRYPTED_FLAGS) !== 0) return finding("archive/encrypted", { path })
  if (header.method !== STORED) return finding("archive/method", { path })
  if ((header.flags & ~UTF8_FLAG) !== 0) return finding("archive/flags", { path })
  if (header.compressedSize !== header.entry.size) return finding("archive/header", { path })
  if (!header.isOrdinary || header.versionNeeded > VERSION_ZIP64) {
    return finding("archive/metadata", { path })
  }
  return null
}

const alike = (a: Header, b: Header): boolean =>
  a.attributes === b.attributes && (a.madeBy === null || b.madeBy === null || a.madeBy === b.madeBy)

function readCentral(directory: Uint8Array, at: number): Header | null {
  if (at + CENTRAL_BYTES > directory.length) return null
  const view = new DataView(directory.buffer, directory.byteOffset + at, directory.length - at)
  const nameLength = view.getUint16(28, true)
  const extraLength = view.getUint16(30, true)
  const bytes = CENTRAL_BYTES + nameLength + extraLength
  const commentOrDisk = view.getUint16(32, true) + view.getUint16(34, true)
  if (view.getUint32(0, true) !== CENTRAL || bytes > view.byteLength || commentOrDisk !== 0) return null

  const nameBytes = directory.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameLength)
  const extra = directory.subarray(at + bytes - extraLength, at + bytes)
  const short = [view.getUint32(24, true), view.getUint32(20, true), view.getUint32(42, true)]
  const long = widen(short, extra)
  if (long === null) return null
  const [size = 0, compressedSize = 0, headerAt = 0] = long
  const external = view.getUint32(38, true)
  const host = view.getUint8(5)
  const madeBy = view.getUint8(4)
  return {
    flags: view.getUint16(8, true),
    method: view.getUint16(10, true),
    entry: { name: latin1(nameBytes), headerAt, size, crc32: view.getUint32(16, true) },
    compressedSize,
    attributes: [host, view.getUint16(36, true), external].join(" "),
    madeBy: extraLength > 0 && madeBy === 45 ? null : madeBy,
    versionNeeded: view.getUint16(6, true),
    isOrdinary: isOrdinary(host, external),
    common: directory.subarray(at + 6, at + 20),
    nameBytes,
    bytes,
  }
}

/**
 * No link, folder, device or volume label, which some tools skip; and where Unix
 * permissions count, not a file that its own reader may not read. Of the other
 * host systems, tools make permissions of their own.
 */
function isOrdinary(host: number, external: number): boolean {
  const mode = external >>> 16
  const type = mode & UNIX_TYPE
  const isPlain = (type === 0 || type === UNIX_FILE) && (external & (DOS_FOLDER | DOS_VOLUME_LABEL)) === 0
  return isPlain && (host === HOST_DOS || (host === HOST_UNIX && (mode & UNIX_OWNER_READS) !== 0))
}

/** The length of the local header, or null where it is not what the directory says. */
async function readLocal(source: ByteSource, header: Header, limit: number): Promise<number | null> {
  const { nameBytes, entry, common } = header
  const extraAt = LOCAL_BYTES + nameBytes.length
  if (entry.headerAt + extraAt > limit) return null
  const fixed = await source.read(entry.headerAt, extraAt)
  const view = new DataView(fixed.buffer, fixed.byteOffset, fixed.length)
  const extraLength = view.getUint16(28, true)
  const same =
    view.getUint32(0, true) === LOCAL &&
    view.getUint16(26, true) === nameBytes.length &&
    equal(fixed.subarray(LOCAL_BYTES), nameBytes) &&
    equal(fixed.subarray(4, 18), common)
  if (!same || entry.headerAt + extraAt + extraLength > limit) return null

  const extra = await source.read(entry.headerAt + extraAt, extraLength)
  const sizes = widen([view.getUint32(22, true), view.getUint32(18, true)], extra)
  if (sizes?.[0] !== entry.size || sizes[1] !== entry.size) return null
  return extraAt + extraLength
}

/**
 * The true values of 32-bit fields, in the order in which the Zip64 field holds
 * those that read 0xffffffff. Null where the extra bytes are anything else, or
 * hold more or less than that.
 */
function widen(short: readonly number[], extra: Uint8Array): number[] | null {
  const full = short.filter(value => value === FULL).length
  if (full === 0) return extra.length === 0 ? [...short] : null
  const view = new DataView(extra.buffer, extra.byteOffset, extra.length)
  const whole =
    extra.length === 4 + 8 * full &&
    view.getUint16(0, true) === ZIP64_FIELD &&
    view.getUint16(2, true) === 8 * full
  if (!whole) return null
  let at = 4
  return short.map(value => {
    if (value !== FULL) return value
    at += 8
    return Number(view.getBigUint64(at - 8, true))
  })
}

const equal = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index])

const latin1 = (bytes: Uint8Array): string => Array.from(bytes, byte => String.fromCharCode(byte)).join("")
