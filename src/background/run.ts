/**
 * One capture as it runs. What must survive is in the vault after every step;
 * here is only what is lost with this run anyway.
 */
import { EvidenceError } from "../core/errors.ts"
import {
  type Gap,
  type Redaction,
  type StepName,
  type StepOutcome,
  type StepRecord,
} from "../core/evidence.ts"
import { monotonicMs, now } from "../platform/clock.ts"
import { type CaptureRow, type Progress } from "../vault/capture-row.ts"
import { type LogEntry } from "../vault/append.ts"
import { addToCapture } from "../vault/write.ts"
import { type Ports } from "./ports.ts"

export interface Run {
  readonly ports: Ports
  readonly id: string
  readonly tabId: number
  readonly windowId: number
  /** The address that the capture speaks of. */
  readonly url: string
  /** Aborted when the user stops the capture. */
  readonly signal: AbortSignal
  /** Writes a line into the procedure log, with the next thing that is stored. */
  readonly note: (step: StepName, what: string, detail?: LogEntry["detail"]) => void
  readonly takeNotes: () => LogEntry[]
  readonly redact: (redacted: readonly Redaction[]) => void
  readonly redactions: () => readonly Redaction[]
  readonly gap: (gap: Gap) => void
  readonly gaps: () => readonly Gap[]
  /** Of those of a kind that were counted as missing, so many are there after all. */
  readonly found: (of: Pick<Gap, "what" | "reason">, count: number) => void
  readonly steps: () => readonly StepRecord[]
  readonly addStep: (step: StepRecord) => void
}

export function startRun(
  ports: Ports,
  given: Pick<Run, "id" | "tabId" | "windowId" | "url" | "signal">,
): Run {
  const notes: LogEntry[] = []
  const gaps: Gap[] = []
  const redactions: Redaction[] = []
  const steps: StepRecord[] = []
  return {
    ports,
    ...given,
    note: (step, what, detail = {}) => void notes.push({ at: now(), step, what, detail }),
    takeNotes: () => notes.splice(0),
    redact: redacted => void redactions.push(...redacted),
    redactions: () => redactions,
    gap: gap => void gaps.push(gap),
    gaps: () => gaps,
    found: ({ what, reason }, count) => {
      const index = gaps.findIndex(gap => gap.what === what && gap.reason === reason)
      const gap = gaps[index]
      if (gap?.count == null) return
      gaps.splice(index, 1, ...(gap.count > count ? [{ ...gap, count: gap.count - count }] : []))
    },
    steps: () => steps,
    addStep: step => void steps.push(step),
  }
}

/** Stores what the run has noted so far, with a change of the row. */
export function store(run: Run, row: Partial<Omit<CaptureRow, "id" | "item">> = {}): Promise<void> {
  return addToCapture(run.ports.vault, run.id, {
    log: run.takeNotes(),
    row: { ...row, steps: [...run.steps()], gaps: [...run.gaps()], redacted: [...run.redactions()] },
  })
}

export const showProgress = (run: Run, progress: Progress): Promise<void> => store(run, { progress })

/**
 * Runs one step and records how it went. What it throws becomes a failed step;
 * it never hides, and never makes the rest fail. Answers null then.
 */
export async function runStep<T>(run: Run, name: StepName, work: () => Promise<T>): Promise<T | null> {
  const at = now()
  const began = monotonicMs()
  const record = (outcome: StepOutcome, code: StepRecord["code"]) => {
    run.addStep({ name, at, ms: Math.round(monotonicMs() - began), outcome, code })
  }
  try {
    const value = await work()
    record("done", null)
    return value
  } catch (thrown) {
    const { code, message } = EvidenceError.from(thrown)
    record("failed", code)
    run.note(name, "failed", { code, message: message.slice(0, 500) })
    return null
  }
}

/** Writes down why a capture could not be sealed, and answers with what is to be told. */
export async function noteFailure(run: Run, error: EvidenceError): Promise<EvidenceError> {
  try {
    await addToCapture(run.ports.vault, run.id, { row: { failure: error.code } })
    return error
  } catch (thrown) {
    // A full disk cannot be told by way of the disk: the badge and whenSealed tell it.
    return new EvidenceError(error.code, `${error.message}; and it could not be written down`, {
      cause: thrown,
    })
  }
}
