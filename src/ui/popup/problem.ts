import { type ErrorCode } from "../../core/errors.ts"
import { errorSentences } from "../../i18n/sentences.ts"
import { type Words } from "../../i18n/words.ts"
import { renderDiagnostics } from "../parts/diagnostics.ts"
import { el } from "../parts/dom.ts"
import { button } from "./button.ts"

/**
 * An error in four parts: cause, what is safe, next step, code. It stays until
 * it is dismissed. `lasting` ones describe how things stand and cannot be.
 */
export function renderProblem(words: Words, code: ErrorCode, lasting = false): HTMLElement {
  const { t } = words
  const said = errorSentences(t, code)
  return el(
    "section",
    {
      id: "error",
      class: "note note-problem",
      role: lasting ? null : "alert",
      "aria-label": t("error.label"),
      "data-code": said.code,
      "data-cause": code,
    },
    el("p", { class: "strong" }, said.cause),
    el("p", {}, said.safe),
    el("p", {}, said.next),
    el(
      "div",
      { class: "row" },
      el("code", { class: "code" }, said.code),
      lasting ? null : button("dismiss", "quiet", { id: "error-dismiss" }, t("error.dismiss")),
    ),
    renderDiagnostics(words, code),
  )
}
