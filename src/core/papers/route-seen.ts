/** When a link last showed its post, and what was found each time after that: at the capture, read again, or as a visitor. */
import type { ItemSnapshot } from "../bundle/snapshot.ts"
import type { CountersSummary } from "../readings/reading.ts"
import type { VisitorVerdict } from "../server/visitor.ts"
import { isOnlyCookies } from "../walls.ts"

/** `capture`: the page as it was captured. `again`: opened again. `visitor`: asked of the server without an account. */
export interface Seen {
  readonly at: string
  readonly by: "capture" | "again" | "visitor"
}

/** The last time that it showed its post, for certain; null where it never did. */
export function lastSeen({ record, facts, counters, readings }: ItemSnapshot): Seen | null {
  const isShown = isOnlyCookies(record.walls ?? []) || (facts?.fields.text.value ?? null) !== null
  const times: Seen[] = [
    ...(isShown ? [{ at: record.startedAt, by: "capture" } as const] : []),
    ...counters
      .filter(({ state }) => state === "there" || state === "changed")
      .map(({ at }) => ({ at, by: "again" }) as const),
    ...readings
      .filter(({ verdict }) => verdict === "public")
      .map(({ at }) => ({ at, by: "visitor" }) as const),
  ]
  return newest(times)
}

/** What was found after it was last seen, the newest; null where nothing was. */
export function foundSince(item: ItemSnapshot): CountersSummary | null {
  const seen = lastSeen(item)
  return newest(
    item.counters.filter(
      ({ at, state }) =>
        state !== "there" && state !== "changed" && (seen === null || Date.parse(at) > Date.parse(seen.at)),
    ),
  )
}

/** Whether the last look that tells showed something in the post's place. What could tell nothing takes that back from nobody. */
export function isGone(item: ItemSnapshot): boolean {
  const seen = lastSeen(item)
  return item.counters.some(
    ({ at, state }) => state === "gone" && (seen === null || Date.parse(at) > Date.parse(seen.at)),
  )
}

/** What a visitor got when that was last asked: at the capture, or later; null where it was not, or could not be told. */
export function signedOut({
  record,
  readings,
}: ItemSnapshot): { readonly at: string; readonly verdict: Exclude<VisitorVerdict, "cannot-tell"> } | null {
  const asked = [
    ...(record.server === undefined
      ? []
      : [{ at: record.startedAt, verdict: record.server.visitor.verdict }]),
    ...readings.map(({ at, verdict }) => ({ at, verdict })),
  ]
  return newest(asked.flatMap(({ at, verdict }) => (verdict === "cannot-tell" ? [] : [{ at, verdict }])))
}

function newest<Each extends { readonly at: string }>(all: readonly Each[]): Each | null {
  const [first, ...others] = all
  if (first === undefined) return null
  return others.reduce((last, each) => (Date.parse(each.at) >= Date.parse(last.at) ? each : last), first)
}
