/**
 * Public keys that a bundle can be encrypted to, such as a lawyer's. Only age's
 * plain X25519 keys: every release of age opens files for them, and those for
 * the newer kinds open in the newest alone.
 */
import { bech32 } from "@scure/base"
import { EvidenceError } from "../errors.ts"

/** One of whom the user told us. `id` is what a case can name. */
export interface Recipient {
  readonly id: string
  /** Whose it is, in the user's words. */
  readonly label: string
  /** `age1…` */
  readonly key: string
  readonly addedAt: string
}

/** What the user entered. */
export type RecipientEntry = Pick<Recipient, "label" | "key">

const KEY_BYTES = 32
const LONGEST_LABEL = 60

/**
 * The key in its standard form. Throws `recipient/secret` for the other half of
 * a pair, which nobody may have but its owner, and `recipient/malformed` for
 * anything else that is no key: its checksum finds a slip of the pen.
 */
export function recipientKey(text: string): string {
  const key = text.trim()
  if (/AGE-SECRET-KEY-/i.test(key)) throw new EvidenceError("recipient/secret", "a secret key")
  try {
    const { prefix, bytes } = bech32.decodeToBytes(key)
    if (prefix === "age" && bytes.length === KEY_BYTES) return key.toLowerCase()
  } catch (thrown) {
    throw new EvidenceError("recipient/malformed", "not a public key", { cause: thrown })
  }
  throw new EvidenceError("recipient/malformed", "a key of another kind")
}

/** A line of the user's own. Throws `recipient/malformed` where it is empty or too long for the popup. */
export function recipientLabel(text: string): string {
  const label = text.trim()
  if (label === "" || label.length > LONGEST_LABEL) throw new EvidenceError("recipient/malformed", "label")
  return label
}

/** Enough of a key to tell it from another, for a line that names its owner as well. */
export const shortKey = (key: string): string => `${key.slice(0, 12)}…${key.slice(-6)}`
