/** What the page of a recording knows. */
import { type ErrorCode } from "../../core/errors.ts"
import { type CaptureRow } from "../../vault/capture-row.ts"

/** What is kept of a running recording. */
export interface Kept {
  readonly pieces: number
  readonly bytes: number
}

export interface Model {
  /** The tab that it is about; null where the page was opened for a recording that runs. */
  readonly tabId: number | null
  /** Whether this browser can record one tab. */
  readonly canTab: boolean
  readonly sound: boolean
  /** Its item; null until it begins. */
  readonly item: CaptureRow | null
  readonly kept: Kept | null
  /** This page records by itself, and must stay open. */
  readonly isRecorder: boolean
  readonly pending: "start" | "stop" | null
  readonly refused: boolean
  readonly freeBytes: number | null
  readonly problem: ErrorCode | null
  readonly now: number
}

export const emptyModel: Model = {
  tabId: null,
  canTab: false,
  sound: false,
  item: null,
  kept: null,
  isRecorder: false,
  pending: null,
  refused: false,
  freeBytes: null,
  problem: null,
  now: 0,
}

export type Stage = "ready" | "recording" | "closing" | "saved"

/** A recording that has ended is made one file, and sealed. */
export function stageOf({ item, pending }: Model): Stage {
  if (item === null) return "ready"
  if (item.state === "sealed") return "saved"
  return pending === "stop" || item.recording?.ended !== undefined ? "closing" : "recording"
}
