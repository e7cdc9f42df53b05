/** The clocks and the chance of this device, as values that core takes as arguments. */

/** Now, ISO 8601 in UTC with milliseconds. */
export const now = (): string => new Date().toISOString()

/** Milliseconds on the clock that nobody can set, since an arbitrary start. */
export const monotonicMs = (): number => performance.now()

/** Local wall time with its offset from UTC, as in 2026-11-23T14:05:09.123+08:00. */
export function localTime(at: string): { readonly text: string; readonly offsetMinutes: number } {
  const moment = new Date(at)
  const offsetMinutes = -moment.getTimezoneOffset()
  const shifted = new Date(moment.getTime() + offsetMinutes * 60_000).toISOString().slice(0, -1)
  const sign = offsetMinutes < 0 ? "-" : "+"
  const hours = String(Math.floor(Math.abs(offsetMinutes) / 60)).padStart(2, "0")
  const minutes = String(Math.abs(offsetMinutes) % 60).padStart(2, "0")
  return { text: `${shifted}${sign}${hours}:${minutes}`, offsetMinutes }
}

export const timeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

export const wait = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))

export const random = (length: number): Uint8Array<ArrayBuffer> =>
  crypto.getRandomValues(new Uint8Array(length))
