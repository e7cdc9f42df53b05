/** Whether two times of a page are one, however each is written. */
import { readWhen, type When } from "../../core/post-facts/when.ts"

/** Both are read by the same clock, so that it does not matter which. */
const CLOCK = { now: "2026-01-01T00:00:00Z", utcOffsetMinutes: 0 } as const

const ZONE = /\s*(?:Z|[+-]\d{2}:?\d{2})$/

/**
 * The less exact one counts: a day is the same as any moment of it. Of a time
 * without a zone only its reader knows when that is; it is the same as one with a
 * zone that shows the same day and hour.
 */
export function isSameMoment(a: string, b: string): boolean {
  if (a.trim() === b.trim()) return true
  return areOne(whenIn(a), whenIn(b)) || (ZONE.test(a) !== ZONE.test(b) && areOne(localIn(a), localIn(b)))
}

const whenIn = (raw: string): When | null => readWhen(raw, CLOCK)
const localIn = (raw: string): When | null => whenIn(raw.trim().replace(ZONE, "").replace("T", " "))

const areOne = (a: When | null, b: When | null): boolean =>
  a !== null &&
  b !== null &&
  Math.abs(Date.parse(a.at) - Date.parse(b.at)) < 1000 * Math.max(a.plusMinusSeconds, b.plusMinusSeconds)
