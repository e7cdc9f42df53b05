/**
 * DER (X.690 §10, §11), strictly: definite and shortest lengths, primitive
 * strings, nothing left over. It is hand-written because the libraries at hand
 * read BER, take what is left over, and write anew what they read; here every
 * element keeps the very bytes that it was read from, so that what is hashed
 * and verified is what was signed.
 *
 * Two rules of DER are not enforced, because authorities in use break them and
 * nothing rests on them: a default value that is written out, and the order of
 * a SET OF.
 */
import { type Bytes, hex } from "../bytes.ts"
import { malformed } from "../parse.ts"

export const BOOLEAN = 0x01
export const INTEGER = 0x02
export const BIT_STRING = 0x03
export const OCTET_STRING = 0x04
export const NULL = 0x05
export const OID = 0x06
export const UTF8_STRING = 0x0c
export const UTC_TIME = 0x17
export const GENERALIZED_TIME = 0x18
export const BMP_STRING = 0x1e
export const SEQUENCE = 0x30
export const SET = 0x31

const ENUMERATED = 0x0a
const UNIVERSAL_STRING = 0x1c
const CONSTRUCTED = 0x20
const CLASS = 0xc0
/** Numeric, Printable, T61, Videotex, IA5, Graphic, Visible and General strings: any bytes. */
const PLAIN_STRINGS = [0x12, 0x13, 0x14, 0x15, 0x16, 0x19, 0x1a, 0x1b]
/** A certificate nests about twelve deep. */
const DEPTH_LIMIT = 32

/** `[number]`, constructed: how an explicit tag, or an implicit one of a SET or SEQUENCE, is written. */
export const context = (number: number): number => 0xa0 | number
/** `[number]`, primitive. */
export const contextPrimitive = (number: number): number => 0x80 | number

/** One element. `raw` is the whole of it, `body` what follows the length; `items` is empty for a primitive one. */
export interface Der {
  readonly tag: number
  readonly raw: Bytes
  readonly body: Bytes
  readonly items: readonly Der[]
}

/** The one element that `bytes` are. Throws `input/malformed`. */
export function readDer(bytes: Bytes): Der {
  const element = readElement(bytes, 0)
  if (element.raw.length !== bytes.length) throw malformed("DER: bytes left over")
  return element
}

function readElement(bytes: Bytes, depth: number): Der {
  if (depth > DEPTH_LIMIT) throw malformed("DER: too deep")
  const tag = bytes[0] ?? 0
  const { length, at } = readLength(bytes)
  if (at + length > bytes.length) throw malformed("DER: cut short")
  const raw = bytes.subarray(0, at + length)
  const body = bytes.subarray(at, at + length)
  if ((tag & CLASS) === 0) checkUniversal(tag, body)
  if ((tag & 0x1f) === 0x1f) throw malformed("DER: a tag of several bytes")
  return { tag, raw, body, items: (tag & CONSTRUCTED) === 0 ? [] : readItems(body, depth + 1) }
}

function readItems(body: Bytes, depth: number): Der[] {
  const items: Der[] = []
  for (let rest = body; rest.length > 0;) {
    const item = readElement(rest, depth)
    items.push(item)
    rest = rest.subarray(item.raw.length)
  }
  return items
}

/** X.690 §10.1: definite, in as few bytes as will do. Three bytes of length are far more than any limit here. */
function readLength(bytes: Bytes): { readonly length: number; readonly at: number } {
  const first = bytes[1]
  if (first === undefined) throw malformed("DER: cut short")
  if (first < 0x80) return { length: first, at: 2 }
  const count = first & 0x7f
  const digits = bytes.subarray(2, 2 + count)
  if (count === 0 || count > 3 || digits.length < count) throw malformed("DER: length")
  const length = digits.reduce((value, byte) => value * 256 + byte, 0)
  if (digits[0] === 0 || length < 0x80) throw malformed("DER: length")
  return { length, at: 2 + count }
}

/** What each universal type demands of its own bytes. OpenSSL demands the same, also where nobody looks. */
function checkUniversal(tag: number, body: Bytes): void {
  if (!isWellFormed(tag, body)) throw malformed(`DER: element of type ${tag}`)
}

function isWellFormed(tag: number, body: Bytes): boolean {
  const [first = 0, second = 0] = body
  switch (tag) {
    case BOOLEAN:
      return body.length === 1 && (first === 0 || first === 0xff)
    case INTEGER:
    case ENUMERATED:
      return body.length === 1 || (body.length > 1 && !(first === 0 && second < 0x80) && !isMinusPadded(body))
    case BIT_STRING:
      return isBitString(body)
    case NULL:
      return body.length === 0
    case OID:
      return isOid(body)
    case UTF8_STRING:
      return decoded(body, "utf-8") !== null
    case BMP_STRING:
      return body.length % 2 === 0 && !body.some((byte, at) => at % 2 === 0 && (byte & 0xf8) === 0xd8)
    case UNIVERSAL_STRING:
      return isUniversalString(body)
    case OCTET_STRING:
    case UTC_TIME:
    case GENERALIZED_TIME:
    case SEQUENCE:
    case SET:
      return true
    default:
      return PLAIN_STRINGS.includes(tag)
  }
}

const isMinusPadded = (body: Bytes): boolean => body[0] === 0xff && (body[1] ?? 0) >= 0x80

/** Four bytes a character, of which each is one of Unicode. */
function isUniversalString(body: Bytes): boolean {
  const view = new DataView(body.buffer, body.byteOffset, body.length)
  for (let at = 0; at < body.length; at += 4) {
    const code = at + 4 > body.length ? Infinity : view.getUint32(at)
    if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return false
  }
  return true
}

function isBitString(body: Bytes): boolean {
  const unused = body[0] ?? 8
  if (unused > 7) return false
  if (body.length === 1) return unused === 0
  return ((body.at(-1) ?? 0) & ((1 << unused) - 1)) === 0
}

function isOid(body: Bytes): boolean {
  if (body.length === 0 || (body.at(-1) ?? 0x80) >= 0x80) return false
  return !body.some((byte, at) => byte === 0x80 && (at === 0 || (body[at - 1] ?? 0) < 0x80))
}

/** Text in an encoding, or null where the bytes are none. */
export function decoded(bytes: Bytes, encoding: "utf-8" | "utf-16be" | "latin1"): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (thrown) {
    if (thrown instanceof TypeError) return null
    throw thrown
  }
}

/** Dotted form. */
export function oidOf(element: Der): string {
  if (element.tag !== OID) throw malformed("object identifier")
  const numbers: bigint[] = []
  let value = 0n
  for (const byte of element.body) {
    value = (value << 7n) | BigInt(byte & 0x7f)
    if (byte >= 0x80) continue
    numbers.push(value)
    value = 0n
  }
  const [first = 0n, ...rest] = numbers
  const top = first < 80n ? first / 40n : 2n
  return [top, first - top * 40n, ...rest].join(".")
}

/** A whole number from 0 on that fits 32 bits. */
export function smallOf(digits: Bytes): number {
  const value = digits.length === 0 || digits.length > 5 ? -1 : Number(`0x${hex(digits)}`)
  if ((digits[0] ?? 0x80) >= 0x80 || value < 0 || value > 0xffff_ffff) throw malformed("number")
  return value
}

/** The bits of a BIT STRING as bytes. */
export const bitsOf = (element: Der): Bytes => element.body.subarray(1)

export function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at])
}
