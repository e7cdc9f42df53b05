import { type Correction, standing } from "../core/corrections.ts"
import type { CounterValue } from "../core/post-facts/fields.ts"
import type { CounterName } from "../core/post-facts/summary.ts"
import type { CapturedPost } from "../core/readings/account.ts"
import { datedBy } from "../core/readings/dated.ts"
import type { CaptureRow } from "./capture-row.ts"
import { isCountersRow, type ReadingRow } from "./reading-row.ts"

/**
 * What a capture and its readings say of a post's numbers, as they are added up. `readings` may be of others, too.
 * @param corrections of the capture, in their order in custody
 */
export function capturedPost(
  capture: CaptureRow,
  readings: readonly ReadingRow[],
  corrections: readonly Correction[],
): CapturedPost {
  const { id, url, facts, startedAt, utcOffsetMinutes, timeZone } = capture
  const own = readings.filter(isCountersRow).filter(({ of }) => of === id)
  const later = own.map(({ summary: { at, counters } }) => ({ at, counters: certain(counters) }))
  return {
    ...{ url, permalink: facts?.permalink ?? null },
    ...datedBy({
      ...{ published: facts?.publishedAt ?? null, filled: standing(corrections).get("publishedAt") },
      ...{ startedAt, utcOffsetMinutes, timeZone },
    }),
    read: [{ at: startedAt, counters: facts?.counters ?? {} }, ...later],
  }
}

const certain = (
  counters: Readonly<Partial<Record<CounterName, { readonly value: CounterValue | null }>>>,
): Partial<Record<CounterName, CounterValue>> =>
  Object.fromEntries(
    Object.entries(counters).flatMap(([name, { value }]) => (value === null ? [] : [[name, value]])),
  )
