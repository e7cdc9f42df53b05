/** Whether and in which language an export brings the report and the list of evidence, and what became of them. */
import type { ErrorCode } from "../errors.ts"

export const reportLanguages = ["zh-CN", "en", "both"] as const
export type ReportLanguage = (typeof reportLanguages)[number]

export interface ReportWish {
  /** The language of the report and the list that go along; null for neither. */
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
}
