import { shownText } from "../bundle/shown.ts"
import type { ItemSnapshot } from "../bundle/snapshot.ts"
import { standing } from "../corrections.ts"
import { localTime } from "./times.ts"

/**
 * When a post was published, as short as it can be said: the day by the clocks of
 * the capture, where what the page says leaves no other; else the page's own
 * words, or the user's; null where nobody says it.
 */
export function publishedSaid({ record, facts, corrections }: ItemSnapshot): string | null {
  const own = standing(corrections).get("publishedAt")?.value
  if (own !== undefined && own !== null) return shownText(own)
  const { value = null, raw = null } = facts?.fields.publishedAt ?? {}
  if (value === null) return null
  const { at, plusMinusSeconds } = value
  const day = (seconds: number) =>
    localTime(new Date(Date.parse(at) + seconds * 1000).toISOString(), record.clock.utcOffsetMinutes).slice(
      0,
      "2026-11-20".length,
    )
  // Two days apart is as far as it matters.
  const either = Math.min(plusMinusSeconds, 86_400)
  const [first, last] = [day(-either), day(either)]
  return first === last ? first : `“${shownText(raw ?? at)}”`
}
