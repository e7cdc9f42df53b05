/** Keeps the model in step with the vault, whoever writes to it. */
import { type EvidenceError } from "../../core/errors.ts"
import { type ArtifactRow, type CaptureRow } from "../../vault/capture-row.ts"
import {
  adviceOf,
  annotationsOf,
  artifactsOf,
  captureById,
  correctionsOf,
  fileCheck,
  importsOf,
  logOf,
  readingsOf,
  redactionsOf,
  stampsOf,
  anchorsOf,
  watch,
} from "../../vault/read.ts"
import { relatedTo } from "../../vault/read-posts.ts"
import { caseIdOf } from "../../vault/case-row.ts"
import { allCases } from "../../vault/read-cases.ts"
import { remarksOf } from "../../vault/read-remarks.ts"
import { type Vault } from "../../vault/schema.ts"
import { emptyModel, type Model } from "./model.ts"

/** `onSealed`: its files can be read, and do not change any more. */
export function watchItem(
  vault: Vault,
  captureId: string,
  change: (part: Partial<Model>) => void,
  onSealed: (item: CaptureRow, files: readonly ArtifactRow[]) => void,
  onError: (error: EvidenceError) => void,
): void {
  watch(
    async () => ({
      item: (await captureById(vault, captureId)) ?? null,
      files: await artifactsOf(vault, captureId),
      log: await logOf(vault, captureId),
    }),
    found => {
      change(found)
      if (found.item?.state === "sealed") onSealed(found.item, found.files)
    },
    onError,
  )
  watch(
    async () => ({
      stamps: await stampsOf(vault, captureId),
      anchors: await anchorsOf(vault, captureId),
      imports: await importsOf(vault, captureId),
      readings: await readingsOf(vault, captureId),
      corrections: await correctionsOf(vault, captureId),
      annotations: await annotationsOf(vault, captureId),
      redactions: await redactionsOf(vault, captureId),
      advice: await adviceOf(vault, captureId),
    }),
    change,
    onError,
  )
  watch(
    async () => {
      const item = await captureById(vault, captureId)
      return {
        cases: await allCases(vault),
        remarks: await remarksOf(vault, captureId),
        caseRemarks: item === undefined ? [] : await remarksOf(vault, caseIdOf(item)),
      }
    },
    change,
    onError,
  )
  watch(
    async () => {
      const item = await captureById(vault, captureId)
      return item === undefined ? emptyModel.related : relatedTo(vault, item)
    },
    related => {
      change({ related })
    },
    onError,
  )
  watch(
    () => fileCheck(vault),
    check => {
      change({ damaged: check?.last?.damaged.some(({ id }) => id === captureId) ?? false })
    },
    onError,
  )
}
