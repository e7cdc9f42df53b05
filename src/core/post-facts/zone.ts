/** Zones: which moments the time on a wall may be. */

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/** A moment, and how much later or earlier it may be, in milliseconds. */
export interface Moment {
  readonly ms: number
  readonly slackMs: number
}

export interface Zone {
  /** How far ahead of UTC its clocks are at a moment, in milliseconds. */
  readonly offsetAt: (ms: number) => number
  /** The moment at which its clocks show what UTC's would at `wallMs`. */
  readonly momentOf: (wallMs: number) => Moment
}

/** A zone whose clocks nobody puts forward. */
export const fixedZone = (offsetMinutes: number, slackMs = 0): Zone => ({
  offsetAt: () => offsetMinutes * 60_000,
  momentOf: wallMs => ({ ms: wallMs - offsetMinutes * 60_000, slackMs }),
})

/**
 * The zone of a computer, by its IANA name and what its clock was ahead of UTC at
 * `nowMs`. Where the name says nothing of that, half of the year may be an hour off.
 */
export function computersZone(name: string, offsetMinutes: number, nowMs: number): Zone {
  const offsetAt = offsetsOf(name)
  if (offsetAt === null || offsetAt(nowMs) !== offsetMinutes * 60_000)
    return fixedZone(offsetMinutes, HOUR_MS)
  return { offsetAt, momentOf: wallMs => momentIn(wallMs, offsetAt) }
}

function momentIn(wallMs: number, offsetAt: Zone["offsetAt"]): Moment {
  const offsets = [...new Set([offsetAt(wallMs - DAY_MS), offsetAt(wallMs + DAY_MS)])]
  const moments = offsets.map(offset => wallMs - offset)
  const real = moments.filter(ms => ms + offsetAt(ms) === wallMs)
  // In the hour that is left out there is no such moment, in the one that comes twice there are two.
  const possible = real.length === 0 ? moments : real
  const ms = Math.min(...possible)
  return { ms, slackMs: Math.max(...possible) - ms }
}

/** Null for what names no zone. */
function offsetsOf(name: string): Zone["offsetAt"] | null {
  const format = formatOf(name)
  if (format === null) return null
  return ms => {
    const parts = format.formatToParts(ms)
    const numberOf = (type: Intl.DateTimeFormatPartTypes) =>
      Number(parts.find(part => part.type === type)?.value ?? NaN)
    const wall = Date.UTC(
      ...([numberOf("year"), numberOf("month") - 1, numberOf("day")] as const),
      ...([numberOf("hour"), numberOf("minute"), numberOf("second")] as const),
    )
    return wall - Math.floor(ms / 1000) * 1000
  }
}

function formatOf(timeZone: string): Intl.DateTimeFormat | null {
  const digits = { hour: "numeric", minute: "numeric", second: "numeric" } as const
  const day = { year: "numeric", month: "numeric", day: "numeric" } as const
  try {
    return new Intl.DateTimeFormat("en-US", { ...day, ...digits, timeZone, hourCycle: "h23" })
  } catch (thrown) {
    if (thrown instanceof RangeError) return null
    throw thrown
  }
}

/** What clocks anywhere may be ahead of UTC, in minutes. */
export const allOffsets: readonly number[] = [
  ...Array.from({ length: 27 }, (_, nth) => (nth - 12) * 60),
  ...[-570, -210, -150, 210, 270, 330, 345, 390, 525, 570, 630, 765, 825],
]
