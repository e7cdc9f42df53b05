/** An X.509 certificate (RFC 5280 §4.1), read. Nothing is judged here. */
import { type Bytes } from "../bytes.ts"
import { malformed } from "../parse.ts"
import { type Algorithm, readAlgorithm } from "./algorithm.ts"
import {
  BIT_STRING,
  BOOLEAN,
  type Der,
  GENERALIZED_TIME,
  INTEGER,
  OCTET_STRING,
  OID,
  SEQUENCE,
  UTC_TIME,
  bitsOf,
  context,
  isSame,
  oidOf,
  readDer,
} from "./der.ts"
import { fieldsOf, insideOf, listOf } from "./fields.ts"
import { type Name, readName } from "./name.ts"
import { certificateTimeOf } from "./time.ts"

export interface Extension {
  readonly critical: boolean
  readonly value: Bytes
}

/** SubjectPublicKeyInfo. */
export interface PublicKey {
  readonly raw: Bytes
  readonly algorithm: Algorithm
  readonly bits: Bytes
}

export interface Certificate {
  readonly der: Bytes
  /** What the issuer signed. */
  readonly signed: Bytes
  /** The number's bytes. */
  readonly serial: Bytes
  readonly issuer: Name
  readonly subject: Name
  readonly notBefore: number
  readonly notAfter: number
  readonly key: PublicKey
  readonly signatureAlgorithm: Algorithm
  readonly signature: Bytes
  /** By object identifier. */
  readonly extensions: ReadonlyMap<string, Extension>
}

/** Throws `input/malformed`. */
export function readCertificate(bytes: Bytes): Certificate {
  const fields = fieldsOf(readDer(bytes), "certificate")
  const signed = fields.one(SEQUENCE)
  const signatureAlgorithm = fields.one(SEQUENCE)
  const signature = fields.one(BIT_STRING)
  fields.end()
  const inner = fieldsOf(signed, "certificate")
  const version = inner.maybe(context(0))
  if (version !== null && insideOf(version).tag !== INTEGER) throw malformed("version")
  const serial = inner.one(INTEGER).body
  const innerAlgorithm = inner.one(SEQUENCE)
  const issuer = readName(inner.one(SEQUENCE))
  const validity = fieldsOf(inner.one(SEQUENCE), "validity")
  const subject = readName(inner.one(SEQUENCE))
  const key = readKey(inner.one(SEQUENCE))
  // The unique identifiers that might stand here are for no one to use (RFC 5280 §4.1.2.8), and refused.
  const extensions = inner.maybe(context(3))
  inner.end()
  // RFC 5280 §4.1.1.2. Outside the signature stands only what is inside as well.
  if (!isSame(innerAlgorithm.raw, signatureAlgorithm.raw)) throw malformed("certificate: two algorithms")
  const notBefore = certificateTimeOf(validity.one(UTC_TIME, GENERALIZED_TIME))
  const notAfter = certificateTimeOf(validity.one(UTC_TIME, GENERALIZED_TIME))
  validity.end()
  return {
    der: bytes,
    signed: signed.raw,
    serial,
    issuer,
    subject,
    notBefore,
    notAfter,
    key,
    signatureAlgorithm: readAlgorithm(signatureAlgorithm),
    signature: wholeBytesOf(signature),
    extensions: extensions === null ? new Map() : readExtensions(extensions),
  }
}

function readKey(element: Der): PublicKey {
  const fields = fieldsOf(element, "public key")
  const algorithm = readAlgorithm(fields.one(SEQUENCE))
  const bits = wholeBytesOf(fields.one(BIT_STRING))
  fields.end()
  return { raw: element.raw, algorithm, bits }
}

/** A BIT STRING that holds bytes: no bit of the last one is unused. */
function wholeBytesOf(element: Der): Bytes {
  if (element.body[0] !== 0) throw malformed("bit string")
  return bitsOf(element)
}

function readExtensions(explicit: Der): ReadonlyMap<string, Extension> {
  const list = listOf(insideOf(explicit), "extensions", SEQUENCE, SEQUENCE)
  const found = new Map(list.map(readExtension))
  if (found.size !== list.length) throw malformed("extensions: one twice")
  return found
}

/** Extension ::= SEQUENCE { extnID, critical DEFAULT FALSE, extnValue }; a token's extensions are the same. */
export function readExtension(element: Der): [string, Extension] {
  const fields = fieldsOf(element, "extension")
  const oid = oidOf(fields.one(OID))
  const critical = fields.maybe(BOOLEAN)?.body[0] === 0xff
  const value = fields.one(OCTET_STRING).body
  fields.end()
  return [oid, { critical, value }]
}
