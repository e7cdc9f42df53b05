/** How long what is put in the trash can be had back. */
export const TRASH_DAYS = 30

const DAY_MS = 86_400_000

/** The moment, as a time, before which what was put in the trash is deleted at `now`, in milliseconds since 1970. */
export const trashedUntil = (now: number): string => new Date(now - TRASH_DAYS * DAY_MS).toISOString()

/** Whole days that are left, the one begun counted in; 0 where it goes at the next start. */
export function daysLeft(trashedAt: string, now: number): number {
  const left = Date.parse(trashedAt) + TRASH_DAYS * DAY_MS - now
  return Math.min(TRASH_DAYS, Math.max(0, Math.ceil(left / DAY_MS)))
}
