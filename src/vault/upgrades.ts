/** One pure function a step, one frozen type a released shape. None is ever removed. */
import { usualOptions } from "../core/capture-options.ts"
import type { ErrorCode } from "../core/errors.ts"
import type { Sha256 } from "../core/seal/hash.ts"
import { type CaptureRow, keysOf } from "./capture-row.ts"
import type { ExportRow } from "./schema.ts"

/** An export before there were time stamps. */
export interface ExportV1 {
  readonly id: string
  readonly run: string
  readonly at: string
  readonly state: "running" | "done" | "failed"
  readonly captures: readonly string[]
  readonly custodySeq: number
  readonly done: number
  readonly total: number
  readonly fileName: string | null
  readonly bytes: number | null
  readonly zip: Sha256 | null
  readonly leftOut: number
  readonly code: ErrorCode | null
}

export const exportV1toV2 = (row: ExportV1): ExportV2 => ({ ...row, authorities: [] })

/** An export before it could be encrypted, or made again for a late time stamp. */
export interface ExportV2 extends ExportV1 {
  readonly authorities: readonly string[]
}

export const exportV2toV3 = (row: ExportV2): ExportRow => ({
  ...row,
  stamped: null,
  encryption: null,
  encrypted: null,
})

/** A capture before boxes that scroll by themselves were captured whole; its other fields are those of {@link CaptureRow}. */
export type CaptureV1 = Omit<CaptureV2, "boxes">

export const captureV1toV2 = (row: CaptureV1): CaptureV2 => ({ ...row, boxes: [] })

/** A capture before the user could choose how it is made, and before its post was known by any link. */
export type CaptureV2 = Omit<CaptureRow, "options" | "pageKey" | "postKey">

export const captureV2toV3 = (row: CaptureV2): CaptureRow => ({
  ...row,
  options: usualOptions,
  ...keysOf(row),
})
