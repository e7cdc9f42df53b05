/**
 * The visible text, as the browser itself lays it out: of the document, its
 * shadow roots, and its same-origin frames. In the place of a list that takes
 * rows away stand all rows that it showed, from the first to the last.
 */
import { type Redaction } from "../core/evidence.ts"
import { describe } from "./changes.ts"
import { withoutDrafts } from "./drafts.ts"
import { documentIn, elementsIn, isDocument, type Root } from "./elements.ts"
import { countRedactions, type RedactionCounter } from "./redact.ts"
import { type KeptList, type Lists } from "./lists.ts"
import { shadowOf } from "./shadow.ts"
import { renderedIn } from "./unclobbered.ts"

export interface VisibleText {
  readonly text: string
  readonly redacted: readonly Redaction[]
}

interface Part {
  /** What it is the inside of; empty for the document itself. */
  readonly title: string
  readonly root: Root
}

export function visibleText(where: string, lists: Lists): VisibleText {
  lists.look()
  const kept = lists.kept().filter(({ rows }) => rows.length > 0)
  const placed = new Set<KeptList>()
  const counter = countRedactions()
  const parts: Part[] = [{ title: "", root: document }]
  const written: string[] = []
  for (const part of parts) {
    const text = textOf(part, kept, placed, counter)
    if (text.trim() !== "") written.push(part.title === "" ? text : `--- ${part.title} ---\n${text}`)
    for (const element of elementsIn(part.root)) {
      const shadow = shadowOf(element)
      if (shadow) parts.push({ title: `shadow root of ${describe(element)}`, root: shadow })
      const inner = documentIn(element)
      if (inner) parts.push({ title: `frame ${describe(element)}`, root: inner })
    }
  }
  for (const list of kept) {
    if (!placed.has(list)) written.push(`--- rows of ${nameOf(list)} ---\n${rowsOf(list, counter)}`)
  }
  return { text: `${written.join("\n\n")}\n`, redacted: counter.list(where) }
}

function textOf(
  { root }: Part,
  kept: readonly KeptList[],
  placed: Set<KeptList>,
  counter: RedactionCounter,
): string {
  let text = isDocument(root) ? rendered(root) : shadowText(root)
  for (const list of kept) {
    if (placed.has(list) || list.container.getRootNode() !== root) continue
    const now = list.container === root ? text.trim() : shownIn(list.container)
    const at = now === "" ? -1 : text.indexOf(now)
    if (at === -1) continue
    placed.add(list)
    text = text.slice(0, at) + rowsOf(list, counter) + text.slice(at + now.length)
  }
  return withoutDrafts(text, root, counter)
}

const shownIn = (container: KeptList["container"]): string =>
  "host" in container ? "" : renderedIn(container).trim()

function rowsOf({ rows }: KeptList, counter: RedactionCounter): string {
  for (const { drafts } of rows) for (let draft = 0; draft < drafts; draft++) counter.add("draft")
  return rows.map(({ text }) => text).join("\n")
}

const nameOf = ({ container }: KeptList): string => describe("host" in container ? container.host : container)

// A document that is not HTML (plain text, XML, SVG) has no body with innerText.
function rendered(page: Document): string {
  const body = Reflect.get(Document.prototype, "body", page) as HTMLElement | null
  return body?.innerText ?? page.documentElement.textContent
}

function shadowText(shadow: ShadowRoot): string {
  return Array.from(shadow.childNodes, node => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? ""
    // What is not drawn has no rendered text, and would give all that stands in it: its own style sheet for one.
    return "innerText" in node && getComputedStyle(node as HTMLElement).display !== "none"
      ? String(node.innerText)
      : ""
  })
    .filter(text => text.trim() !== "")
    .join("\n")
}
