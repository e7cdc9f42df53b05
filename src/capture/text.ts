/** The visible text, as the browser itself lays it out: of the document, its shadow roots, and its same-origin frames. */
import { type Redaction } from "../core/evidence.ts"
import { describe } from "./changes.ts"
import { withoutDrafts } from "./drafts.ts"
import { documentIn, elementsIn, isDocument, type Root } from "./elements.ts"
import { countRedactions, type RedactionCounter } from "./redact.ts"
import { shadowOf } from "./shadow.ts"

export interface VisibleText {
  readonly text: string
  readonly redacted: readonly Redaction[]
}

interface Part {
  /** What it is the inside of; empty for the document itself. */
  readonly title: string
  readonly root: Root
}

export function visibleText(where: string): VisibleText {
  const counter = countRedactions()
  const parts: Part[] = [{ title: "", root: document }]
  const written: string[] = []
  for (const part of parts) {
    const text = textOf(part, counter)
    if (text.trim() !== "") written.push(part.title === "" ? text : `--- ${part.title} ---\n${text}`)
    for (const element of elementsIn(part.root)) {
      const shadow = shadowOf(element)
      if (shadow) parts.push({ title: `shadow root of ${describe(element)}`, root: shadow })
      const inner = documentIn(element)
      if (inner) parts.push({ title: `frame ${describe(element)}`, root: inner })
    }
  }
  return { text: `${written.join("\n\n")}\n`, redacted: counter.list(where) }
}

function textOf({ root }: Part, counter: RedactionCounter): string {
  const text = isDocument(root) ? rendered(root) : shadowText(root)
  return withoutDrafts(text, root, counter)
}

// A document that is not HTML (plain text, XML, SVG) has no body with innerText.
function rendered(page: Document): string {
  const body = Reflect.get(Document.prototype, "body", page) as HTMLElement | null
  return body?.innerText ?? page.documentElement.textContent
}

function shadowText(shadow: ShadowRoot): string {
  return Array.from(shadow.childNodes, node =>
    "innerText" in node
      ? String(node.innerText)
      : node.nodeType === Node.TEXT_NODE
        ? (node.textContent ?? "")
        : "",
  )
    .filter(text => text.trim() !== "")
    .join("\n")
}
