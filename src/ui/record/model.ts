/** What the page of a recording knows. */
import { type ErrorCode } from "../../core/errors.ts"
import { type ProcedureLine } from "../../core/procedure/entry.ts"
import { type ProcedureStep } from "../../core/procedure/steps.ts"
import { type System } from "../../core/self-check.ts"
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
  /** With a list of steps, and a log of what is done. */
  readonly guided: boolean
  /** The user's answer, whether all pages may be followed; null before they gave one. */
  readonly allPages: boolean | null
  /** What the log has so far. */
  readonly procedure: readonly ProcedureLine[]
  /** While the self-check record is filled in: the system whose commands are shown. */
  readonly system: System | null
  /** The command that was copied last. */
  readonly copied: string | null
  /** The step of which the user writes why it is skipped. */
  readonly skipping: ProcedureStep | null
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
  guided: false,
  allPages: null,
  procedure: [],
  system: null,
  copied: null,
  skipping: null,
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
