/**
 * The request to a time-stamping authority (RFC 3161 §2.4.1), sixty bytes of
 * DER written by hand: it stands in the extension's background, which must not
 * load the code that judges replies.
 */
import { type Bytes } from "../bytes.ts"
import { EvidenceError } from "../errors.ts"

const SHA256_BYTES = 32
const NONCE_LIMIT = 64
/** AlgorithmIdentifier: id-sha256 (RFC 5754 §2.2), with the NULL that older authorities ask for. */
const SHA256_ALGORITHM = [
  0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00,
]
const VERSION_1 = [0x02, 0x01, 0x01]
/** Without the certificates in the reply nobody can verify it. */
const CERTIFICATES_WANTED = [0x01, 0x01, 0xff]

/**
 * A TimeStampReq for a SHA-256 digest. The nonce comes from {@link positiveNonce}.
 * Throws `internal` for a digest of another length, or a nonce that DER would not write so.
 */
export function stampQuery(digest: Bytes, nonce: Bytes): Bytes {
  const [first = 0] = nonce
  if (digest.length !== SHA256_BYTES) throw new EvidenceError("internal", "a SHA-256 digest has 32 bytes")
  if (first < 1 || first > 0x7f || nonce.length > NONCE_LIMIT) {
    throw new EvidenceError("internal", "a nonce is a positive number without zeros in front")
  }
  const imprint = element(0x30, [...SHA256_ALGORITHM, ...element(0x04, digest)])
  return Uint8Array.from(
    element(0x30, [...VERSION_1, ...imprint, ...element(0x02, nonce), ...CERTIFICATES_WANTED]),
  )
}

/**
 * Random bytes as an INTEGER that is positive and has no zero in front. OpenSSL
 * refuses the one fault, and prints a negative number for the other.
 */
export function positiveNonce(random: Bytes): Bytes {
  return random.map((byte, at) => (at === 0 ? (byte & 0x7f) | 0x40 : byte))
}

/** Bodies here are at most 127 bytes long, which the limits above see to. */
function element(tag: number, body: Iterable<number>): number[] {
  const bytes = [...body]
  return [tag, bytes.length, ...bytes]
}
