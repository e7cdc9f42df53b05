/**
 * The device signature over tagmanifest-sha256.txt.
 *
 * What it shows: that whoever signed held the key in this bundle. The key is in
 * the bundle, so it does not show whose key that is: for this the fingerprint
 * must be compared with one received another way.
 *
 * The writer turns WebCrypto's form of a signature into DER (seal/sign.ts); the
 * opposite is written here anew, so that no error is shared.
 */
import { type Bytes, fromBase64, hex } from "../bytes.ts"
import { EvidenceError } from "../errors.ts"
import { sha256 } from "../seal/hash.ts"
import { type Contents, strictText } from "./contents.ts"
import { type Finding, type Layer, finding, judged } from "./finding.ts"
import { TAGS } from "./manifest.ts"

export const KEY = "device-key.pub.pem"
export const SIGNATURE = `proofs/${TAGS}.sig`

const TAGS_LIMIT = 128 * 1024 * 1024
const KEY_LIMIT = 4096
const SIGNATURE_LIMIT = 128
const HALF = 32
/** SubjectPublicKeyInfo of id-ecPublicKey on prime256v1, up to the uncompressed point (RFC 5480 §2). */
const P256_PREFIX = "3059301306072a8648ce3d020106082a8648ce3d03010703420004"
const SPKI_BYTES = 91
const PEM =
  /^-----BEGIN PUBLIC KEY-----\n([A-Za-z0-9+/]{64}\n[A-Za-z0-9+/]{58}==)\n-----END PUBLIC KEY-----\n$/

export async function signatureLayer(contents: Contents, declaredKey: string | null): Promise<Layer> {
  const absent = [KEY, SIGNATURE, TAGS].filter(path => !contents.files.has(path))
  if (absent.length > 0) {
    return judged(
      "signature",
      absent.map(path => finding("signature/missing", { path })),
      [],
    )
  }
  const spki = await attempt(async () => spkiOf(strictText(await contents.read(KEY, KEY_LIMIT))))
  if (spki === null) return judged("signature", [finding("signature/key-malformed", {})], [])
  const found = await sha256(spki)
  const faults: Finding[] = []
  if (declaredKey !== null && declaredKey !== found) {
    faults.push(finding("signature/key-differs", { declared: declaredKey, found }))
  }
  const signature = await attempt(async () => rawSignature(await contents.read(SIGNATURE, SIGNATURE_LIMIT)))
  const signed = await attempt(() => contents.read(TAGS, TAGS_LIMIT))
  if (signature === null) faults.push(finding("signature/malformed", {}))
  else if (signed === null || !(await verifies(spki, signature, signed))) {
    faults.push(finding("signature/invalid", {}))
  }
  return judged("signature", faults, [finding("signature/valid", { key: found })])
}

async function verifies(spki: Bytes, signature: Bytes, signed: Bytes): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey("spki", spki, { name: "ECDSA", namedCurve: "P-256" }, false, [
      "verify",
    ])
    return await crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, signature, signed)
  } catch (thrown) {
    // A point that is not on the curve: no signature can be valid under it.
    if (thrown instanceof DOMException) return false
    throw thrown
  }
}

/**
 * The DER bytes of one PEM block and nothing else, in lines of 64 characters as
 * RFC 7468 §2 has them written: OpenSSL takes an empty line for the end of a
 * header, and finds no key. Null for anything but a P-256 key.
 */
function spkiOf(pem: string): Bytes | null {
  const body = PEM.exec(pem)?.[1]
  if (body === undefined) return null
  const spki = fromBase64(body.replace("\n", ""))
  return spki.length === SPKI_BYTES && hex(spki).startsWith(P256_PREFIX) ? spki : null
}

/** SEQUENCE { INTEGER r, INTEGER s } to r and s, 32 bytes each. Null for any encoding but the one of DER. */
export function rawSignature(der: Uint8Array): Bytes | null {
  if (der[0] !== 0x30 || der[1] !== der.length - 2) return null
  const rLength = der[3] ?? 0
  const r = integer(der.subarray(2, 4 + rLength))
  const s = integer(der.subarray(4 + rLength))
  if (r === null || s === null) return null
  const raw = new Uint8Array(2 * HALF)
  raw.set(r, HALF - r.length)
  raw.set(s, 2 * HALF - s.length)
  return raw
}

/** A positive DER integer of at most 32 bytes, without the zero in front. Exactly these bytes, none after. */
function integer(tlv: Uint8Array): Uint8Array | null {
  const [tag, length, first = 0, second = 0] = tlv
  if (tag !== 0x02 || length !== tlv.length - 2 || length === 0) return null
  if (first >= 0x80) return null
  // A zero in front stands only where the number would else be negative.
  if (first === 0 && second < 0x80) return null
  const number = tlv.subarray(first === 0 ? 3 : 2)
  return number.length <= HALF ? number : null
}

/** Null where the input is at fault. */
async function attempt<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (thrown) {
    if (thrown instanceof EvidenceError || thrown instanceof DOMException) return null
    throw thrown
  }
}
