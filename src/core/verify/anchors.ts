/**
 * OpenTimestamps proofs. A promise is no proof yet, and one that leads to a
 * block says which Merkle root the block must have: nobody here has the blocks
 * of Bitcoin, so neither seals anything. One that is over another file, or
 * cannot be followed, is a fault.
 */
import { type Bytes, hex } from "../bytes.ts"
import { EvidenceError } from "../errors.ts"
import { OPEN_TIMESTAMPS } from "../ots/calendars.ts"
import { MOST_PROOF_BYTES, type Node, parseProof } from "../ots/proof.ts"
import { blocksOf, pendingOf } from "../ots/stamp.ts"
import type { Contents } from "./contents.ts"
import { type Finding, type Outcome, finding } from "./finding.ts"

export const INNER_ANCHOR = /^(data\/(e\d{3,})\/capture\.json)\.ots$/

export const anchorOf = (path: string): string => `${path}.ots`

/** The proof that lies beside `data`, or in proofs/ for the list of lists. */
export async function judgeAnchor(
  contents: Contents,
  { data, path, item }: { readonly data: string; readonly path: string; readonly item: string },
): Promise<readonly [Outcome, Finding]> {
  if (!contents.files.has(path))
    return ["unknown", finding("time/absent", { authority: OPEN_TIMESTAMPS, item })]
  const stamped = contents.files.get(data)
  let proof: Node
  try {
    proof = parseProof(await contents.read(path, MOST_PROOF_BYTES))
  } catch (thrown) {
    return ["fail", finding("ots/invalid", { item, reason: EvidenceError.from(thrown).message })]
  }
  if (hex(proof.message) !== stamped?.sha256) return ["fail", finding("ots/other-file", { item })]
  return judgeProof(item, proof)
}

/** What a proof over the right file says. Never a pass. */
export function judgeProof(item: string, proof: Node): readonly [Outcome, Finding] {
  const [block] = blocksOf(proof)
  if (block !== undefined) return ["unknown", finding("ots/block", { item, ...block })]
  const calendars = [...new Set(pendingOf(proof).map(({ calendar }) => calendar))]
  return calendars.length === 0
    ? ["unknown", finding("ots/nothing", { item })]
    : ["unknown", finding("ots/pending", { item, calendars: calendars.join(", ") })]
}

/** A proof that the reader has apart from the bundle; null for what is none. */
export function givenAnchor(bytes: Bytes): Node | null {
  try {
    return parseProof(bytes)
  } catch (thrown) {
    if (EvidenceError.from(thrown).code === "input/malformed") return null
    throw thrown
  }
}
