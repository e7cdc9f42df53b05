/**
 * What is never stored: values of password, one-time-code and card fields,
 * hidden anti-forgery fields, and unsent drafts (decisions.md, Capture).
 */
import { ANTI_FORGERY, type Secret } from "../core/redact-source.ts"

export { countRedactions, type RedactionCounter, redactSource } from "../core/redact-source.ts"

export const REDACTED = "[redacted]"

/** Which secret the value of this form field or meta element is; null for an ordinary one. */
export function secretOf(element: Element): Secret | null {
  const name = `${element.getAttribute("name") ?? ""} ${element.id}`.trim()
  if (element.localName === "meta") return ANTI_FORGERY.test(name) ? "anti-forgery" : null
  if (element.localName !== "input") return null
  const type = (element.getAttribute("type") ?? "text").toLowerCase()
  const fill = element.getAttribute("autocomplete") ?? ""
  // A field whose password is being shown has another type for as long.
  if (type === "password" || /(?:current|new)-password/i.test(fill)) return "password"
  if (/one-time-code/i.test(fill)) return "one-time-code"
  if (/^cc-|\scc-/i.test(fill)) return "card"
  if (type === "hidden" && ANTI_FORGERY.test(name)) return "anti-forgery"
  return null
}

/** True for what the user is writing and has not sent: a text area, or the root of an editable region. */
export function isDraft(element: Element): boolean {
  if (element.localName === "textarea") return true
  const editable = element.getAttribute("contenteditable")
  return editable !== null && editable.toLowerCase() !== "false"
}
