/** Whether and in which language an export brings the report, the list of evidence and the notary route sheet, and what became of them. */
import type { ErrorCode } from "../errors.ts"

export const reportLanguages = ["zh-CN", "en", "both"] as const
export type ReportLanguage = (typeof reportLanguages)[number]

export interface ReportWish {
  /** The language of the report, the list and the route sheet that go along; null for none of them. */
  readonly report: ReportLanguage | null
}

export interface ReportOutcome {
  /** `stopped`: given up on the user's word. */
  readonly outcome: "made" | "stopped" | "failed"
  /** Why it could not be made. */
  readonly code: ErrorCode | null
}

/** Null where it was not wanted. */
export interface PapersOutcome {
  readonly reportMade: ReportOutcome | null
  readonly listMade: ReportOutcome | null
  readonly routeMade: ReportOutcome | null
}
