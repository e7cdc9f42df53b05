/** What a fault is, what it is done on, and what is counted. */
import { type LaunchOptions, type Target } from "../browsers/driver.ts"
import { type Site } from "../site/serve-site.ts"
import { type Chance } from "./random.ts"

export interface Ground {
  readonly target: Target
  readonly site: Site
  readonly rounds: number
  readonly chance: Chance
  readonly options: Partial<LaunchOptions>
  /** Prints a line of progress. */
  readonly say: (line: string) => void
}

export interface Tally {
  rounds: number
  /** Files, lines of custody and "Saved" items that were on record before the fault. */
  acknowledged: number
  /** Of these, how many were not there afterwards, or were other bytes. */
  missing: number
  /** Captures and exports that the fault cut off. */
  torn: number
  /** Of all there was afterwards, what said of itself that it is whole, and is not. */
  calledWhole: number
  /** Rounds after which the next capture was complete, and a bundle of everything verified. */
  worked: number
  /** What else was claimed and did not hold, in words. */
  readonly broken: string[]
  /** Further numbers worth a line. */
  readonly notes: string[]
}

export const newTally = (): Tally => ({
  rounds: 0,
  acknowledged: 0,
  missing: 0,
  torn: 0,
  calledWhole: 0,
  worked: 0,
  broken: [],
  notes: [],
})

export interface Fault {
  readonly name: string
  /** What is done, for the table. */
  readonly what: string
  /** Answers with the reason in words where it cannot be done here. */
  readonly cause: (ground: Ground) => Promise<Tally | string>
}

/** Whether every claim held in every round. */
export const holds = (tally: Tally): boolean =>
  tally.rounds > 0 &&
  tally.missing === 0 &&
  tally.calledWhole === 0 &&
  tally.worked === tally.rounds &&
  tally.broken.length === 0
