/** What the page shows, as one value. */
import { type ErrorCode } from "../../core/errors.ts"
import { type BundleCase, type OpenedBundle } from "../../core/restore/open.ts"
import { type HeldItem, isWhole, type ItemPlan } from "../../core/restore/plan.ts"
import { type Sha256 } from "../../core/seal/hash.ts"
import { type Result } from "../../core/verify/finding.ts"
import { type CaseRow } from "../../vault/case-row.ts"
import { type RestoreRow } from "../../vault/origin-row.ts"
import { type CaseMore } from "../../workshop/more-in-bundle.ts"
import { type RestoreOutcome } from "../../workshop/restore-bundle.ts"

/** A bundle that holds, and what of it would be written. */
export interface Ready {
  readonly opened: OpenedBundle
  readonly zip: Sha256
  readonly checkedAt: string
  readonly result: Result
  readonly plan: readonly ItemPlan[]
  /** Everything that is here, outside the trash. */
  readonly held: readonly HeldItem[]
  /** Of its cases of which no item is new, what was said there of them. */
  readonly caseMore: readonly CaseMore[]
}

export type Stage =
  | { readonly at: "choose" }
  | { readonly at: "locked"; readonly busy: boolean }
  | { readonly at: "checking"; readonly read: number; readonly total: number }
  | { readonly at: "refused"; readonly checkedAt: string; readonly result: Result }
  | ({ readonly at: "ready" } & Ready)
  | { readonly at: "writing"; readonly done: number; readonly total: number }
  | {
      readonly at: "done"
      readonly outcome: RestoreOutcome
      readonly stopped: boolean
      readonly isMore: boolean
    }

export interface Model {
  /** A test writes nothing. */
  readonly isTest: boolean
  readonly stage: Stage
  readonly file: { readonly name: string; readonly bytes: number } | null
  /** How many files wait for their turn. */
  readonly waiting: number
  readonly cases: readonly CaseRow[]
  /** What was chosen for each case of the bundle, by its number; empty before. */
  readonly chosen: Readonly<Record<string, string>>
  readonly unfinished: RestoreRow | null
  readonly ownKey: Sha256 | null
  readonly problem: ErrorCode | null
}

export const emptyModel = (isTest: boolean): Model => ({
  isTest,
  stage: { at: "choose" },
  file: null,
  waiting: 0,
  cases: [],
  chosen: {},
  unfinished: null,
  ownKey: null,
  problem: null,
})

/** Whether a file that is given now can begin at once; else it waits for the one before it to be done with, or put aside. */
export const isFree = ({ stage, file }: Pick<Model, "stage" | "file">): boolean =>
  stage.at === "done" || stage.at === "refused" || (stage.at === "choose" && file === null)

/** For what is in no case of the bundle. */
export const NO_CASE = "none"
export const NEW_CASE = "new"

/** The cases of the bundle that something new is in. */
export function casesToPlace({ opened, plan }: Ready): readonly (BundleCase | null)[] {
  const wanted = new Set(plan.filter(isWhole).map(({ of }) => of.caseNumber))
  const named = opened.cases.filter(({ number }) => wanted.has(number))
  return wanted.has(null) ? [...named, null] : named
}

export const keyOf = (place: BundleCase | null): string => place?.number ?? NO_CASE

export const shortDevice = (device: string): string => device.slice(0, 8)

/** How many items and cases that are here get something more. */
export const moreCount = ({ plan, caseMore }: Pick<Ready, "plan" | "caseMore">): number =>
  plan.filter(({ what }) => what === "more").length + caseMore.filter(({ missing }) => missing > 0).length
