/**
 * The signing-certificate attribute: the authority says, inside the signature,
 * which certificate it signs with, so that another for the same key cannot be
 * put in its place (RFC 2634 §5.4 with SHA-1, RFC 5816 with any hash). SHA-1 is
 * taken here because authorities in use send nothing else, and because it must
 * be found again, not merely found twice: no such attack on it is known.
 */
import { type Bytes } from "../bytes.ts"
import { malformed } from "../parse.ts"
import { type DigestName, digestNameOf, digestOf, readAlgorithm } from "./algorithm.ts"
import { type Certificate } from "./certificate.ts"
import { type Der, INTEGER, OCTET_STRING, OID, SEQUENCE, context, isSame } from "./der.ts"
import { directoryNameOf } from "./extensions.ts"
import { demand } from "./fault.ts"
import { fieldsOf, listOf } from "./fields.ts"
import { type Name } from "./name.ts"
import { type Signer, hasAttribute, soleValue } from "./signed-data.ts"

const SIGNING_CERTIFICATE = "1.2.840.113549.1.9.16.2.12"
const SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47"

/** One certificate, as the attribute names it. */
export interface CertificateId {
  /** Null for a hash that is not known here. */
  readonly algorithm: DigestName | null
  readonly digest: Bytes
  readonly issued: { readonly issuer: Name; readonly serial: Bytes } | null
}

/** The lists in the two attributes, those there are: in each the signer's comes first. Refuses with `signing-certificate`. */
export function certificateIdsOf(signer: Signer): readonly (readonly CertificateId[])[] {
  const oids = [SIGNING_CERTIFICATE, SIGNING_CERTIFICATE_V2].filter(oid => hasAttribute(signer, oid))
  demand(oids.length > 0, "signing-certificate")
  return oids.map(oid => {
    const value = soleValue(signer, oid)
    demand(value !== null, "signing-certificate")
    const fields = fieldsOf(value, "signing certificate")
    const ids = listOf(fields.one(SEQUENCE), "signing certificate", SEQUENCE, SEQUENCE)
    const policies = fields.maybe(SEQUENCE)
    fields.end()
    if (policies !== null) listOf(policies, "policies", SEQUENCE, SEQUENCE).forEach(checkPolicy)
    demand(ids.length > 0, "signing-certificate")
    return ids.map(id => readId(id, oid === SIGNING_CERTIFICATE_V2))
  })
}

/** PolicyInformation (RFC 5280 §4.2.1.4). Nothing rests on it, and OpenSSL refuses what is none. */
function checkPolicy(element: Der): void {
  const fields = fieldsOf(element, "policy")
  fields.one(OID)
  const qualifiers = fields.maybe(SEQUENCE)
  fields.end()
  for (const qualifier of qualifiers === null ? [] : listOf(qualifiers, "policy", SEQUENCE, SEQUENCE)) {
    fieldsOf(qualifier, "policy").one(OID)
  }
}

function readId(element: Der, isSecondVersion: boolean): CertificateId {
  const hasAlgorithm = isSecondVersion && element.items[0]?.tag === SEQUENCE
  const fields = fieldsOf(element, "signing certificate")
  const algorithm = hasAlgorithm ? digestNameOf(readAlgorithm(fields.one(SEQUENCE))) : null
  const digest = fields.one(OCTET_STRING).body
  const issued = fields.maybe(SEQUENCE)
  fields.end()
  const byDefault = isSecondVersion ? "SHA-256" : "SHA-1"
  return {
    algorithm: hasAlgorithm ? algorithm : byDefault,
    digest,
    issued: issued === null ? null : readIssued(issued),
  }
}

/** IssuerSerial, whose names must be one directory name (RFC 5035 §5.4.1). */
function readIssued(element: Der): CertificateId["issued"] {
  const fields = fieldsOf(element, "issuer and serial")
  const [name, second] = listOf(fields.one(SEQUENCE), "issuer and serial", SEQUENCE, context(4))
  const serial = fields.one(INTEGER).body
  fields.end()
  if (name === undefined || second !== undefined) throw malformed("issuer and serial")
  return { issuer: directoryNameOf(name), serial }
}

export async function isNamedBy(certificate: Certificate, id: CertificateId): Promise<boolean> {
  const { algorithm, digest, issued } = id
  if (algorithm === null || !isSame(await digestOf(algorithm, certificate.der), digest)) return false
  if (issued === null) return true
  return issued.issuer.key === certificate.issuer.key && isSame(issued.serial, certificate.serial)
}

/**
 * The signer's comes first in every list. Where the whole chain is known, the
 * others in a list are of certificates in it, as `openssl ts` wants.
 */
export async function checkCertificateIds(
  lists: readonly (readonly CertificateId[])[],
  signer: Certificate,
  above: readonly Certificate[] | null,
): Promise<void> {
  for (const [first, ...others] of lists) {
    demand(first !== undefined && (await isNamedBy(signer, first)), "signing-certificate")
    for (const id of above === null ? [] : others) {
      demand(await isOneNamedBy(above ?? [], id), "signing-certificate")
    }
  }
}

async function isOneNamedBy(certificates: readonly Certificate[], id: CertificateId): Promise<boolean> {
  for (const certificate of certificates) if (await isNamedBy(certificate, id)) return true
  return false
}
