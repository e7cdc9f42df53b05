/** The words of the notary route sheet, beside those that it shares with the report and 00-readme.html. Plain text. */
import type { HasteGround } from "./route-order.ts"
import type { Seen } from "./route-seen.ts"
import type { Step, Unfolding } from "./route-stop.ts"

/** The sheet's path in the bag. */
export const NOTARY_ROUTE = "03-notary-route.pdf"

export const stopFacts = [
  "address",
  "open",
  "way",
  "look",
  "unfold",
  "seen",
  "found",
  "haste",
  "onTheSpot",
] as const
export type StopFact = (typeof stopFacts)[number]

export interface RouteWords {
  readonly title: string
  readonly header: (caseNumber: string | null) => string
  readonly advice: (links: number, minutes: number) => readonly string[]
  readonly orderNote: string
  readonly open: string
  readonly gone: string
  readonly goneNote: string
  /** Where every link was gone when it was last read. */
  readonly noneOpen: string
  /** Of a stop that is number `n`, from 1. */
  readonly stop: (n: number, item: string, what: string) => string
  readonly fact: Readonly<Record<StopFact, string>>
  readonly signedOut: (verdict: "public" | "not-public", time: string) => string
  readonly signedIn: Readonly<Record<"yes" | "no" | "unknown", string>>
  /** To be filled in by hand. */
  readonly account: string
  readonly bareNote: string
  /** Of an address that is not a square of its own. */
  readonly noLink: string
  readonly way: (steps: readonly Step[]) => string
  readonly lookFor: (words: string) => string
  readonly lookForTitle: (words: string) => string
  readonly unfold: (unfolding: Unfolding) => string
  readonly nothingToUnfold: string
  readonly seen: (seen: Seen["by"], time: string) => string
  readonly neverSeen: string
  readonly haste: Readonly<Record<HasteGround, string>>
  /** How long it takes by estimate, and what is ticked and filled in once it was done. */
  readonly onTheSpot: (minutes: number) => string
  readonly picture: (item: string) => string
  readonly applicant: string
  readonly officer: string
  readonly date: string
}
