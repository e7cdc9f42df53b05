/**
 * Whether a signature is right, by the browser's own cryptography: RSA
 * (PKCS #1 v1.5, and PSS in certificates) and ECDSA on P-256, P-384 and P-521,
 * each with a SHA-2 hash.
 */
import { type Bytes } from "../bytes.ts"
import {
  type Algorithm,
  type DigestName,
  digestNameOf,
  hasNoParameters,
  isChinese,
  readAlgorithm,
} from "./algorithm.ts"
import { type PublicKey } from "./certificate.ts"
import { INTEGER, OID, context, oidOf, readDer, smallOf } from "./der.ts"
import { fieldsOf, insideOf } from "./fields.ts"

/** Why a signature was not verified: Chinese algorithms, or others that browsers do not have. */
export type Unverifiable = "sm2" | "algorithm"

/** weak: right or not, nothing may rest on it. */
export type SignatureReading = "right" | "wrong" | "weak" | Unverifiable

export interface Signed {
  readonly key: PublicKey
  readonly algorithm: Algorithm
  readonly signature: Bytes
  readonly signed: Bytes
  /** The hash that is named beside the algorithm, as a SignerInfo does; null in a certificate. */
  readonly digest: DigestName | null
}

type Hash = Exclude<DigestName, "SHA-1" | "SM3">
type Scheme =
  | { readonly kind: "RSASSA-PKCS1-v1_5" | "ECDSA"; readonly hash: Hash }
  | { readonly kind: "RSA-PSS"; readonly hash: Hash; readonly saltLength: number }

const RSA_KEY = "1.2.840.113549.1.1.1"
const RSA_PSS = "1.2.840.113549.1.1.10"
const MASK_GENERATION = "1.2.840.113549.1.1.8"
const EC_KEY = "1.2.840.10045.2.1"
/** NIST SP 800-131A: shorter ones are not for signatures since 2014. */
const RSA_LEAST_BITS = 2048
const PSS_SALT_LIMIT = 512

const FIXED: Readonly<Record<string, Scheme>> = {
  "1.2.840.113549.1.1.11": { kind: "RSASSA-PKCS1-v1_5", hash: "SHA-256" },
  "1.2.840.113549.1.1.12": { kind: "RSASSA-PKCS1-v1_5", hash: "SHA-384" },
  "1.2.840.113549.1.1.13": { kind: "RSASSA-PKCS1-v1_5", hash: "SHA-512" },
  "1.2.840.10045.4.3.2": { kind: "ECDSA", hash: "SHA-256" },
  "1.2.840.10045.4.3.3": { kind: "ECDSA", hash: "SHA-384" },
  "1.2.840.10045.4.3.4": { kind: "ECDSA", hash: "SHA-512" },
}
/** RSA with MD2, MD4, MD5 and SHA-1 (two names), DSA and ECDSA with SHA-1. */
const WEAK = [
  ...["2", "3", "4", "5"].map(last => `1.2.840.113549.1.1.${last}`),
  ...["1.3.14.3.2.29", "1.2.840.10040.4.3", "1.2.840.10045.4.1"],
]
const CURVES: Readonly<Record<string, { readonly namedCurve: string; readonly bytes: number }>> = {
  "1.2.840.10045.3.1.7": { namedCurve: "P-256", bytes: 32 },
  "1.3.132.0.34": { namedCurve: "P-384", bytes: 48 },
  "1.3.132.0.35": { namedCurve: "P-521", bytes: 66 },
}

/** Throws `input/malformed` for what is not written as it should be, a key or a signature. */
export async function readSignature(input: Signed): Promise<SignatureReading> {
  const { algorithm } = input
  const key = kindOf(input.key)
  if ([algorithm.oid, key.oid, key.curve].some(isChinese)) return "sm2"
  if (WEAK.includes(algorithm.oid) || (key.bits !== null && key.bits < RSA_LEAST_BITS)) return "weak"
  const scheme = schemeOf(algorithm, input.digest)
  if (scheme === null) return "algorithm"
  if (input.digest !== null && input.digest !== scheme.hash) return "wrong"
  return scheme.kind === "ECDSA" ? await byEcdsa(scheme, key, input) : await byRsa(scheme, key, input)
}

interface Key {
  readonly oid: string
  /** Of an RSA key. */
  readonly bits: number | null
  /** The curve's object identifier; empty for what is not on a named one. */
  readonly curve: string
}

function kindOf({ algorithm, bits }: PublicKey): Key {
  const { oid, parameters } = algorithm
  const curve = parameters?.tag === OID ? oidOf(parameters) : ""
  if (oid !== RSA_KEY) return { oid, bits: null, curve }
  const modulus = fieldsOf(readDer(bits), "RSA key").one(INTEGER).body
  const digits = modulus[0] === 0 ? modulus.subarray(1) : modulus
  return { oid, bits: digits.length * 8 - Math.clz32(digits[0] ?? 0) + 24, curve }
}

function schemeOf(algorithm: Algorithm, digest: DigestName | null): Scheme | null {
  // In a token `openssl ts` takes PSS for PKCS #1 v1.5, and refuses it; what it refuses is not accepted here.
  if (algorithm.oid === RSA_PSS) return digest === null ? pssOf(algorithm) : null
  if (!hasNoParameters(algorithm)) return null
  // CMS names the bare key algorithm and takes the hash from the SignerInfo (RFC 3370 §3.2).
  if (algorithm.oid === RSA_KEY && isHash(digest)) return { kind: "RSASSA-PKCS1-v1_5", hash: digest }
  return FIXED[algorithm.oid] ?? null
}

const isHash = (name: DigestName | null): name is Hash =>
  name === "SHA-256" || name === "SHA-384" || name === "SHA-512"

/** RFC 4055 §3.1, with one hash for both of its uses and the usual trailer; the defaults are SHA-1's. */
function pssOf({ parameters }: Algorithm): Scheme | null {
  if (parameters === null) return null
  const fields = fieldsOf(parameters, "PSS parameters")
  const [hash, mask, salt] = [fields.maybe(context(0)), fields.maybe(context(1)), fields.maybe(context(2))]
  fields.end()
  if (hash === null || mask === null || salt === null) return null
  const name = digestNameOf(readAlgorithm(insideOf(hash)))
  const generation = readAlgorithm(insideOf(mask))
  if (!isHash(name) || generation.oid !== MASK_GENERATION || generation.parameters === null) return null
  const saltLength = smallOf(insideOf(salt).body)
  const isUsual = digestNameOf(readAlgorithm(generation.parameters)) === name && saltLength <= PSS_SALT_LIMIT
  return isUsual ? { kind: "RSA-PSS", hash: name, saltLength } : null
}

async function byRsa(scheme: Scheme, key: Key, input: Signed): Promise<SignatureReading> {
  // A key that is for PSS alone has an identifier that browsers do not import.
  if (key.oid !== RSA_KEY) return key.oid === RSA_PSS ? "algorithm" : "wrong"
  return verified({ name: scheme.kind, hash: scheme.hash }, scheme, input.signature, input)
}

async function byEcdsa(scheme: Scheme, key: Key, input: Signed): Promise<SignatureReading> {
  if (key.oid !== EC_KEY) return "wrong"
  const curve = CURVES[key.curve]
  if (curve === undefined) return "algorithm"
  const raw = pairOf(input.signature, curve.bytes)
  if (raw === null) return "wrong"
  return verified({ name: "ECDSA", namedCurve: curve.namedCurve }, scheme, raw, input)
}

/** Wrong as well: a key of a known kind that is none, say a point beside its curve, or a salt that does not fit. */
async function verified(
  keyKind: RsaHashedImportParams | EcKeyImportParams,
  scheme: Scheme,
  signature: Bytes,
  { key, signed }: Signed,
): Promise<SignatureReading> {
  try {
    const imported = await crypto.subtle.importKey("spki", key.raw, keyKind, false, ["verify"])
    const how = { ...scheme, name: scheme.kind }
    return (await crypto.subtle.verify(how, imported, signature, signed)) ? "right" : "wrong"
  } catch (thrown) {
    if (thrown instanceof DOMException) return "wrong"
    throw thrown
  }
}

/** SEQUENCE { INTEGER r, INTEGER s } (RFC 3279 §2.2.3) as WebCrypto wants it: both at full width, one after the other. */
function pairOf(der: Bytes, width: number): Bytes | null {
  const fields = fieldsOf(readDer(der), "ECDSA signature")
  const numbers = [fields.one(INTEGER).body, fields.one(INTEGER).body]
  fields.end()
  const raw = new Uint8Array(2 * width)
  for (const [at, number] of numbers.entries()) {
    const digits = number[0] === 0 ? number.subarray(1) : number
    if ((number[0] ?? 0x80) >= 0x80 || digits.length > width) return null
    raw.set(digits, (at + 1) * width - digits.length)
  }
  return raw
}
