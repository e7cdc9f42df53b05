/** What the extensions of a certificate say (RFC 5280 §4.2.1). Each throws `input/malformed` for what it cannot read. */
import { type Bytes } from "../bytes.ts"
import { type Certificate } from "./certificate.ts"
import {
  BIT_STRING,
  BOOLEAN,
  type Der,
  INTEGER,
  OCTET_STRING,
  OID,
  SEQUENCE,
  bitsOf,
  context,
  contextPrimitive,
  oidOf,
  readDer,
  smallOf,
} from "./der.ts"
import { fieldsOf, insideOf, listOf } from "./fields.ts"
import { type Name, readName } from "./name.ts"
import { malformed } from "../parse.ts"

const SUBJECT_KEY_ID = "2.5.29.14"
const KEY_USAGE = "2.5.29.15"
const SUBJECT_NAMES = "2.5.29.17"
const BASIC_CONSTRAINTS = "2.5.29.19"
const NAME_CONSTRAINTS = "2.5.29.30"
const REVOCATION_LISTS = "2.5.29.31"
const POLICIES = "2.5.29.32"
const AUTHORITY_KEY_ID = "2.5.29.35"
const EXTENDED_KEY_USAGE = "2.5.29.37"
const PROXY = "1.3.6.1.5.5.7.1.14"

/** Those that may be critical, since all that they ask for is done here. Policies ask for nothing of who wants none. */
const UNDERSTOOD = [KEY_USAGE, SUBJECT_NAMES, BASIC_CONSTRAINTS, POLICIES, EXTENDED_KEY_USAGE]
/** Those that limit what is below them and are not followed here, critical or not. OpenSSL refuses a proxy too. */
const REFUSED = [NAME_CONSTRAINTS, PROXY]

export const TIME_STAMPING = "1.3.6.1.5.5.7.3.8"
export const ANY_USAGE = "2.5.29.37.0"

/** The bits of a key usage, by RFC 5280 §4.2.1.3, the first of them the highest. */
export const DIGITAL_SIGNATURE = 0x8000
export const NON_REPUDIATION = 0x4000
export const SIGN_CERTIFICATES = 0x0400

/** Reads every extension that is known here, so that none of them can be what it should not: OpenSSL refuses such too. */
export function checkExtensions(certificate: Certificate): void {
  keyUsageOf(certificate)
  extendedKeyUsageOf(certificate)
  pathLengthOf(certificate)
  subjectNamesOf(certificate)
  subjectKeyIdOf(certificate)
  issuerHintOf(certificate)
  const points = extensionOf(certificate, REVOCATION_LISTS)
  if (points !== null) listOf(points, "places of revocation lists", SEQUENCE, SEQUENCE)
}

export function hasUnknownDemand({ extensions }: Certificate): boolean {
  return Array.from(extensions).some(
    ([oid, { critical }]) => REFUSED.includes(oid) || (critical && !UNDERSTOOD.includes(oid)),
  )
}

/** Null where there is no such extension: then the key may be used for anything. */
export function keyUsageOf(certificate: Certificate): number | null {
  const element = extensionOf(certificate, KEY_USAGE)
  if (element === null) return null
  if (element.tag !== BIT_STRING) throw malformed("key usage")
  const [first = 0, second = 0] = bitsOf(element)
  return first * 256 + second
}

export function extendedKeyUsageOf(
  certificate: Certificate,
): { readonly critical: boolean; readonly purposes: readonly string[] } | null {
  const element = extensionOf(certificate, EXTENDED_KEY_USAGE)
  if (element === null) return null
  const purposes = listOf(element, "extended key usage", SEQUENCE, OID).map(oidOf)
  return { critical: certificate.extensions.get(EXTENDED_KEY_USAGE)?.critical ?? false, purposes }
}

/** How many CAs may stand between this one and the signer; null where it is no CA. */
export function pathLengthOf(certificate: Certificate): number | null {
  const element = extensionOf(certificate, BASIC_CONSTRAINTS)
  if (element === null) return null
  const fields = fieldsOf(element, "basic constraints")
  const isAuthority = fields.maybe(BOOLEAN)?.body[0] === 0xff
  const limit = fields.maybe(INTEGER)
  fields.end()
  const length = limit === null ? Infinity : smallOf(limit.body)
  return isAuthority ? length : null
}

/** The whole GeneralNames of the subject, as bytes. */
export function subjectNamesOf(certificate: Certificate): readonly Der[] {
  const element = extensionOf(certificate, SUBJECT_NAMES)
  if (element === null) return []
  if (element.tag !== SEQUENCE) throw malformed("subject names")
  return element.items
}

export function subjectKeyIdOf(certificate: Certificate): Bytes | null {
  const element = extensionOf(certificate, SUBJECT_KEY_ID)
  if (element === null) return null
  if (element.tag !== OCTET_STRING) throw malformed("subject key identifier")
  return element.body
}

/** What a certificate says of its issuer's; each part may be absent. */
export interface IssuerHint {
  readonly keyId: Bytes | null
  readonly issuer: Name | null
  readonly serial: Bytes | null
}

export function issuerHintOf(certificate: Certificate): IssuerHint {
  const element = extensionOf(certificate, AUTHORITY_KEY_ID)
  if (element === null) return { keyId: null, issuer: null, serial: null }
  const fields = fieldsOf(element, "authority key identifier")
  const keyId = fields.maybe(contextPrimitive(0))?.body ?? null
  const names = fields.maybe(context(1))
  const serial = fields.maybe(contextPrimitive(2))?.body ?? null
  fields.end()
  const directory = names?.items.find(name => name.tag === context(4))
  return { keyId, issuer: directory === undefined ? null : directoryNameOf(directory), serial }
}

/** GeneralName's directoryName, `[4]` around a name. */
export function directoryNameOf(element: Der): Name {
  if (element.tag !== context(4)) throw malformed("directory name")
  return readName(insideOf(element))
}

function extensionOf({ extensions }: Certificate, oid: string): Der | null {
  const extension = extensions.get(oid)
  return extension === undefined ? null : readDer(extension.value)
}
