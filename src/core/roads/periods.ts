/** Periods as dates of the calendar, counted from facts of the case. No forecast: from when one runs, and whether it applies, is for a lawyer. */
import { type RetentionDate, retentionDates } from "../retention.ts"
import { beganAt, type CaseItem, isPost } from "./ground.ts"

/** Of each period for which platforms must keep records: the item whose ends first. */
export function firstRetention(
  items: readonly CaseItem[],
): (RetentionDate & { readonly item: CaseItem; readonly from: string })[] {
  const oldest = oldestPost(items)
  if (oldest === null) return []
  return retentionDates(oldest.from).map(date => ({ ...date, ...oldest }))
}

/** The post that was published first, as far as the pages say so, else captured first; null where there is none. */
export function oldestPost(
  items: readonly CaseItem[],
): { readonly item: CaseItem; readonly from: string } | null {
  const [first = null] = items
    .filter(isPost)
    .map(item => ({ item, from: beganAt(item) }))
    .filter(({ from }) => Number.isFinite(Date.parse(from)))
    .sort((a, b) => Date.parse(a.from) - Date.parse(b.from))
  return first
}
