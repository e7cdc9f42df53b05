/**
 * What the verifier can say: layers, outcomes, verdicts and findings, all of
 * them data. The sentences are in src/i18n/verdict, one for each code in each
 * language; the compiler counts them.
 *
 * Codes and layer names are printed by `--json` and kept by others: add freely,
 * never rename.
 */
import type { FindingFacts } from "./finding-facts.ts"

export const layerNames = [
  "archive",
  "bag",
  "tag-files",
  "files",
  "missing",
  "extra",
  "records",
  "log-chain",
  "head",
  "history",
  "signature",
  "time",
  "inner-time",
  "bracket",
  "imports",
  "origins",
  "beside-time",
  "automation",
] as const
export type LayerName = (typeof layerNames)[number]

/**
 * none: there was nothing to check. unknown: it was not, or could not be,
 * checked. warn: no fault, and the reader must know it all the same.
 */
export type Outcome = "pass" | "fail" | "warn" | "none" | "unknown"

/** bundle.md, "Verdicts and exit codes". */
export type Verdict = "sealed-and-timestamped" | "time-pending" | "integrity-only" | "damaged" | "cannot-tell"

/** In place of an item, for a stamp over the device key: no item is named so. */
export const DEVICE_KEY = "device-key"

export type FindingCode = keyof FindingFacts

/** One thing found. Correlated: the facts are those of the code. */
export type Finding<C extends FindingCode = FindingCode> = {
  readonly [K in C]: { readonly code: K; readonly facts: FindingFacts[K] }
}[C]

export function finding<C extends FindingCode>(code: C, facts: FindingFacts[C]): Finding<C> {
  return { code, facts }
}

export interface Layer {
  readonly layer: LayerName
  readonly outcome: Outcome
  readonly detail: readonly Finding[]
}

/** What `--json` prints, whole. */
export interface Result {
  readonly verdict: Verdict
  readonly exit: 0 | 1 | 2
  readonly layers: readonly Layer[]
}

/** The result as a file, to the byte the same from every door. */
export const resultJson = (result: Result): string => `${JSON.stringify(result, null, 2)}\n`

/** A layer that fails on any fault, and says `good` where there is none. */
export function judged(layer: LayerName, faults: readonly Finding[], good: readonly Finding[]): Layer {
  return faults.length > 0
    ? { layer, outcome: "fail", detail: faults }
    : { layer, outcome: "pass", detail: good }
}

/** What a check found wrong, and what is no fault and must be told all the same. */
export interface Told {
  readonly faults: readonly Finding[]
  readonly warnings: readonly Finding[]
}

/** As {@link judged}, of a check that warns too: what it says where all is well stands beside a warning. */
export function told(layer: LayerName, { faults, warnings }: Told, good: readonly Finding[]): Layer {
  if (faults.length > 0) return { layer, outcome: "fail", detail: [...faults, ...warnings] }
  return { layer, outcome: warnings.length > 0 ? "warn" : "pass", detail: [...warnings, ...good] }
}
