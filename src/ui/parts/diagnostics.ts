import { type ErrorCode } from "../../core/errors.ts"
import { type Words } from "../../i18n/words.ts"
import { el } from "./dom.ts"

/** The button beside an error. What it shows once pressed stays through redraws. */
export function renderDiagnostics({ t }: Words, code: ErrorCode): HTMLElement {
  return el(
    "div",
    { class: "diagnostics", "data-keep": `diagnostics ${code}` },
    el("button", { type: "button", class: "button-quiet", "data-diagnostics": code }, t("error.diagnostics")),
    el("output"),
  )
}
