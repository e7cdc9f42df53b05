/**
 * How long platforms must keep their records at least, by texts whose wording
 * was read (law.md §1.7, marked verified there). Dates, and no forecast: a
 * platform may keep more, and what a period is counted from is for a lawyer.
 */
import { laws } from "./law/laws.ts"
import { provisions } from "./law/provisions.ts"

export interface RetentionTerm {
  readonly name: "content-record" | "network-log"
  readonly days?: number
  readonly months?: number
  /** Where the wording was read, and of which day that text is. */
  readonly source: { readonly article: string; readonly text: string; readonly readIn: string }
}

const sourceOf = (name: "contentRecord" | "networkLog"): RetentionTerm["source"] => {
  const { law, article, text } = provisions[name]
  const { title, readIn } = laws[law]
  return { article: `${title.zh} ${article.zh}`, text, readIn }
}

export const retentionTerms: readonly RetentionTerm[] = [
  { name: "content-record", days: 60, source: sourceOf("contentRecord") },
  { name: "network-log", months: 6, source: sourceOf("networkLog") },
]

export interface RetentionDate {
  readonly name: RetentionTerm["name"]
  /** The last day of the period, ISO 8601 in UTC. */
  readonly until: string
}

/** Counted from `from`, ISO 8601; nothing where that is no time. */
export function retentionDates(from: string): RetentionDate[] {
  const start = new Date(from)
  if (Number.isNaN(start.getTime())) return []
  return retentionTerms.map(({ name, days = 0, months = 0 }) => ({
    name,
    until: later(start, days, months).toISOString(),
  }))
}

/** Six months after the 31st of August is the end of February, and no day of March. */
function later(start: Date, days: number, months: number): Date {
  const date = new Date(start)
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const lastOfMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(start.getUTCDate(), lastOfMonth))
  date.setUTCDate(date.getUTCDate() + days)
  return date
}
