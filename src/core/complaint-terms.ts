/**
 * What follows from a complaint, as days that have passed and dates of the
 * calendar. No forecast and no advice: only provisions whose wording was read
 * (law.md §1.4 and §1.5, marked verified there), and where one gives no number,
 * that is what is said.
 */
import type { ProvisionName } from "./law/provisions.ts"
import type { Complaint } from "./remarks.ts"

export interface ComplaintTerm {
  readonly name: "notice" | "statement" | "report" | "registered"
  /** Whole days since it was sent, or since that was heard. */
  readonly days: number
  /** Whole days from sending to the answer; null where there was none yet. */
  readonly answeredAfter: number | null
  /** The end of a period that the provision gives in days, ISO 8601 in UTC; null where it gives none. */
  readonly until: string | null
}

/** What each rests on. */
export const complaintProvisions: Readonly<Record<ComplaintTerm["name"], ProvisionName>> = {
  notice: "notice",
  statement: "statement",
  report: "policeAnswer",
  registered: "policeTerm",
}

const DAY_MS = 86_400_000
const REGISTERED_DAYS = 30

const daysBetween = (from: string, to: string): number =>
  Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / DAY_MS))

/** `now` is ISO 8601 in UTC. */
export function termOf(complaint: Complaint, now: string): ComplaintTerm {
  const { channel, sentAt, result, repliedAt } = complaint
  const answeredAfter = repliedAt === null ? null : daysBetween(sentAt, repliedAt)
  const isPolice = channel === "police"
  if (repliedAt !== null && isPolice && result === "registered") {
    const until = new Date(Date.parse(repliedAt) + REGISTERED_DAYS * DAY_MS).toISOString()
    return { name: "registered", days: daysBetween(repliedAt, now), answeredAfter, until }
  }
  if (repliedAt !== null && !isPolice && result === "statement") {
    return { name: "statement", days: daysBetween(repliedAt, now), answeredAfter, until: null }
  }
  return { name: isPolice ? "report" : "notice", days: daysBetween(sentAt, now), answeredAfter, until: null }
}
