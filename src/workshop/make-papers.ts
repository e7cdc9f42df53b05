/** The papers of a bundle, made when it is packed. They never hold it up: without them, the rest goes out. */
import { type BagFile } from "../core/bundle/bag-file.ts"
import { type MakeDocuments } from "../core/bundle/bundle.ts"
import { type ErrorCode, EvidenceError } from "../core/errors.ts"
import { type PapersOutcome, type ReportOutcome } from "../core/papers/wanted.ts"
import { writeList } from "./make-list.ts"
import { drawReport, drawRoute, type ReportMaking } from "./make-report.ts"

export interface PapersMaking extends ReportMaking {
  readonly onOutcome: (outcome: PapersOutcome) => void
}

/**
 * Makes the report, then the list of evidence, which names its pages, and the
 * notary route sheet. What was given up or failed is left out, with the outcome
 * told; the others go out without it.
 */
export function papersMaker({ onOutcome, ...making }: PapersMaking): MakeDocuments {
  return async ground => {
    const { signal } = making
    const report = await tried(() => drawReport(making, ground), signal, "export/report-failed")
    const list = await tried(
      () => writeList(making, ground, report.made?.placed ?? null),
      signal,
      "export/list-failed",
    )
    // A sheet or two: the steps that are told are the report's.
    const quiet = { ...making, onProgress: () => Promise.resolve() }
    const route = await tried(() => drawRoute(quiet, ground), signal, "export/route-failed")
    onOutcome({ reportMade: report.outcome, listMade: list.outcome, routeMade: route.outcome })
    return [report.made?.document, list.made, route.made?.document].filter(
      (file): file is BagFile => file !== undefined,
    )
  }
}

interface Tried<Made> {
  /** Not there where it was given up or failed. */
  readonly made?: Made
  readonly outcome: ReportOutcome
}

/** `otherwise`: the code of an error that has none of ours, as a library's. */
async function tried<Made>(
  make: () => Promise<Made>,
  signal: AbortSignal,
  otherwise: ErrorCode,
): Promise<Tried<Made>> {
  try {
    signal.throwIfAborted()
    return { made: await make(), outcome: { outcome: "made", code: null } }
  } catch (thrown) {
    if (signal.aborted) return { outcome: { outcome: "stopped", code: null } }
    return { outcome: { outcome: "failed", code: thrown instanceof EvidenceError ? thrown.code : otherwise } }
  }
}
