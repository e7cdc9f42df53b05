/** What the report is made of. */
import type { DocumentGround } from "../bundle/bundle.ts"
import type { BundleSnapshot } from "../bundle/snapshot.ts"
import type { Speaker } from "./say.ts"

/** The case, as the user named it; null where they did not. */
export interface CaseFacts {
  readonly name: string | null
  readonly number: string | null
}

/** Of the one case that all items of a bundle are in; of items of several, no case is the report's own. */
export function caseFactsOf({ cases = [] }: Pick<BundleSnapshot, "cases">): CaseFacts {
  const [only, ...others] = cases
  return only === undefined || others.length > 0
    ? { name: null, number: null }
    : { name: only.title, number: only.number }
}

/** The report is not listed in manifest-sha256.txt, and so can name its hash. */
export interface ReportContents extends DocumentGround {
  readonly caseFacts: CaseFacts
}

export interface Section extends ReportContents {
  readonly speaker: Speaker
  /** Of the clock that the first item was captured by, for times that belong to no item. */
  readonly offsetMinutes: number
}
