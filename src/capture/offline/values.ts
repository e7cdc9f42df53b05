/** What stands in form fields at this moment: markup has only what stood there at first. */
import { escapeAttribute } from "../markup.ts"
import { REDACTED, type RedactionCounter, secretOf } from "../redact.ts"

/** Attributes that `valueAttributes` writes in place of the element's own. */
export const VALUE_ATTRIBUTES: ReadonlySet<string> = new Set(["value", "checked", "selected"])

/** Whether an element's value is written by `valueAttributes`. */
export const hasValue = (name: string): boolean => name === "input" || name === "option"

/** The attributes that make a field show what it shows now; a secret one is redacted and counted. */
export function valueAttributes(name: string, element: Element, counter: RedactionCounter): string {
  if (name === "option") {
    const { selected, value } = element as HTMLOptionElement
    return (element.hasAttribute("value") ? attribute("value", value) : "") + (selected ? " selected" : "")
  }
  const { type, checked, value } = element as HTMLInputElement
  const secret = secretOf(element)
  if (secret !== null) {
    if (value === "") return ""
    counter.add(secret)
    return attribute("value", REDACTED)
  }
  const state = (type === "checkbox" || type === "radio") && checked ? " checked" : ""
  return type === "file" || value === "" ? state : attribute("value", value) + state
}

const attribute = (name: string, value: string) => ` ${name}="${escapeAttribute(value)}"`
