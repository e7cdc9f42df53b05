/**
 * What can be said of the capturing computer's clock: against the clock of the
 * server that gave the page, against the clock that nobody can set, and against
 * the authorities that stamped the record. Each is a comparison, and none of
 * them says which of the two clocks is right.
 */
import type { ClockFacts } from "./evidence.ts"

export type ClockFinding =
  /** Seconds by which the local clock was ahead of the server's; negative where it was behind; 0 where they agree. */
  | { readonly kind: "server"; readonly seconds: number }
  | { readonly kind: "server-unknown" }
  | { readonly kind: "steady" }
  /** Seconds by which the clock was put forward while the page was captured; negative for back. */
  | { readonly kind: "set"; readonly seconds: number }
  | { readonly kind: "steady-unknown" }
  /** A stamp of an earlier time than that at which the record was closed: so much, at least, the local clock was ahead. */
  | { readonly kind: "ahead-of-authority"; readonly authority: string; readonly seconds: number }

/** A Date header has whole seconds, and is some time on its way. */
const SERVER_TOLERANCE_MS = 2_500
/** More than any clock that is only corrected by its network drifts within a capture. */
const SET_FROM_MS = 1_000
/** Authorities state an accuracy of a second, as a rule. */
const AUTHORITY_TOLERANCE_MS = 1_500

/** In the order in which a reader wants them. `stamps`: the times of the time stamps over this record. */
export function clockFindings(
  clock: Pick<ClockFacts, "httpDate" | "wallMinusMonotonicMs" | "endedWall">,
  stamps: readonly { readonly authority: string; readonly time: string }[],
): ClockFinding[] {
  const ended = Date.parse(clock.endedWall)
  return [
    serverFinding(clock.httpDate?.localMinusServerMs ?? null),
    steadiness(clock.wallMinusMonotonicMs),
    ...stamps.flatMap(({ authority, time }): ClockFinding[] => {
      const aheadMs = ended - Date.parse(time)
      if (!(aheadMs > AUTHORITY_TOLERANCE_MS)) return []
      return [{ kind: "ahead-of-authority", authority, seconds: wholeSeconds(aheadMs) }]
    }),
  ]
}

function serverFinding(leadMs: number | null): ClockFinding {
  if (leadMs === null) return { kind: "server-unknown" }
  return { kind: "server", seconds: Math.abs(leadMs) <= SERVER_TOLERANCE_MS ? 0 : wholeSeconds(leadMs) }
}

function steadiness(changeMs: number | null): ClockFinding {
  if (changeMs === null) return { kind: "steady-unknown" }
  return Math.abs(changeMs) < SET_FROM_MS
    ? { kind: "steady" }
    : { kind: "set", seconds: wholeSeconds(changeMs) }
}

const wholeSeconds = (ms: number): number => Math.round(ms / 1000)
