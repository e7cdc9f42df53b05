/** What the page knows. Nothing of it is kept: closing the page forgets it. */
import { type Result } from "../../core/verify/finding.ts"

/** The file as it was chosen. */
export interface Chosen {
  readonly name: string
  readonly bytes: number
}

export type Stage =
  | { readonly at: "choose" }
  | { readonly at: "checking"; readonly file: Chosen; readonly read: number; readonly total: number }
  | { readonly at: "done"; readonly file: Chosen; readonly checkedAt: string; readonly result: Result }

export interface Model {
  readonly stage: Stage
  /** Why nothing was checked just now. */
  readonly note: "verify.oneAtATime" | "verify.cancelled" | "verify.rootsBad" | "verify.stampTaken" | null
  /** The file of certificates that the reader trusts, and how many are in it; null while there is none. */
  readonly roots: { readonly name: string; readonly count: number } | null
  /** Names of the files of time stamps that the reader has apart from the bundle. */
  readonly stamps: readonly string[]
  readonly copied: "yes" | "no" | "refused"
}

export const emptyModel: Model = {
  stage: { at: "choose" },
  note: null,
  roots: null,
  stamps: [],
  copied: "no",
}
