/** The papers of a bundle, made when it is packed. They never hold it up: without them, the rest goes out. */
import { type BagFile } from "../core/bundle/bag-file.ts"
import { type MakeDocuments } from "../core/bundle/bundle.ts"
import { causeOf } from "../core/cause.ts"
import { type ErrorCode, EvidenceError } from "../core/errors.ts"
import { draftNames, type PaperName, usualPapers } from "../core/papers/names.ts"
import { nothingTyped, type Typed } from "../core/papers/typed.ts"
import { type DraftOutcome, type PapersOutcome, type ReportOutcome } from "../core/papers/wanted.ts"
import { writeDrafts, writeList } from "./make-list.ts"
import { drawReport, drawRoute, type ReportMaking } from "./make-report.ts"

export interface PapersMaking extends ReportMaking {
  readonly onOutcome: (outcome: PapersOutcome) => void
  /** Those that are wanted; not there for the usual ones. */
  readonly papers?: readonly PaperName[]
  /** What was typed for them. */
  readonly typed?: Typed
}

/**
 * Makes the report, then the list of evidence, which names its pages, the notary
 * route sheet, and the papers for a road. What was given up or failed is left out, with the outcome
 * told; the others go out without it.
 */
export function papersMaker({
  onOutcome,
  papers = usualPapers,
  typed = nothingTyped,
  ...making
}: PapersMaking): MakeDocuments {
  return async ground => {
    const { signal } = making
    const ifWanted = async <Made>(
      name: PaperName,
      make: () => Promise<Made>,
      otherwise: ErrorCode,
    ): Promise<Tried<Made>> => (papers.includes(name) ? tried(make, signal, otherwise) : { outcome: null })
    const report = await ifWanted("report", () => drawReport(making, ground), "export/report-failed")
    const placed = report.made?.placed ?? null
    const list = await ifWanted("list", () => writeList(making, ground, placed), "export/list-failed")
    // A sheet or two: the steps that are told are the report's.
    const quiet = { ...making, onProgress: () => Promise.resolve() }
    const route = await ifWanted("route", () => drawRoute(quiet, ground), "export/route-failed")
    const files = [report.made?.document, list.made, route.made?.document].filter(
      (file): file is BagFile => file !== undefined,
    )
    const draftsMade: DraftOutcome[] = []
    for (const name of draftNames) {
      const { made = [], outcome } = await ifWanted(
        name,
        () => writeDrafts(name, { ...making, typed }, ground, placed),
        "export/draft-failed",
      )
      files.push(...made)
      if (outcome !== null) draftsMade.push({ name, files: made.length, ...outcome })
    }
    onOutcome({
      reportMade: report.outcome,
      listMade: list.outcome,
      routeMade: route.outcome,
      ...(draftsMade.length === 0 ? {} : { draftsMade }),
    })
    return files
  }
}

interface Tried<Made> {
  /** Not there where it was given up or failed. */
  readonly made?: Made
  /** Null where it was not wanted. */
  readonly outcome: ReportOutcome | null
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
    const code = thrown instanceof EvidenceError ? thrown.code : otherwise
    return { outcome: { outcome: "failed", code, cause: causeOf(thrown) } }
  }
}
