/** Whether the one who signed a token was one to sign it, and did. Each refuses with the fault that is named. */
import { digestNameOf, digestOf, isStrong } from "./algorithm.ts"
import { type Certificate } from "./certificate.ts"
import { isValidAt } from "./chain.ts"
import { OCTET_STRING, OID, context, isSame, oidOf } from "./der.ts"
import {
  DIGITAL_SIGNATURE,
  NON_REPUDIATION,
  TIME_STAMPING,
  directoryNameOf,
  extendedKeyUsageOf,
  keyUsageOf,
  subjectNamesOf,
} from "./extensions.ts"
import { demand } from "./fault.ts"
import { type Unverifiable, readSignature } from "./signature.ts"
import { type SignedData, type Signer, TST_INFO, soleValue } from "./signed-data.ts"
import { type TokenInfo } from "./token-info.ts"

const CONTENT_TYPE = "1.2.840.113549.1.9.3"
const MESSAGE_DIGEST = "1.2.840.113549.1.9.4"

/** RFC 5652 §11.1 and §11.2: `content-type`, `message-digest`. */
export async function checkAttributes(signer: Signer, envelope: SignedData): Promise<void> {
  const kind = soleValue(signer, CONTENT_TYPE)
  demand(kind !== null && kind.tag === OID && oidOf(kind) === TST_INFO, "content-type")
  const digest = soleValue(signer, MESSAGE_DIGEST)
  demand(digest !== null && digest.tag === OCTET_STRING, "message-digest")
  const name = digestNameOf(signer.digestAlgorithm)
  if (name === null) return
  demand(isSame(digest.body, await digestOf(name, envelope.content)), "message-digest")
}

/** `signature-algorithm`, `signature`. Gives why the signature could not be verified, or null where it is right. */
export async function checkSignature(
  signer: Signer,
  envelope: SignedData,
  info: TokenInfo,
  { key }: Certificate,
): Promise<Unverifiable | null> {
  const digest = digestNameOf(signer.digestAlgorithm)
  const announced = envelope.digestAlgorithms.map(digestNameOf)
  // OpenSSL hashes only by what is announced, and stops at an announcement that it does not know.
  demand(announced.includes(digest) && (digest === null || !announced.includes(null)), "signature-algorithm")
  if (envelope.isChinese || digest === "SM3" || digestNameOf(info.imprintAlgorithm) === "SM3") return "sm2"
  if (digest === null) return "algorithm"
  demand(isStrong(digest), "signature-algorithm")
  const { signatureAlgorithm: algorithm, signature, signed } = signer
  const reading = await readSignature({ key, algorithm, signature, signed, digest })
  demand(reading !== "weak", "signature-algorithm")
  demand(reading !== "wrong", "signature")
  return reading === "right" ? null : reading
}

/** RFC 3161 §2.3, and the validity at the token's time: `extended-key-usage`, `key-usage`, `signer-validity`, `authority-name`. */
export function checkCertificate(certificate: Certificate, info: TokenInfo): void {
  const extended = extendedKeyUsageOf(certificate)
  const isForStamps = extended?.purposes.length === 1 && extended.purposes[0] === TIME_STAMPING
  demand(extended !== null && extended.critical && isForStamps, "extended-key-usage")
  const usage = keyUsageOf(certificate)
  const signatures = DIGITAL_SIGNATURE | NON_REPUDIATION
  demand(usage === null || ((usage & signatures) !== 0 && (usage & ~signatures) === 0), "key-usage")
  demand(isValidAt(certificate, info.at), "signer-validity")
  demand(isNamed(certificate, info), "authority-name")
}

/** A token may say who made it; then that must be the subject, or another name, of the certificate. */
function isNamed(certificate: Certificate, { authority }: TokenInfo): boolean {
  if (authority === null) return true
  if (authority.tag === context(4) && directoryNameOf(authority).key === certificate.subject.key) return true
  return subjectNamesOf(certificate).some(name => isSame(name.raw, authority.raw))
}
