/**
 * From the signer's certificate up to one that the reader trusts (RFC 5280 §6),
 * at the time in the token.
 *
 * What is not asked: whether a certificate had been revoked. The lists that say
 * so are not in a bundle, and `openssl ts -verify` does not ask either.
 *
 * The way up is never guessed. OpenSSL takes one of several issuers of the same
 * name without looking back, by rules of its own; here every trusted one must
 * hold, and several untrusted ones end the chain.
 */
import { type Certificate } from "./certificate.ts"
import { isSame } from "./der.ts"
import {
  ANY_USAGE,
  SIGN_CERTIFICATES,
  TIME_STAMPING,
  checkExtensions,
  extendedKeyUsageOf,
  hasUnknownDemand,
  issuerHintOf,
  keyUsageOf,
  pathLengthOf,
  subjectKeyIdOf,
} from "./extensions.ts"
import { demand } from "./fault.ts"
import { type Unverifiable, readSignature } from "./signature.ts"

/** Chains of authorities have three or four certificates. */
const LENGTH_LIMIT = 8

export interface Chain {
  /** The signer's first. */
  readonly certificates: readonly Certificate[]
  /** Whether the last one is among the roots. */
  readonly isTrusted: boolean
  /** Why the last one's signature was not verified, if that ended the chain. */
  readonly unverifiable: Unverifiable | null
}

/** Refuses with one of the `chain-` faults. The signer's own validity and purpose are judged by the caller. */
export async function chainOf(
  signer: Certificate,
  embedded: readonly Certificate[],
  roots: readonly Certificate[],
  at: number,
): Promise<Chain> {
  const certificates = [signer]
  for (let last = signer; ;) {
    demand(!hasUnknownDemand(last), "chain-extension")
    checkExtensions(last)
    const isRoot = roots.some(root => isSame(root.der, last.der))
    const issuers = issuersOf(last, embedded, roots, at, isRoot)
    const [issuer] = issuers
    if (issuer === undefined) return { certificates, isTrusted: isRoot, unverifiable: null }
    demand(certificates.length < LENGTH_LIMIT, "chain-length")
    for (const candidate of issuers) {
      const unverifiable = await checkLink(last, candidate, certificates.length - 1, at)
      if (unverifiable !== null) return { certificates, isTrusted: false, unverifiable }
    }
    certificates.push(issuer)
    last = issuer
  }
}

/**
 * None for one that is its own issuer. A pinned authority ends the chain unless
 * the reader's roots go further up.
 */
function issuersOf(
  certificate: Certificate,
  embedded: readonly Certificate[],
  roots: readonly Certificate[],
  at: number,
  isRoot: boolean,
): readonly Certificate[] {
  if (mayBeIssuer(certificate, certificate)) return []
  const trusted = bestOf(certificate, roots, at)
  if (isRoot || trusted.length > 0) return trusted
  const untrusted = bestOf(certificate, embedded, at)
  return untrusted.length > 1 ? [] : untrusted
}

/** Of those that may have issued it, the ones valid at the time, if there are any. */
function bestOf(certificate: Certificate, among: readonly Certificate[], at: number): readonly Certificate[] {
  const candidates = among.filter(
    other => !isSame(other.der, certificate.der) && mayBeIssuer(other, certificate),
  )
  const valid = candidates.filter(candidate => isValidAt(candidate, at))
  return valid.length > 0 ? valid : candidates
}

/** By name, and by what the certificate says of its issuer's key and number (RFC 5280 §4.2.1.1). */
function mayBeIssuer(issuer: Certificate, certificate: Certificate): boolean {
  if (issuer.subject.key !== certificate.issuer.key) return false
  const hint = issuerHintOf(certificate)
  const keyId = subjectKeyIdOf(issuer)
  if (hint.keyId !== null && keyId !== null && !isSame(hint.keyId, keyId)) return false
  if (hint.serial !== null && !isSame(hint.serial, issuer.serial)) return false
  return hint.issuer === null || hint.issuer.key === issuer.issuer.key
}

/** Including the first second and, as OpenSSL has it, not the last. */
export function isValidAt({ notBefore, notAfter }: Certificate, at: number): boolean {
  return notBefore <= at && at < notAfter
}

async function checkLink(
  certificate: Certificate,
  issuer: Certificate,
  authoritiesBelow: number,
  at: number,
): Promise<Unverifiable | null> {
  const usage = keyUsageOf(issuer)
  const purposes = extendedKeyUsageOf(issuer)?.purposes ?? [ANY_USAGE]
  const length = pathLengthOf(issuer)
  demand(length !== null, "chain-not-ca")
  demand(usage === null || (usage & SIGN_CERTIFICATES) !== 0, "chain-key-usage")
  // An authority that is limited to other purposes, say web servers, must not make one for time stamps.
  demand(purposes.includes(TIME_STAMPING) || purposes.includes(ANY_USAGE), "chain-key-usage")
  demand(authoritiesBelow <= length, "chain-length")
  demand(isValidAt(issuer, at), "chain-validity")
  const reading = await readSignature({
    key: issuer.key,
    algorithm: certificate.signatureAlgorithm,
    signature: certificate.signature,
    signed: certificate.signed,
    digest: null,
  })
  demand(reading !== "weak", "chain-algorithm")
  demand(reading !== "wrong", "chain-signature")
  return reading === "right" ? null : reading
}
