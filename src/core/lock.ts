/**
 * The lock of a shared computer: our screens stay closed until a passphrase is
 * entered. It keeps a glance away and no more: what is in the vault is not
 * encrypted by it, and the setting says so. So a forgotten passphrase may cost
 * time, and never evidence: a day after it was asked for, the lock comes off
 * without one, and whoever knows it is told that somebody asked.
 */
import { EvidenceError } from "./errors.ts"
import { asString, malformed } from "./parse.ts"

export interface Lock {
  /** 16 random bytes, in hexadecimal. */
  readonly salt: string
  /** Of PBKDF2 with HMAC-SHA-256. */
  readonly rounds: number
  /** What the passphrase gives with them: 32 bytes, in hexadecimal. */
  readonly check: string
  /** When somebody asked to have it taken off without the passphrase; null where nobody did since it was last entered. */
  readonly liftAskedAt: string | null
}

/** As OWASP's Password Storage Cheat Sheet has it for PBKDF2 with HMAC-SHA-256. */
export const LOCK_ROUNDS = 600_000

/** Hours between the asking and the taking off. */
export const LIFT_AFTER_HOURS = 24

const SHORTEST = 8
const LONGEST = 1_000

/** Milliseconds since 1970 from which it comes off without the passphrase; null where nobody asked. */
export const liftableFrom = ({ liftAskedAt }: Pick<Lock, "liftAskedAt">): number | null =>
  liftAskedAt === null ? null : Date.parse(liftAskedAt) + LIFT_AFTER_HOURS * 3_600_000

/** @throws EvidenceError `lock/short` for one that is guessed in no time */
export function newPassphrase(entered: string): string {
  if (Array.from(entered).length < SHORTEST) throw new EvidenceError("lock/short", "a passphrase too short")
  return entered
}

/** @throws EvidenceError `input/malformed` */
export function asPassphrase(input: unknown): string {
  const passphrase = asString(input, "passphrase")
  if (passphrase.length > LONGEST) throw malformed("passphrase")
  return passphrase
}
