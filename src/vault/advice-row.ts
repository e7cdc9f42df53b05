import type { AdviceName, AdviceState } from "../core/coach.ts"

/** What the user said of a suggestion for an item, or for a case as a whole. No evidence: it goes into no bundle, and custody has no line of it. */
export interface AdviceRow {
  /** The id of the capture, or of the case. */
  readonly of: string
  readonly name: AdviceName
  readonly state: AdviceState
}
