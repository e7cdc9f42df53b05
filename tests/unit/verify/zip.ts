/**
 * A ZIP writer for the tests, after APPNOTE.TXT and independent of the
 * product's. It can lie in every field.
 */
import zlib from "node:zlib"

export interface Entry {
  readonly name: string
  readonly data: Buffer
  readonly method?: number
  readonly flags?: number
  /** The name in the local header, where it differs. */
  readonly localName?: string
  /** What the headers claim, where it is not the truth. */
  readonly size?: number
  readonly localSize?: number
  readonly crc?: number
  readonly external?: number
  /** Of the reader that the entry asks for; 20 where there is none. */
  readonly version?: number
  readonly localExtra?: Buffer
  readonly comment?: string
  /** No local header and no data: only the directory speaks of it. */
  readonly onlyInDirectory?: boolean
  /** Only a local header and data: the directory does not speak of it. */
  readonly onlyLocal?: boolean
}

export interface ZipShape {
  readonly before?: Buffer
  readonly after?: Buffer
  readonly comment?: string
  /** The count that the end record claims. */
  readonly entries?: number
  /** Zip64 fields even where the numbers are small. */
  readonly zip64?: boolean
  /** The system that the directory says the entries were made on; Unix where there is none. */
  readonly host?: number
}

const u16 = (value: number) => {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}
const u32 = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
const u64 = (value: number) => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(value))
  return bytes
}

const DOS_TIME = Buffer.from([0x00, 0x7a, 0x76, 0x5d])

export function zip(entries: readonly Entry[], shape: ZipShape = {}): Buffer {
  const wide = shape.zip64 === true
  const parts: Buffer[] = [shape.before ?? Buffer.alloc(0)]
  const directory: Buffer[] = []
  let at = parts[0]?.length ?? 0
  for (const entry of entries) {
    const packed = entry.method === 8 ? zlib.deflateRawSync(entry.data) : entry.data
    const crc = u32(entry.crc ?? zlib.crc32(entry.data))
    const size = entry.size ?? entry.data.length
    const common = (claimed: number) => [
      u16(entry.version ?? (wide ? 45 : 20)),
      u16(entry.flags ?? 0),
      u16(entry.method ?? 0),
      DOS_TIME,
      crc,
      u32(entry.method === 8 ? packed.length : claimed),
      u32(claimed),
    ]
    const name = Buffer.from(entry.name, "latin1")
    const localName = Buffer.from(entry.localName ?? entry.name, "latin1")
    const localExtra = entry.localExtra ?? Buffer.alloc(0)
    const local = [
      Buffer.from("PK\x03\x04", "latin1"),
      ...common(entry.localSize ?? size),
      u16(localName.length),
      u16(localExtra.length),
      localName,
      localExtra,
      packed,
    ]
    const comment = Buffer.from(entry.comment ?? "")
    const extra = wide ? Buffer.concat([u16(1), u16(8), u64(at)]) : Buffer.alloc(0)
    const central = [
      Buffer.from("PK\x01\x02", "latin1"),
      Buffer.from([45, shape.host ?? 3]),
      ...common(size),
      u16(name.length),
      u16(extra.length),
      u16(comment.length),
      u16(0),
      u16(0),
      u32(entry.external ?? (0o100644 << 16) >>> 0),
      u32(wide ? 0xffffffff : at),
      name,
      extra,
      comment,
    ]
    if (entry.onlyLocal !== true) directory.push(...central)
    if (entry.onlyInDirectory === true) continue
    parts.push(...local)
    at += Buffer.concat(local).length
  }
  const listed = Buffer.concat(directory)
  const count = shape.entries ?? entries.filter(entry => entry.onlyLocal !== true).length
  const end64 = [
    Buffer.from("PK\x06\x06", "latin1"),
    ...[u64(44), u16(45), u16(45), u32(0), u32(0), u64(count), u64(count), u64(listed.length), u64(at)],
    Buffer.from("PK\x06\x07", "latin1"),
    ...[u32(0), u64(at + listed.length), u32(1)],
  ]
  const zipComment = Buffer.from(shape.comment ?? "")
  const end = [
    Buffer.from("PK\x05\x06", "latin1"),
    ...[u16(0), u16(0)],
    ...(wide ? [u16(0xffff), u16(0xffff)] : [u16(count), u16(count)]),
    ...(wide ? [u32(0xffffffff), u32(0xffffffff)] : [u32(listed.length), u32(at)]),
    u16(zipComment.length),
    zipComment,
  ]
  return Buffer.concat([...parts, listed, ...(wide ? end64 : []), ...end, shape.after ?? Buffer.alloc(0)])
}
