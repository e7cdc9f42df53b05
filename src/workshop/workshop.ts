/** The long work on bytes, by name. Runs in the offscreen document, or in a background that is a page. */
import { EvidenceError } from "../core/errors.ts"
import { type Ask, type Handlers } from "../platform/messaging.ts"
import { type BundleMade, type WorkshopApi } from "../protocol.ts"
import { type Vault } from "../vault/schema.ts"
import { checkFiles, type OnCheckProgress } from "./check-files.ts"
import { cutPost } from "./cut-post.ts"
import { growBundle, saveStamp } from "./bundle-plan.ts"
import { makeViewing } from "./make-viewing.ts"
import { makeBundle, type OnExportProgress } from "./make-bundle.ts"
import { fetchStamp } from "./fetch-stamp.ts"
import { readBackFiles } from "./read-back.ts"
import { readImported } from "./import/read-imported.ts"
import { readProof } from "./read-proof.ts"
import { joinRecording } from "./join-recording.ts"
import { type OnRecording, tabRecorders } from "./tab-recorders.ts"
import { stitchCapture } from "./stitch-capture.ts"

/** Whom to tell how far it is. */
export interface Progress {
  readonly onExport: OnExportProgress
  readonly onCheck: OnCheckProgress
  readonly onRecording: OnRecording
}

interface Bundling {
  readonly report: AbortController
  readonly whole: AbortController
  readonly made: Promise<BundleMade>
}

export function workshopHandlers(
  vault: Vault,
  { onExport, onCheck, onRecording }: Progress,
): Handlers<WorkshopApi> {
  const recorders = tabRecorders(vault, onRecording)
  // What came of each stays: a background that was stopped meanwhile asks for it.
  const bundles = new Map<string, Bundling>()
  return {
    stitch: ({ captureId }) => stitchCapture(vault, captureId),
    cutPost: ({ captureId }) => cutPost(vault, captureId),
    readBack: ({ captureId }) => readBackFiles(vault, captureId),
    ...recorders,
    joinRecording: ({ captureId }) => joinRecording(vault, captureId),
    makeViewing: ({ captureId }) => makeViewing(vault, captureId),
    makeBundle: ({ exportId, encryption, typed }) => {
      const [report, whole] = [new AbortController(), new AbortController()]
      const given = { report: report.signal, whole: whole.signal }
      const made = makeBundle(vault, exportId, { encryption, typed }, onExport, given)
      bundles.set(exportId, { report, whole, made })
      return made
    },
    knowsBundle: ({ exportId }) => Promise.resolve({ known: bundles.has(exportId) }),
    awaitBundle: ({ exportId }) =>
      bundles.get(exportId)?.made ??
      Promise.reject(new EvidenceError("export/failed", `export ${exportId} is not at work here`)),
    stopReport: ({ exportId }) => {
      bundles.get(exportId)?.report.abort()
      return Promise.resolve(null)
    },
    stopBundle: ({ exportId }) => {
      bundles.get(exportId)?.whole.abort()
      // What is at work on the report hears of nothing else.
      bundles.get(exportId)?.report.abort()
      return Promise.resolve(null)
    },
    growBundle: ({ exportId }) => growBundle(vault, exportId),
    saveStamp: ({ stampId }) => saveStamp(vault, stampId),
    fetchStamp: ({ stampId }) => fetchStamp(vault, stampId),
    checkFiles: () => checkFiles(vault, onCheck),
    readProof: input => readProof(vault, input),
    readImported: input => readImported(vault, input),
  }
}

/** The same work without a message: a context does not hear its own. */
export function localWorkshop(vault: Vault, progress: Progress): Ask<WorkshopApi> {
  const handlers = workshopHandlers(vault, progress)
  return (method, input) => {
    const work = handlers[method] as (given: typeof input, sender: object) => ReturnType<Ask<WorkshopApi>>
    return work(input, {}) as never
  }
}
