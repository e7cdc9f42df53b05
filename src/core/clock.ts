/**
 * What can be said of the capturing computer's clock: against the clock of the
 * server that gave the page, against the clock that nobody can set, and against
 * the authorities that stamped the record. Each is a comparison, and none of
 * them says which of the two clocks is right.
 */
import type { BeaconSource, BracketRecord } from "./bracket/beacons.ts"
import { CLOCKS_APART_MS, QUICKNET, roundTime } from "./bracket/drand.ts"
import { pulseTime } from "./bracket/nist.ts"
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
  /** A stamp that was here, by the local clock, before the time that it states: so much, at least, that clock was behind. */
  | { readonly kind: "behind-authority"; readonly authority: string; readonly seconds: number }
  /** As for the server, of the Date header with which an authority gave its stamp: then, not when the page was captured. */
  | { readonly kind: "authority"; readonly authority: string; readonly seconds: number }
  /** A stamp that came more than five minutes after the record was closed: until then, it says nothing. */
  | { readonly kind: "stamped-late"; readonly authority: string; readonly seconds: number }
  /** A round of drand's in the record, not checked here; `before` is the earliest stamp over the record, where there is one. */
  | {
      readonly kind: "bracket"
      readonly round: number
      readonly after: string
      readonly before: Stamped | null
    }
  /** A round that was published after the earliest stamp over the record that holds it. */
  | {
      readonly kind: "bracket-later"
      readonly round: number
      readonly after: string
      readonly before: Stamped
    }
  /** A pulse of NIST's, of the time that it says. */
  | { readonly kind: "pulse"; readonly at: string }
  | { readonly kind: "no-number"; readonly source: BeaconSource }

interface Stamped {
  readonly authority: string
  readonly time: string
}

/** A stamp over a record, with what is known of how it came; nothing, of one from another installation. */
export interface ClockStamp extends Stamped {
  /** When it was here, by the local clock. */
  readonly receivedAt?: string | null
  readonly httpDate?: ClockFacts["httpDate"]
}

/** A Date header has whole seconds, and is some time on its way. */
const SERVER_TOLERANCE_MS = 2_500
/** More than any clock that is only corrected by its network drifts within a capture. */
const SET_FROM_MS = 1_000
/** Authorities state an accuracy of a second, as a rule. */
const AUTHORITY_TOLERANCE_MS = 1_500
/** Shorter than this is no delay worth a word: it is the way there and back (integrity.md §3.4 no. 11). */
export const LATE_STAMP_MS = 5 * 60_000

/** The local clock against a server's Date header, read at `nowMs` of the local one; null where it gave none that is a time. */
export function againstServer(url: string, date: string | null, nowMs: number): ClockFacts["httpDate"] {
  const server = date === null ? NaN : Date.parse(date)
  if (date === null || Number.isNaN(server)) return null
  return { url, date, localMinusServerMs: nowMs - server }
}

/** In the order in which a reader wants them. `stamps`: the times of the time stamps over this record; `bracket`: its own, where it has one. */
export function clockFindings(
  clock: Pick<ClockFacts, "httpDate" | "wallMinusMonotonicMs" | "endedWall">,
  stamps: readonly ClockStamp[],
  bracket?: BracketRecord,
): ClockFinding[] {
  const ended = Date.parse(clock.endedWall)
  return [
    serverFinding(clock.httpDate?.localMinusServerMs ?? null),
    steadiness(clock.wallMinusMonotonicMs),
    ...stamps.flatMap(stamp => authorityFindings(stamp, ended)),
    ...(bracket === undefined ? [] : bracketFindings(bracket, stamps)),
  ]
}

function authorityFindings(stamp: ClockStamp, ended: number): ClockFinding[] {
  const { authority, receivedAt = null, httpDate = null } = stamp
  const time = Date.parse(stamp.time)
  const aheadMs = ended - time
  const behindMs = receivedAt === null ? 0 : time - Date.parse(receivedAt)
  const leadMs = httpDate?.localMinusServerMs ?? null
  return [
    ...(leadMs === null ? [] : [{ kind: "authority", authority, seconds: agreedSeconds(leadMs) } as const]),
    ...(aheadMs > AUTHORITY_TOLERANCE_MS
      ? [{ kind: "ahead-of-authority", authority, seconds: wholeSeconds(aheadMs) } as const]
      : []),
    ...(behindMs > AUTHORITY_TOLERANCE_MS
      ? [{ kind: "behind-authority", authority, seconds: wholeSeconds(behindMs) } as const]
      : []),
    ...(-aheadMs >= LATE_STAMP_MS
      ? [{ kind: "stamped-late", authority, seconds: wholeSeconds(-aheadMs) } as const]
      : []),
  ]
}

function bracketFindings({ values, missing }: BracketRecord, stamps: readonly Stamped[]): ClockFinding[] {
  const [before = null] = stamps.toSorted((one, other) => (one.time < other.time ? -1 : 1))
  return [
    ...values.flatMap((value): ClockFinding[] => {
      if (value.source === "nist") return [{ kind: "pulse", at: pulseTime(value.raw) }]
      // Of another chain, no time is known.
      if (value.chain !== QUICKNET.hash) return []
      const { round } = value
      const after = roundTime(round)
      return before !== null && Date.parse(after) > Date.parse(before.time) + CLOCKS_APART_MS
        ? [{ kind: "bracket-later", round, after, before }]
        : [{ kind: "bracket", round, after, before }]
    }),
    ...missing.map(({ source }): ClockFinding => ({ kind: "no-number", source })),
  ]
}

function serverFinding(leadMs: number | null): ClockFinding {
  if (leadMs === null) return { kind: "server-unknown" }
  return { kind: "server", seconds: agreedSeconds(leadMs) }
}

/** Zero where the two clocks agree as far as a Date header tells. */
const agreedSeconds = (leadMs: number): number =>
  Math.abs(leadMs) <= SERVER_TOLERANCE_MS ? 0 : wholeSeconds(leadMs)

function steadiness(changeMs: number | null): ClockFinding {
  if (changeMs === null) return { kind: "steady-unknown" }
  return Math.abs(changeMs) < SET_FROM_MS
    ? { kind: "steady" }
    : { kind: "set", seconds: wholeSeconds(changeMs) }
}

const wholeSeconds = (ms: number): number => Math.round(ms / 1000)
