import type { FindingFacts } from "../../core/verify/finding-facts.ts"
import type { FindingCode, LayerName, Outcome, Verdict } from "../../core/verify/finding.ts"

/**
 * The words of the verifier. Every language has the same shape, so a sentence
 * that is missing in one does not compile.
 *
 * They may not overclaim (decisions.md): a bundle that agrees with itself
 * "matches its own list" and no more, and what is not proved stands beside it.
 */
export interface VerdictWords {
  readonly verdicts: Readonly<Record<Verdict, { readonly title: string; readonly meaning: string }>>
  readonly layers: Readonly<Record<LayerName, string>>
  readonly outcomes: Readonly<Record<Outcome, string>>
  readonly findings: { readonly [C in FindingCode]: (facts: FindingFacts[C]) => string }
  readonly line: (head: string, text: string) => string
  readonly more: (count: number) => string
  /** In place of what "cannot-tell" means elsewhere. */
  readonly encrypted: string
  readonly withoutSm3: string
  readonly automated: string
  readonly automationUnknown: string
  readonly fingerprintTitle: string
  readonly fingerprintUse: string
  readonly limitsTitle: string
  readonly limits: readonly string[]
  readonly usage: string
}
