/** Names of X.500, as they stand in certificates. */
import { type Bytes, hex } from "../bytes.ts"
import { malformed } from "../parse.ts"
import { BMP_STRING, type Der, OID, SEQUENCE, SET, UTF8_STRING, decoded, oidOf } from "./der.ts"
import { fieldsOf, listOf } from "./fields.ts"

const NUMERIC = 0x12
const PRINTABLE = 0x13
const T61 = 0x14
const IA5 = 0x16
const UNIVERSAL = 0x1c
const STRINGS = [UTF8_STRING, NUMERIC, PRINTABLE, T61, IA5, UNIVERSAL, BMP_STRING]
const COMMON_NAME = "2.5.4.3"
const SHORT: Readonly<Record<string, string>> = {
  [COMMON_NAME]: "CN",
  "2.5.4.6": "C",
  "2.5.4.7": "L",
  "2.5.4.8": "ST",
  "2.5.4.10": "O",
  "2.5.4.11": "OU",
}

export interface Name {
  readonly raw: Bytes
  /** The common name; without one the whole name, as `C=CN, O=…`. From outside: to be shown as text alone. */
  readonly text: string
  /**
   * Equal for names that mean the same: the kind of string, the case of ASCII
   * letters and the width of spaces do not count (RFC 5280 §7.1, as OpenSSL does it).
   */
  readonly key: string
}

export function readName(element: Der): Name {
  const parts = listOf(element, "name", SEQUENCE, SET).flatMap(set => {
    if (set.items.length === 0) throw malformed("name")
    const attributes = listOf(set, "name", SET, SEQUENCE).map(readAttribute)
    return attributes.map(({ oid, value }, at) => ({ oid, value, joined: at > 0 }))
  })
  const common = parts.findLast(({ oid }) => oid === COMMON_NAME)
  return {
    raw: element.raw,
    text: common === undefined ? wholeName(parts) : textOf(common.value),
    key: JSON.stringify(parts.map(({ oid, value, joined }) => [oid, foldedOf(value), joined])),
  }
}

interface Attribute {
  readonly oid: string
  readonly value: Der
}

function readAttribute(element: Der): Attribute {
  const fields = fieldsOf(element, "name")
  const oid = oidOf(fields.one(OID))
  const value = fields.one(...STRINGS)
  fields.end()
  return { oid, value }
}

function wholeName(parts: readonly Attribute[]): string {
  return parts.map(({ oid, value }) => `${SHORT[oid] ?? oid}=${textOf(value)}`).join(", ")
}

function textOf(value: Der): string {
  if (value.tag === UNIVERSAL) return hex(value.body)
  if (value.tag === BMP_STRING) return decoded(value.body, "utf-16be") ?? ""
  return decoded(value.body, value.tag === UTF8_STRING ? "utf-8" : "latin1") ?? ""
}

function foldedOf(value: Der): string {
  if (![UTF8_STRING, PRINTABLE, IA5].includes(value.tag)) return `${value.tag}:${hex(value.body)}`
  const spaced = textOf(value).replace(/[ \t\n\v\f\r]+/g, " ")
  return spaced.replace(/^ | $/g, "").replace(/[A-Z]/g, letter => letter.toLowerCase())
}
