/** When an item's page is to be read again without a click: never oftener than daily. */

/** In days, from which the user chooses. */
export const intervals = [1, 3, 7, 30] as const
export type Interval = (typeof intervals)[number]

export interface Schedule {
  readonly everyDays: Interval
  /** When the user switched it on. */
  readonly since: string
  /** The last time that this tool opened the page, for whatever item of the address; null where it has not yet. */
  readonly lastAt: string | null
  /** Not before this time, after one that could not be made. */
  readonly notBefore: string | null
}

const DAY_MS = 86_400_000
/** After a try at which the browser was not online. */
const RETRY_MS = 3_600_000

/** The time of the next reading, ISO 8601 in UTC. It may have passed: the browser was closed. */
export function dueAt({ everyDays, since, lastAt, notBefore }: Schedule): string {
  const begun = Date.parse(since)
  const last = lastAt === null ? begun : Math.max(begun, Date.parse(lastAt))
  const least = notBefore === null ? 0 : Date.parse(notBefore)
  return new Date(Math.max(last + Math.max(1, everyDays) * DAY_MS, least)).toISOString()
}

export const retryAt = (now: string): string => new Date(Date.parse(now) + RETRY_MS).toISOString()

/** Those of the schedules that are due at `now`, the longest overdue first, and when the next of the others is; null for never. */
export function whatIsDue<Of extends Schedule>(
  schedules: readonly Of[],
  now: string,
): { readonly due: readonly Of[]; readonly next: string | null } {
  const timed = schedules
    .map(schedule => ({ schedule, at: dueAt(schedule) }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
  return {
    due: timed.filter(({ at }) => at <= now).map(({ schedule }) => schedule),
    next: timed.find(({ at }) => at > now)?.at ?? null,
  }
}
