/** Whether and in which language an export brings the report, the list of evidence and the notary route sheet, and what became of them. */
import type { Cause } from "../cause.ts"
import type { ErrorCode } from "../errors.ts"
import type { DraftName, PaperName } from "./names.ts"

export const reportLanguages = ["zh-CN", "en", "both"] as const
export type ReportLanguage = (typeof reportLanguages)[number]

export interface ReportWish {
  /** The language of the papers that go along; null for none. */
  readonly report: ReportLanguage | null
  /** Which; not there for the report and the list of evidence. */
  readonly papers?: readonly PaperName[]
}

export interface ReportOutcome {
  /** `stopped`: given up on the user's word. */
  readonly outcome: "made" | "stopped" | "failed"
  /** Why it could not be made. */
  readonly code: ErrorCode | null
  /** Where that came from, for the facts that a user may copy; only there where it failed. */
  readonly cause?: Cause
}

/** What became of a paper for a road, by name. `files`: how many it is; none, where the case has nothing for it. */
export interface DraftOutcome extends ReportOutcome {
  readonly name: DraftName
  readonly files: number
}

/** Null where it was not wanted. */
export interface PapersOutcome {
  readonly reportMade: ReportOutcome | null
  readonly listMade: ReportOutcome | null
  readonly routeMade: ReportOutcome | null
  /** One for each paper for a road that was wanted; not there where none was. */
  readonly draftsMade?: readonly DraftOutcome[]
}
