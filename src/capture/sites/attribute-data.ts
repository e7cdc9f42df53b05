/** JSON that a site keeps in an attribute of an element. */
import { readLiteral } from "../../core/post-facts/literal.ts"
import { attributeOf } from "../unclobbered.ts"

/** Undefined where the attribute is missing, or holds anything besides one value. */
export function dataAt(element: Element, attribute: string): unknown {
  const text = (attributeOf(element, attribute) ?? "").trim()
  const literal = text === "" ? null : readLiteral(text, 0)
  return literal !== null && text.slice(literal.end).trim() === "" ? literal.value : undefined
}
