/**
 * The device signature: ECDSA P-256 over SHA-256, by a key that one installation
 * made for itself.
 *
 * What it shows: that the same installation signed two bundles, and that a list
 * was not changed without that key. What it does not show: who sat at the
 * computer. The browser's interface does not hand the private half out, but
 * whoever can copy the browser profile may have it.
 */
import { type Bytes, toBase64 } from "../bytes.ts"
import type { Sign } from "../bundle/snapshot.ts"
import { EvidenceError } from "../errors.ts"
import { type Sha256, sha256 } from "./hash.ts"

const HALF = 32
const INTEGER = 0x02
const SEQUENCE = 0x30

/** A new key: the pair, its public half as SubjectPublicKeyInfo (DER), and the SHA-256 of that. */
export interface DeviceKey {
  readonly pair: CryptoKeyPair
  readonly spki: Bytes
  readonly fingerprint: Sha256
}

/** Makes the installation's key: the private half cannot be exported through WebCrypto, the public one can. */
export async function generateDeviceKey(): Promise<DeviceKey> {
  const pair = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, [
    "sign",
    "verify",
  ])
  const spki = new Uint8Array(await crypto.subtle.exportKey("spki", pair.publicKey))
  return { pair, spki, fingerprint: await sha256(spki) }
}

/** Signs with the pair's private half; gives r and s, 32 bytes each (IEEE P1363). */
export function signWith(pair: CryptoKeyPair): Sign {
  return async bytes =>
    new Uint8Array(await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, pair.privateKey, bytes))
}

/**
 * The signature as OpenSSL reads it: SEQUENCE { INTEGER r, INTEGER s }, RFC 3279 §2.2.3.
 * Throws `internal` for anything but 64 bytes.
 */
export function signatureToDer(p1363: Bytes): Bytes {
  if (p1363.length !== 2 * HALF) {
    throw new EvidenceError("internal", `a P-256 signature has 64 bytes, not ${String(p1363.length)}`)
  }
  const numbers = [...derInteger(p1363.subarray(0, HALF)), ...derInteger(p1363.subarray(HALF))]
  // At most 2 * 35 bytes, so one length byte is always enough.
  return Uint8Array.from([SEQUENCE, numbers.length, ...numbers])
}

/** The public key as a PEM file (RFC 7468): 64 characters a line, LF at the end of each. */
export const spkiToPem = (spki: Bytes): string => pem("PUBLIC KEY", spki)

/** A certificate as a PEM file. */
export const certificateToPem = (der: Bytes): string => pem("CERTIFICATE", der)

function pem(label: string, der: Bytes): string {
  const base64 = toBase64(der)
  const lines = base64.match(/.{1,64}/g) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ""].join("\n")
}

/** Shortest form, and a zero in front where the top bit would make the number negative. */
function derInteger(bigEndian: Uint8Array): number[] {
  const first = bigEndian.findIndex(byte => byte !== 0)
  const digits = first === -1 ? [0] : [...bigEndian.subarray(first)]
  const body = (digits[0] ?? 0) >= 0x80 ? [0, ...digits] : digits
  return [INTEGER, body.length, ...body]
}
