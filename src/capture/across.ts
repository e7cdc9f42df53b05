/** What stands in an element, in its shadow roots and in those of what is in it: a person sees no border between them. */
import { shadowOf } from "./shadow.ts"
import { childrenOf, findIn, isElement, localNameOf } from "./unclobbered.ts"

/** Without itself. What is in a shadow root comes after all that is around it. */
export function elementsAcross(element: Element): Element[] {
  const found: Element[] = []
  const around: (Element | ShadowRoot)[] = [element]
  const own = shadowOf(element)
  if (own !== null) around.push(own)
  for (const each of around) {
    for (const inner of elementsBelow(each)) {
      found.push(inner)
      const shadow = shadowOf(inner)
      if (shadow !== null) around.push(shadow)
    }
  }
  return found
}

const elementsBelow = (around: Element | ShadowRoot): readonly Element[] =>
  isElement(around) ? findIn(around, "*") : Array.from(around.querySelectorAll("*"))

/** Its text, shown or not, without rules and programs: every shadow root has style sheets of its own. */
export function textAcross(element: Element): string {
  const parts: string[] = []
  // No page is too deep for a list.
  const left: Node[] = [element]
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node.nodeType === Node.TEXT_NODE) parts.push((node as Text).data)
    if (isElement(node) && SILENT.has(localNameOf(node))) continue
    left.push(...Array.from(childrenOf(node)).reverse())
    const shadow = isElement(node) ? shadowOf(node) : null
    if (shadow !== null) left.push(shadow)
  }
  return parts.join("")
}

const SILENT: ReadonlySet<string> = new Set(["style", "script", "template", "noscript"])
