/**
 * A ZIP as a Blob of headers and of the blobs that are already stored: nothing
 * is compressed, nothing is copied, and the CRC-32s have been known since the
 * capture. So a bundle of many gigabytes costs the memory of its headers.
 *
 * Written after APPNOTE 6.3.10; section numbers below are its. Entries are
 * sorted by name and carry UTC, so the bytes depend on the arguments alone.
 */
import { type Bytes, utf8 } from "../bytes.ts"
import { malformed } from "../parse.ts"

/** One file of the ZIP. `bytes` and `crc32` are those of `content`; they are not computed again. */
export interface ZipEntry {
  readonly name: string
  readonly crc32: number
  readonly bytes: number
  readonly content: Blob | Bytes
}

/** The values from which on a field moves to its Zip64 place (4.4.1.4). Lower ones serve the tests. */
export interface Zip64From {
  readonly size: number
  readonly count: number
}

const classic: Zip64From = { size: 0xffff_ffff, count: 0xffff }

/** All the bundle needs, and nothing that a file system or a shell could take for something else. */
const NAME = /^[A-Za-z0-9._-]+(?:\/[A-Za-z0-9._-]+)*$/
const DOTS = /(?:^|\/)\.\.?(?:\/|$)/

const VERSION_STORED = 20
const VERSION_ZIP64 = 45
/** Upper byte 3: Unix, so that unpacked files get the mode below. */
const MADE_BY = (3 << 8) | VERSION_ZIP64
/** An ordinary file, rw-r--r--. */
const UNIX_MODE = 0o100644 * 0x10000
const FULL_16 = 0xffff
const FULL_32 = 0xffff_ffff

/**
 * The ZIP of `entries`, all dated `at` (ISO 8601, UTC). Throws `input/malformed`
 * for a name outside the format's character set, a name given twice, and a time
 * that is none.
 */
export function zipBlob(entries: readonly ZipEntry[], at: string, zip64: Zip64From = classic): Blob {
  const stamp = dosTime(at)
  const sorted = entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const parts: (Blob | Bytes)[] = []
  const directory: Bytes[] = []
  let offset = 0
  const taken = new Set<string>()
  for (const entry of sorted) {
    if (!NAME.test(entry.name) || DOTS.test(entry.name) || entry.name.length > FULL_16)
      throw malformed("file name")
    // Windows and macOS take two names that differ in letter case alone for one file.
    if (taken.has(entry.name.toLowerCase())) throw malformed(`bundle: ${entry.name} twice`)
    taken.add(entry.name.toLowerCase())
    const header = localHeader(entry, stamp, zip64)
    parts.push(header, entry.content)
    directory.push(centralHeader(entry, stamp, offset, zip64))
    offset += header.length + entry.bytes
  }
  const central = joined(directory)
  parts.push(central, endRecords(sorted.length, central.length, offset, zip64))
  return new Blob(parts, { type: "application/zip" })
}

/** 4.3.7. Both sizes stand in the extra field together, as 4.5.3 asks of a local header. */
function localHeader(entry: ZipEntry, stamp: number, zip64: Zip64From): Bytes {
  const large = entry.bytes >= zip64.size
  return record(write => {
    write.u32(0x04034b50)
    write.u16(large ? VERSION_ZIP64 : VERSION_STORED)
    write.u16(0) // flags: no encryption, sizes are here, and an ASCII name needs no bit 11
    write.u16(0) // method: stored
    write.u32(stamp)
    write.u32(entry.crc32)
    write.u32(large ? FULL_32 : entry.bytes)
    write.u32(large ? FULL_32 : entry.bytes)
    write.u16(entry.name.length)
    write.u16(large ? 20 : 0)
    write.ascii(entry.name)
    if (large) extra(write, [entry.bytes, entry.bytes])
  })
}

/** 4.3.12. Only what does not fit stands in the extra field, in the order of 4.5.3. */
function centralHeader(entry: ZipEntry, stamp: number, offset: number, zip64: Zip64From): Bytes {
  const large = entry.bytes >= zip64.size
  const far = offset >= zip64.size
  const wide = [...(large ? [entry.bytes, entry.bytes] : []), ...(far ? [offset] : [])]
  return record(write => {
    write.u32(0x02014b50)
    write.u16(MADE_BY)
    write.u16(wide.length > 0 ? VERSION_ZIP64 : VERSION_STORED)
    write.u16(0) // flags
    write.u16(0) // method: stored
    write.u32(stamp)
    write.u32(entry.crc32)
    write.u32(large ? FULL_32 : entry.bytes)
    write.u32(large ? FULL_32 : entry.bytes)
    write.u16(entry.name.length)
    write.u16(wide.length > 0 ? 4 + 8 * wide.length : 0)
    write.u16(0) // comment length
    write.u16(0) // disk
    write.u16(0) // internal attributes
    write.u32(UNIX_MODE)
    write.u32(far ? FULL_32 : offset)
    write.ascii(entry.name)
    if (wide.length > 0) extra(write, wide)
  })
}

/** 4.3.16, and before it 4.3.14 and 4.3.15 where a number does not fit. */
function endRecords(count: number, size: number, offset: number, zip64: Zip64From): Bytes {
  const many = count >= zip64.count
  const large = size >= zip64.size
  const far = offset >= zip64.size
  return record(write => {
    if (many || large || far) {
      write.u32(0x06064b50)
      write.u64(44) // bytes of this record after this field
      write.u16(MADE_BY)
      write.u16(VERSION_ZIP64)
      write.u32(0) // this disk
      write.u32(0) // the directory's disk
      write.u64(count)
      write.u64(count)
      write.u64(size)
      write.u64(offset)

      write.u32(0x07064b50)
      write.u32(0) // disk of the record above
      write.u64(offset + size)
      write.u32(1) // disks in all
    }
    write.u32(0x06054b50)
    write.u16(0) // this disk
    write.u16(0) // the directory's disk
    write.u16(many ? FULL_16 : count)
    write.u16(many ? FULL_16 : count)
    write.u32(large ? FULL_32 : size)
    write.u32(far ? FULL_32 : offset)
    write.u16(0) // comment length
  })
}

/** One part for the Blob in place of many: each part costs it more than its bytes. */
function joined(pieces: readonly Bytes[]): Bytes {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}

/** The Zip64 extended information, 4.5.3. */
function extra(write: Writer, values: readonly number[]): void {
  write.u16(0x0001)
  write.u16(8 * values.length)
  for (const value of values) write.u64(value)
}

interface Writer {
  readonly u16: (value: number) => void
  readonly u32: (value: number) => void
  readonly u64: (value: number) => void
  readonly ascii: (text: string) => void
}

/** One header, little-endian. */
function record(fill: (write: Writer) => void): Bytes {
  const bytes: number[] = []
  const put = (value: number, width: number) => {
    for (let rest = value, left = width; left > 0; left--, rest = Math.floor(rest / 256))
      bytes.push(rest % 256)
  }
  fill({
    u16: value => {
      put(value, 2)
    },
    u32: value => {
      put(value, 4)
    },
    u64: value => {
      put(value, 8)
    },
    ascii: text => {
      bytes.push(...utf8(text))
    },
  })
  return Uint8Array.from(bytes)
}

/**
 * MS-DOS date and time (4.4.6): two-second steps since 1980, here always in UTC.
 * Times outside its range become its first or its last moment.
 */
function dosTime(at: string): number {
  const time = new Date(at)
  // Without its Z a time would be read as local, and the bytes would depend on the time zone.
  if (!at.endsWith("Z") || Number.isNaN(time.getTime())) throw malformed("time")
  const year = time.getUTCFullYear()
  if (year < 1980) return dosFields(1980, 1, 1, 0, 0, 0)
  if (year > 2107) return dosFields(2107, 12, 31, 23, 59, 58)
  return dosFields(
    year,
    time.getUTCMonth() + 1,
    time.getUTCDate(),
    time.getUTCHours(),
    time.getUTCMinutes(),
    time.getUTCSeconds(),
  )
}

/** The time in the lower 16 bits, the date in the upper: written as one number, they stand in this order. */
function dosFields(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): number {
  const date = ((year - 1980) << 9) | (month << 5) | day
  const time = (hour << 11) | (minute << 5) | (second >> 1)
  return date * 0x10000 + time
}
