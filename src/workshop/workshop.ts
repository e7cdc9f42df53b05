/** The long work on bytes, by name. Runs in the offscreen document, or in a background that is a page. */
import { type Ask, type Handlers } from "../platform/messaging.ts"
import { type WorkshopApi } from "../protocol.ts"
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

export function workshopHandlers(
  vault: Vault,
  { onExport, onCheck, onRecording }: Progress,
): Handlers<WorkshopApi> {
  const recorders = tabRecorders(vault, onRecording)
  const bundles = new Map<string, { readonly report: AbortController; readonly whole: AbortController }>()
  return {
    stitch: ({ captureId }) => stitchCapture(vault, captureId),
    cutPost: ({ captureId }) => cutPost(vault, captureId),
    readBack: ({ captureId }) => readBackFiles(vault, captureId),
    ...recorders,
    joinRecording: ({ captureId }) => joinRecording(vault, captureId),
    makeViewing: ({ captureId }) => makeViewing(vault, captureId),
    makeBundle: async ({ exportId, encryption, typed }) => {
      const [report, whole] = [new AbortController(), new AbortController()]
      bundles.set(exportId, { report, whole })
      try {
        const given = { report: report.signal, whole: whole.signal }
        return await makeBundle(vault, exportId, { encryption, typed }, onExport, given)
      } finally {
        bundles.delete(exportId)
      }
    },
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
