/**
 * The times that a video's or sound's container holds, and whether it says where it was made: `mvhd` of ISO/IEC 14496-12
 * and QuickTime, DateUTC of Matroska (RFC 9559). Only headers are read, of which
 * there may be no more than a set number, so that no file can keep this busy.
 */
import { EvidenceError } from "../../core/errors.ts"
import { type Claims } from "./claims.ts"

const MOST_BOXES = 10_000
/** From 1904-01-01 to 1970-01-01, in seconds. */
const MAC_EPOCH = 2_082_844_800
const LATEST = 8_640_000_000_000

export async function readIsoTimes(blob: Blob, claims: Claims): Promise<void> {
  const moov = await findBox(blob, 0, blob.size, "moov")
  const mvhd = moov === null ? null : await findBox(blob, moov.from, moov.to, "mvhd")
  if (mvhd === null) throw new EvidenceError("input/malformed", "no mvhd")
  const view = await viewOf(blob, mvhd.from, 20)
  const isLong = view.getUint8(0) === 1
  const created = isLong ? Number(view.getBigUint64(4)) : view.getUint32(4)
  const modified = isLong ? Number(view.getBigUint64(12)) : view.getUint32(8)
  claims.add("created", "MP4 mvhd creation_time", macTime(created))
  claims.add("modified", "MP4 mvhd modification_time", macTime(modified))
  if (moov !== null) await readPosition(blob, moov, claims)
}

/** As phones write it, for QuickTime, 3GPP and Apple's own list of keys. */
const APPLE_POSITION = "com.apple.quicktime.location.ISO6709"
const MOST_KEYS_BYTES = 64 * 1024

/** That there is one, and not where: see picture.ts. */
async function readPosition(blob: Blob, moov: Box, claims: Claims): Promise<void> {
  const udta = await findBox(blob, moov.from, moov.to, "udta")
  for (const [name, where] of [
    ["\xa9xyz", "MP4 udta xyz"],
    ["loci", "MP4 udta loci"],
  ] as const) {
    if (udta !== null && (await findBox(blob, udta.from, udta.to, name)) !== null)
      claims.add("position", where, "GPS")
  }
  for (const parent of udta === null ? [moov] : [moov, udta]) {
    const meta = await findBox(blob, parent.from, parent.to, "meta")
    if (meta === null) continue
    // A box of its own kind to QuickTime; MP4 puts a version before what is in it.
    const from = (await viewOf(blob, meta.from, 4)).getUint32(0) === 0 ? meta.from + 4 : meta.from
    const keys = await findBox(blob, from, meta.to, "keys")
    if (keys === null) continue
    const end = Math.min(keys.to, keys.from + MOST_KEYS_BYTES)
    if ((await blob.slice(keys.from, end).text()).includes(APPLE_POSITION))
      claims.add("position", "QuickTime location.ISO6709", "GPS")
  }
}

/** Zero is what recorders write that say nothing. */
function macTime(seconds: number): string | null {
  const ms = (seconds - MAC_EPOCH) * 1000
  return seconds === 0 || Math.abs(ms) > LATEST ? null : new Date(ms).toISOString()
}

interface Box {
  readonly from: number
  readonly to: number
}

async function findBox(blob: Blob, from: number, to: number, wanted: string): Promise<Box | null> {
  for (let at = from, seen = 0; at + 8 <= to; seen++) {
    if (seen >= MOST_BOXES) throw new EvidenceError("input/malformed", "too many boxes")
    const view = await viewOf(blob, at, 16)
    const name = String.fromCharCode(...[4, 5, 6, 7].map(index => view.getUint8(index)))
    const short = view.getUint32(0)
    const size = short === 1 ? Number(view.getBigUint64(8)) : short === 0 ? to - at : short
    const header = short === 1 ? 16 : 8
    // QuickTime ends a list of user data with a zero.
    if (short === 0 && view.getUint32(4) === 0) return null
    if (size < header || at + size > to) throw new EvidenceError("input/malformed", `size of ${name}`)
    if (name === wanted) return { from: at + header, to: at + size }
    at += size
  }
  return null
}

/** As many bytes as were asked for, zeros after the file's end. */
async function viewOf(blob: Blob, at: number, length: number): Promise<DataView> {
  const bytes = new Uint8Array(length)
  bytes.set(new Uint8Array(await blob.slice(at, at + length).arrayBuffer()))
  return new DataView(bytes.buffer)
}

const SEGMENT_HEAD = 1024 * 1024
const INFO = [0x15, 0x49, 0xa9, 0x66]
/** DateUTC, eight bytes long. */
const DATE = [0x44, 0x61, 0x88]
const MUXER = [0x4d, 0x80]
const WRITER = [0x57, 0x41]
/** Of Info, which holds a few short fields. */
const INFO_BYTES = 4096
/** 2001-01-01, in milliseconds. */
const MATROSKA_EPOCH = 978_307_200_000

/** In the beginning of the file, where recorders write it. */
export async function readMatroskaTimes(blob: Blob, claims: Claims): Promise<void> {
  const head = new Uint8Array(await blob.slice(0, SEGMENT_HEAD).arrayBuffer())
  const at = indexOf(head, INFO, 0)
  if (at < 0) throw new EvidenceError("input/malformed", "no Info")
  const info = head.subarray(at, at + INFO_BYTES)
  const date = indexOf(info, DATE, 0)
  if (date >= 0 && date + 11 <= info.length) {
    const nanoseconds = new DataView(info.buffer, info.byteOffset + date + 3, 8).getBigInt64(0)
    const ms = MATROSKA_EPOCH + Number(nanoseconds / 1_000_000n)
    claims.add("created", "Matroska DateUTC", new Date(ms).toISOString())
  }
  claims.add("software", "Matroska MuxingApp", shortText(info, MUXER))
  claims.add("software", "Matroska WritingApp", shortText(info, WRITER))
}

/** A string of at most 127 bytes; longer ones are none that a recorder writes here. */
function shortText(info: Uint8Array, id: readonly number[]): string | null {
  const at = indexOf(info, id, 0)
  const size = info[at + id.length] ?? 0
  if (at < 0 || size <= 0x80) return null
  const from = at + id.length + 1
  return new TextDecoder().decode(info.subarray(from, from + (size & 0x7f)))
}

function indexOf(bytes: Uint8Array, wanted: readonly number[], from: number): number {
  for (let at = from; at + wanted.length <= bytes.length; at++) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at
  }
  return -1
}
