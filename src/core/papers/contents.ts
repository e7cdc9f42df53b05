/** What the report is made of. */
import type { DocumentGround } from "../bundle/bundle.ts"
import type { Speaker } from "./say.ts"

/** The case, as the user named it; null where they did not. */
export interface CaseFacts {
  readonly name: string | null
  readonly number: string | null
}

export const unnamedCase: CaseFacts = { name: null, number: null }

/** The report is not listed in manifest-sha256.txt, and so can name its hash. */
export interface ReportContents extends DocumentGround {
  readonly caseFacts: CaseFacts
}

export interface Section extends ReportContents {
  readonly speaker: Speaker
  /** Of the clock that the first item was captured by, for times that belong to no item. */
  readonly offsetMinutes: number
}
