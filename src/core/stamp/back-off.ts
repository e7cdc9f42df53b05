const MINUTE_MS = 60_000

/** Minutes until the next try, after each one that failed; the last holds from then on. */
const WAITS = [1, 5, 15, 60, 240, 720, 1440] as const

/** When to ask an authority again that failed `tries` times, the last time `at`. */
export function nextTryAt(at: string, tries: number): string {
  const minutes = WAITS[Math.min(Math.max(tries, 1), WAITS.length) - 1] ?? WAITS[0]
  return new Date(Date.parse(at) + minutes * MINUTE_MS).toISOString()
}
