/** What the buttons of the steps do. */
import { EvidenceError } from "../../core/errors.ts"
import { procedureSteps, type ProcedureStep, timePages } from "../../core/procedure/steps.ts"
import { type Ask } from "../../platform/messaging.ts"
import { copyText } from "../../platform/popup.ts"
import { type BackgroundApi } from "../../protocol.ts"
import { type Model } from "./model.ts"
import { likelySystem, readForm } from "./self-check.ts"

export interface Guided {
  readonly read: () => Model
  readonly change: (part: Partial<Model>) => void
  readonly background: Ask<BackgroundApi>
  readonly report: (thrown: unknown) => void
}

/** Answers whether the button was one of a step's. */
export function pressStep(guided: Guided, { act, step: name, url, text }: DOMStringMap): boolean {
  const { read, change, background } = guided
  const { item } = read()
  const step = procedureSteps.find(each => each === name)
  if (act === "self-check") {
    change({ system: likelySystem(navigator.userAgent) })
    document.querySelector<HTMLElement>("#self-check-title")?.focus()
  }
  if (act === "print") print()
  if (act === "copy-command" && text !== undefined) {
    copyText(text).then(() => {
      change({ copied: text })
    }, guided.report)
  }
  if (act === "cancel") change({ skipping: null })
  if (act === "skip" && step !== undefined) {
    change({ skipping: step })
    document.querySelector<HTMLElement>("#skip-reason")?.focus()
  }
  if (act === "tick" && step !== undefined) note(guided, step, "done", null)
  if (act === "undo" && step !== undefined) note(guided, step, "open", null)
  const page = timePages.find(each => each === url)
  if (act === "open" && page !== undefined && item !== null) {
    background("openTimePage", { captureId: item.id, url: page }).catch(guided.report)
  }
  return act !== undefined
}

/** The form of the self-check record, or that of a step that is skipped. */
export function submitForm(guided: Guided, form: HTMLElement): void {
  if (form.id === "self-check") saveSelfCheck(guided, form)
  else submitSkip(guided, form)
}

function saveSelfCheck({ read, change, background, report }: Guided, form: HTMLElement): void {
  const { item, system } = read()
  if (item === null || system === null) return
  background("keepSelfCheck", { captureId: item.id, ...readForm(form, system) }).then(() => {
    change({ system: null })
  }, report)
}

/** A step is skipped with the reason that stands in the form. */
function submitSkip(guided: Guided, form: HTMLElement): void {
  const step = procedureSteps.find(each => each === form.dataset.step)
  const reason = form.querySelector("input")?.value.trim() ?? ""
  if (step === undefined || reason === "") return
  note(guided, step, "skipped", reason)
}

function note(
  { read, change, background, report }: Guided,
  step: ProcedureStep,
  state: "done" | "skipped" | "open",
  reason: string | null,
): void {
  const { item } = read()
  if (item === null) return
  background("noteStep", { captureId: item.id, step, state, reason }).then(
    () => {
      change({ skipping: null })
    },
    (thrown: unknown) => {
      report(EvidenceError.from(thrown))
    },
  )
}
