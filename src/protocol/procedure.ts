/** What is said about guided recordings: by our pages to the background, and by the script in a page to it. */
import type { Doing, StepState } from "../core/procedure/entry.ts"
import type { ProcedureStep, TimePage } from "../core/procedure/steps.ts"
import type { SelfCheckWish } from "../core/self-check.ts"

/** Over the line that the background opens to a page. From a page's process: never trusted, see core/procedure/parse.ts. */
export type PageHeard = { readonly kind: "drawn" } | { readonly kind: "doing"; readonly doing: Doing }

/** Asked by our own pages; answered by the background. */
export interface ProcedureApi {
  /** What the user says of a step of a guided recording that runs. `reason` only of one that is skipped. */
  noteStep(input: { captureId: string; step: ProcedureStep; state: StepState; reason: string | null }): null
  /** Keeps the self-check record of a recording that runs, once. */
  keepSelfCheck(input: { captureId: string } & SelfCheckWish): null
  /** Opens a time page in the recorded tab. */
  openTimePage(input: { captureId: string; url: TimePage }): null
}
