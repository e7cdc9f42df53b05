/**
 * The token's envelope: CMS SignedData (RFC 5652 §5.1), of which RFC 3161 §2.4.2
 * allows one form. Only that is read: every certificate in it must be one (no
 * attribute certificates), and the signer must be named by issuer and number,
 * since `openssl ts` reads no other.
 */
import { type Bytes } from "../bytes.ts"
import { malformed } from "../parse.ts"
import { type Algorithm, readAlgorithm } from "./algorithm.ts"
import { type Certificate, readCertificate } from "./certificate.ts"
import {
  type Der,
  INTEGER,
  OCTET_STRING,
  OID,
  SEQUENCE,
  SET,
  context,
  isSame,
  oidOf,
  readDer,
} from "./der.ts"
import { demand } from "./fault.ts"
import { fieldsOf, insideOf, listOf } from "./fields.ts"
import { type Name, readName } from "./name.ts"

const SIGNED_DATA = "1.2.840.113549.1.7.2"
/** The same envelope by GM/T 0010, around SM2 signatures. */
const CHINESE_SIGNED_DATA = "1.2.156.10197.6.1.4.2.2"
export const TST_INFO = "1.2.840.113549.1.9.16.1.4"

export interface SignedData {
  readonly isChinese: boolean
  readonly digestAlgorithms: readonly Algorithm[]
  /** The signed content, DER of a TSTInfo. */
  readonly content: Bytes
  readonly certificates: readonly Certificate[]
  readonly signers: readonly Der[]
}

export interface Signer {
  readonly issuer: Name
  readonly serial: Bytes
  readonly digestAlgorithm: Algorithm
  /** What is signed: the attributes as they came, with the tag of a SET (RFC 5652 §5.4). */
  readonly signed: Bytes
  readonly attributes: readonly Attribute[]
  readonly signatureAlgorithm: Algorithm
  readonly signature: Bytes
}

interface Attribute {
  readonly oid: string
  readonly values: readonly Der[]
}

/** Refuses with `not-signed-data`, `not-time-stamp` or `malformed`. */
export function readSignedData(token: Bytes): SignedData {
  const outer = fieldsOf(readDer(token), "token")
  const kind = oidOf(outer.one(OID))
  demand(kind === SIGNED_DATA || kind === CHINESE_SIGNED_DATA, "not-signed-data")
  const fields = fieldsOf(insideOf(outer.one(context(0))), "signed data")
  outer.end()
  fields.one(INTEGER)
  const digestAlgorithms = listOf(fields.one(SET), "digest algorithms", SET, SEQUENCE).map(readAlgorithm)
  const content = readContent(fields.one(SEQUENCE))
  const certificates = fields.maybe(context(0))
  // OpenSSL reads lists of revoked certificates to the last field, and no authority puts any in here: refused.
  const signers = fields.one(SET)
  fields.end()
  return {
    isChinese: kind === CHINESE_SIGNED_DATA,
    digestAlgorithms,
    content,
    certificates: certificates === null ? [] : readCertificates(certificates),
    signers: listOf(signers, "signers", SET, SEQUENCE),
  }
}

function readContent(element: Der): Bytes {
  const fields = fieldsOf(element, "signed content")
  demand(oidOf(fields.one(OID)) === TST_INFO, "not-time-stamp")
  const content = insideOf(fields.one(context(0)))
  fields.end()
  if (content.tag !== OCTET_STRING) throw malformed("signed content")
  return content.body
}

/** Each once, though some authorities send one twice. */
function readCertificates(set: Der): Certificate[] {
  const items = listOf(set, "certificates", context(0), SEQUENCE)
  const single = items.filter((item, at) => items.findIndex(other => isSame(other.raw, item.raw)) === at)
  return single.map(item => readCertificate(item.raw))
}

export function readSigner(element: Der): Signer {
  const fields = fieldsOf(element, "signer")
  fields.one(INTEGER)
  const name = fieldsOf(fields.one(SEQUENCE), "signer")
  const digestAlgorithm = readAlgorithm(fields.one(SEQUENCE))
  const attributes = fields.one(context(0))
  const signatureAlgorithm = readAlgorithm(fields.one(SEQUENCE))
  const signature = fields.one(OCTET_STRING).body
  const unsigned = fields.maybe(context(1))
  fields.end()
  if (unsigned !== null) readAttributes(unsigned, context(1))
  const issuer = readName(name.one(SEQUENCE))
  const serial = name.one(INTEGER).body
  name.end()
  const signed = attributes.raw.slice()
  signed[0] = SET
  return {
    issuer,
    serial,
    digestAlgorithm,
    signed,
    attributes: readAttributes(attributes, context(0)),
    signatureAlgorithm,
    signature,
  }
}

function readAttributes(element: Der, tag: number): Attribute[] {
  return listOf(element, "attributes", tag, SEQUENCE).map(item => {
    const fields = fieldsOf(item, "attribute")
    const oid = oidOf(fields.one(OID))
    const values = fields.one(SET).items
    fields.end()
    if (values.length === 0) throw malformed("attribute")
    return { oid, values }
  })
}

/** The value of an attribute that is there once, with one value (RFC 5652 §11); null where it is not so. */
export function soleValue(signer: Signer, oid: string): Der | null {
  const [found, second] = signer.attributes.filter(attribute => attribute.oid === oid)
  if (found === undefined || second !== undefined || found.values.length > 1) return null
  return found.values[0] ?? null
}

export const hasAttribute = (signer: Signer, oid: string): boolean =>
  signer.attributes.some(attribute => attribute.oid === oid)

export function signerCertificateOf(
  signer: Signer,
  certificates: readonly Certificate[],
): Certificate | null {
  const [found, second] = certificates.filter(
    ({ issuer, serial }) => issuer.key === signer.issuer.key && isSame(serial, signer.serial),
  )
  return second === undefined ? (found ?? null) : null
}
