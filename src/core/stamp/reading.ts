/** What is asked of a check of a time stamp, and what it answers: data, of which the sentences are elsewhere. */
import { type Bytes } from "../bytes.ts"
import { type DigestName } from "./algorithm.ts"
import { type StampFault } from "./fault.ts"
import { type Unverifiable } from "./signature.ts"

/** Hashes of one file, computed from its bytes by whoever asks. */
export type KnownDigests = Readonly<Partial<Record<DigestName, Bytes>>>

export interface StampInput {
  /** The whole .tsr, or a bare token. */
  readonly reply: Bytes
  /** The kept .tsq. Null for a token from elsewhere: then no nonce can be compared, and the reading says so. */
  readonly query: Bytes | null
  /** What is said to be stamped: its bytes, or, of what is too large to be held, its hashes. */
  readonly data: Bytes | KnownDigests
  /** DER certificates that the reader trusts: roots, or authorities that are pinned. */
  readonly roots: readonly Bytes[]
}

export type StampTrust =
  | { readonly kind: "trusted"; readonly root: string; readonly rootSha256: string }
  /** `top` is the name of the last certificate reached. */
  | { readonly kind: "unknown-root"; readonly top: string }

/** Names are from outside, and to be shown as text alone: a common name, or a whole name where there is none. */
export interface ValidStamp {
  readonly kind: "valid"
  /** ISO 8601, UTC, with milliseconds. */
  readonly at: string
  readonly accuracyMs: number | null
  /** Hex. */
  readonly serial: string
  /** Dotted object identifier. */
  readonly policy: string
  readonly signer: string
  readonly issuer: string
  readonly signerSha256: string
  readonly nonceCompared: boolean
  readonly trust: StampTrust
  /** DER, as they stand in the token. */
  readonly certificates: readonly Bytes[]
}

/** `at` is what the token claims, where that much could be read. */
export interface InvalidStamp {
  readonly kind: "invalid"
  readonly fault: StampFault
  readonly at: string | null
}

/** Nothing wrong was found, and a signature is by an algorithm that browsers do not have. */
export interface UnverifiableStamp {
  readonly kind: "not-verifiable"
  readonly reason: Unverifiable
  readonly at: string | null
  readonly signer: string | null
}

export type StampReading = ValidStamp | InvalidStamp | UnverifiableStamp
