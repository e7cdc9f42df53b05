import { asTime, malformed } from "../parse.ts"

/** Year to second, as far as a clock without leap seconds shows it. */
const TO_THE_SECOND = "2026-11-22T15:20:00".length

/** ISO 8601 in UTC, and of a day and an hour that there are: a 30th of February is taken for a day of March by some programs. */
export function asMoment(input: unknown, what: string): string {
  const text = asTime(input, what)
  const ms = Date.parse(text)
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, TO_THE_SECOND) !== text.slice(0, TO_THE_SECOND))
    throw malformed(what)
  return text
}

export function isMoment(input: unknown): boolean {
  try {
    asMoment(input, "time")
    return true
  } catch {
    return false
  }
}
