import { sha256 as nobleSha256 } from "@noble/hashes/sha2.js"
import { type Bytes, hex } from "../bytes.ts"

declare const sha256Brand: unique symbol
declare const sm3Brand: unique symbol

/** Lower-case hex of a SHA-256 digest. Made by {@link sha256}, or checked by {@link isSha256}. */
export type Sha256 = string & { readonly [sha256Brand]: true }

/** Lower-case hex of an SM3 digest (GB/T 32905). Made by `sm3()`, or checked by {@link isSm3}. */
export type Sm3 = string & { readonly [sm3Brand]: true }

/** A hash that is fed piece by piece; `digest` ends it. `node:crypto`'s Hash can be wrapped as one. */
export interface HashStream {
  update(bytes: Uint8Array): void
  digest(): Uint8Array
}

/** SHA-256 of a whole buffer, by the platform's own code. */
export async function sha256(bytes: Bytes): Promise<Sha256> {
  return hex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))) as Sha256
}

/**
 * SHA-256 without a promise. A database transaction ends while it waits for
 * WebCrypto, and the custody log hashes inside one.
 */
export function sha256Now(bytes: Uint8Array): Sha256 {
  return hex(nobleSha256(bytes)) as Sha256
}

/** SHA-256 in pieces, in pure JavaScript: WebCrypto takes whole buffers only. */
export function sha256Stream(): HashStream {
  const state = nobleSha256.create()
  return { update: bytes => void state.update(bytes), digest: () => state.digest() }
}

export function isSha256(text: unknown): text is Sha256 {
  return typeof text === "string" && /^[0-9a-f]{64}$/.test(text)
}

/** The shape of an SM3 digest is that of a SHA-256 one: 64 lower-case hex digits. */
export function isSm3(text: unknown): text is Sm3 {
  return typeof text === "string" && /^[0-9a-f]{64}$/.test(text)
}
