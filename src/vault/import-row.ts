import type { MatchedBy, ProofForm, ProofReading, ProofTarget, StampedFile } from "../core/proof/proof.ts"
import type { Sha256, Sm3 } from "../core/seal/hash.ts"

/** A proof from elsewhere that the user attached. Kept as it came; goes only with what it is attached to. */
export interface ImportRow {
  readonly id: string
  readonly kind: ProofTarget["kind"]
  /** The id of the capture or of the export. */
  readonly of: string
  readonly at: string
  /** The number of its line in custody: a bundle holds those whose lines its log holds. */
  readonly custodySeq: number
  /** What the file was called where it came from. */
  readonly name: string
  readonly form: ProofForm
  /** SHA-256 of the file, under which its bytes are stored. */
  readonly file: Sha256
  readonly bytes: number
  readonly sm3: Sm3
  readonly crc32: number
  readonly matchedBy: MatchedBy
  readonly over: StampedFile | null
  readonly reading: ProofReading | null
}
