/**
 * Proofs from elsewhere, attached to what they are about: a time stamp of an
 * authority that has no open address, a certificate that somebody gave out.
 * What is said of one here is how it read when it came; whoever checks a bundle
 * reads it again.
 */
import type { Sha256, Sm3 } from "../seal/hash.ts"
import type { StampFault } from "../stamp/fault.ts"
import type { Unverifiable } from "../stamp/signature.ts"

/** Told by the bytes, and the ending of the file in a bundle: a whole reply, a bare token, or what people read. */
export const proofForms = ["tsr", "tst", "pdf", "png", "jpg", "ofd"] as const
export type ProofForm = (typeof proofForms)[number]

export const isStampForm = (form: ProofForm): boolean => form === "tsr" || form === "tst"

/** Of a file that people read, in bytes; a stamp has a limit of its own, `REPLY_LIMIT`. */
export const PROOF_LIMIT = 20_000_000

/** What a proof is attached to. */
export const targetKinds = ["capture", "export"] as const
export interface ProofTarget {
  readonly kind: (typeof targetKinds)[number]
  readonly id: string
}

/** `imprint`: the stamp holds the hash of what it is attached to. `user`: somebody said so, and nothing else does. */
export type MatchedBy = "imprint" | "user"

/** Which of our files a stamp is over: an item's record, a bundle in one of its forms, or the list of its lists. */
export type StampedFile = "capture.json" | "zip" | "encrypted" | "stamped" | "tagmanifest"

/** A stamp in which nothing is wrong. No root was asked for, so whose it is stands only in its own certificate. */
export interface ProofReading {
  /** Why its signature could not be verified; null where it was. */
  readonly unverifiable: Unverifiable | null
  /** The time in it, ISO 8601 in UTC. */
  readonly at: string
  /** From the certificate, and to be shown as text alone. */
  readonly signer: string
  /** Whether its certificates name 联合信任. */
  readonly isUniTrust: boolean
}

/** How a file was read, before anything is kept. */
export type ProofRead =
  | {
      readonly outcome: "read"
      readonly form: ProofForm
      readonly about: ProofTarget
      readonly matchedBy: MatchedBy
      /** Null where it is over nothing of ours. */
      readonly over: StampedFile | null
      /** Null for what is no stamp, or is by a hash that is too weak to be judged. */
      readonly reading: ProofReading | null
      readonly bytes: number
      readonly sm3: Sm3
      readonly crc32: number
    }
  | NotRead

/** Why nothing is kept. */
export type NotRead =
  /** Neither a stamp nor one of the other forms. */
  | { readonly outcome: "no-proof" }
  /** A stamp in which something is wrong. */
  | { readonly outcome: "invalid"; readonly fault: StampFault }
  /** It does not say what it belongs to: a certificate, or a stamp over something that is not here. */
  | { readonly outcome: "whose"; readonly form: ProofForm; readonly at: string | null }

/** A proof over an item, as a bundle holds it. */
export interface AttachedProof {
  /** In the item's folder. */
  readonly path: string
  readonly sha256: Sha256
  readonly sm3: Sm3
  readonly bytes: number
  readonly form: ProofForm
  /** What the file was called where it came from: text, never a name of ours. */
  readonly givenName: string
  readonly at: string
  readonly matchedBy: MatchedBy
  readonly reading: ProofReading | null
}
