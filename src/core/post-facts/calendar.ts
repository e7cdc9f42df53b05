/** Days and hours, as their numbers and words name them. */

export interface Day {
  readonly year: number
  readonly month: number
  /** Days back from today may be below 1: of the month before. */
  readonly day: number
}

/** The beginning of a day, as clocks in UTC would have it; null for what is none. */
export function dayOf({ year, month, day }: Day): number | null {
  const startMs = Date.UTC(year, month - 1, day)
  // A day that is named must be one.
  const isDay = month >= 1 && month <= 12 && day <= 31 && (day < 1 || new Date(startMs).getUTCDate() === day)
  return !isDay || year < 1990 || year > 2100 ? null : startMs
}

/**
 * The hour of 24; null for none, and for one that may be of the next day as well:
 * 晚上12:20, 晚上1:20.
 *
 * @param part 下午 and the like
 * @param half the letter before the m of am and pm
 */
export function hoursOf(hour: number, part: string | undefined, half: string | undefined): number | null {
  if (hour > 23) return null
  if (half !== undefined) {
    if (hour > 12) return half.toLowerCase() === "p" ? hour : null
    return (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0)
  }
  switch (part) {
    case undefined:
      return hour
    case "晚上":
      if (hour >= 18) return hour
      return hour >= 5 && hour <= 11 ? hour + 12 : null
    case "下午":
      return hour >= 13 ? hour : (hour % 12) + 12
    case "中午":
      if (hour >= 10 && hour <= 14) return hour
      return hour >= 1 && hour <= 2 ? hour + 12 : null
    case "早上":
      return hour < 12 ? hour : null
    default:
      return hour > 12 ? null : hour % 12
  }
}
