import type { Correction } from "../core/corrections.ts"

/** What the user said of a field of a sealed capture. Never changed; goes only with its capture. */
export interface CorrectionRow extends Correction {
  readonly id: string
  /** The id of the capture. */
  readonly of: string
  /** The number of its line in custody: a bundle holds those whose lines its log holds. */
  readonly custodySeq: number
}
