/**
 * A proof in the making: the digest of a file goes to calendars behind a nonce,
 * so that they learn nothing of it; their promises are kept, and grown into a
 * proof once they have written them into Bitcoin (integrity.md §4).
 */
import { type Bytes, hex } from "../bytes.ts"
import { EvidenceError } from "../errors.ts"
import { APPEND_TAG, apply, type Operation, SHA256_TAG } from "./operations.ts"
import { attestationsOf, grown, merged, type Node, parseAnswer, step } from "./proof.ts"

/** So many promises are wanted, of fewer calendars all of theirs: one calendar alone may lose what it promised. */
export const QUORUM = 2

export const NONCE_BYTES = 16

/** Sends 32 bytes to a calendar; its answer. Throws `time/…`. */
export type Submit = (calendar: string, tip: Bytes) => Promise<Bytes>
/** Asks a calendar what became of its promise; null where it is none yet. Throws `time/…`. */
export type AskAgain = (calendar: string, commitment: Bytes) => Promise<Bytes | null>

const hash: Operation = { tag: SHA256_TAG, argument: null }

/**
 * Promises of at least {@link QUORUM} of the calendars over a SHA-256. Throws
 * what the first calendar that failed did where there are fewer.
 */
export async function promised(
  digest: Bytes,
  nonce: Bytes,
  calendars: readonly string[],
  submit: Submit,
): Promise<Node> {
  const blind: Operation = { tag: APPEND_TAG, argument: nonce }
  const tip = apply(hash, apply(blind, digest))
  const outcomes = await Promise.allSettled(
    calendars.map(async calendar => {
      const answer = checked(await submit(calendar, tip), tip)
      // A promise that names another calendar could not be asked for: we ask those alone that were switched on.
      if (!pendingOf(answer).some(({ calendar: named }) => named === calendar)) {
        throw new EvidenceError("time/bad-answer", `no promise of ${calendar}`)
      }
      return answer
    }),
  )
  const answers = outcomes.flatMap(outcome => (outcome.status === "fulfilled" ? [outcome.value] : []))
  const [first, ...others] = answers
  if (first === undefined || answers.length < Math.min(QUORUM, calendars.length)) {
    const failed = outcomes.find(outcome => outcome.status === "rejected")
    throw EvidenceError.from(failed?.reason ?? new EvidenceError("time/not-allowed", "no calendar"))
  }
  const tree = others.reduce(merged, first)
  return step(digest, blind, blinded => step(blinded, hash, () => tree))
}

/**
 * The proof with what the calendars have by now; the same object where that is
 * nothing new. One calendar that fails does not hold up the others: it throws
 * only where none answered.
 */
export async function upgraded(proof: Node, calendars: readonly string[], askAgain: AskAgain): Promise<Node> {
  const asked = pendingOf(proof).filter(({ calendar }) => calendars.includes(calendar))
  const outcomes = await Promise.allSettled(
    asked.map(async ({ calendar, message }) => {
      const answer = await askAgain(calendar, message)
      return answer === null ? null : checked(answer, message)
    }),
  )
  const failed = outcomes.find(outcome => outcome.status === "rejected")
  if (failed !== undefined && outcomes.every(outcome => outcome.status === "rejected")) {
    throw EvidenceError.from(failed.reason)
  }
  const news = outcomes.flatMap(outcome =>
    outcome.status === "fulfilled" && outcome.value !== null ? [outcome.value] : [],
  )
  return news.reduce(grown, proof)
}

function checked(answer: Bytes, message: Bytes): Node {
  try {
    return parseAnswer(answer, message)
  } catch (thrown) {
    throw new EvidenceError("time/bad-answer", "not what a calendar answers", { cause: thrown })
  }
}

/** The promises in a proof, with the calendar's address as {@link calendarUrl} has it. */
export function pendingOf(proof: Node): { readonly calendar: string; readonly message: Bytes }[] {
  return [...attestationsOf(proof)].flatMap(({ message, attestation }) =>
    attestation.kind === "pending" ? [{ calendar: withoutSlash(attestation.uri), message }] : [],
  )
}

/** A block of Bitcoin, and the Merkle root that it must have for the proof to hold, as block explorers print it. */
export interface ClaimedBlock {
  readonly height: number
  readonly merkleRoot: string
}

/** The blocks that a proof leads to, the lowest first. Nobody here has looked at a block. */
export const blocksOf = (proof: Node): ClaimedBlock[] =>
  [...attestationsOf(proof)]
    .flatMap(({ message, attestation }) =>
      attestation.kind === "bitcoin"
        ? [{ height: attestation.height, merkleRoot: hex(message.toReversed()) }]
        : [],
    )
    .sort((one, other) => one.height - other.height)

export const withoutSlash = (url: string): string => url.replace(/\/+$/, "")
