import { type ErrorCode } from "../../core/errors.ts"
import { errorSentences } from "../../i18n/sentences.ts"
import { type Words } from "../../i18n/words.ts"
import { renderDiagnostics } from "./diagnostics.ts"
import { el } from "./dom.ts"

/** An error on a page of its own tab: cause, what is safe, next step, code. Nothing where there is none. */
export function renderProblemOf(words: Words, code: ErrorCode | null): HTMLElement | null {
  if (code === null) return null
  const said = errorSentences(words.t, code)
  return el(
    "section",
    { id: "error", class: "note note-problem", role: "alert", "data-cause": code },
    el("p", { class: "strong" }, said.cause),
    el("p", {}, said.safe),
    el("p", {}, said.next),
    el("code", { class: "code" }, said.code),
    renderDiagnostics(words, code),
  )
}
