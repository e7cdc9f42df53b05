/** Whether and in which language an export brings the report, and what became of it. */
import type { ErrorCode } from "../errors.ts"

export const reportLanguages = ["zh-CN", "en", "both"] as const
export type ReportLanguage = (typeof reportLanguages)[number]

export interface ReportWish {
  /** The language of the report that goes along; null for none. */
  readonly report: ReportLanguage | null
}

export interface ReportOutcome {
  /** `stopped`: given up on the user's word. */
  readonly outcome: "made" | "stopped" | "failed"
  /** Why it could not be made. */
  readonly code: ErrorCode | null
}
