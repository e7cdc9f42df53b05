/**
 * Unsent drafts, left out of the visible text. The browser gives that text in
 * one piece, so each draft is looked for in it; the same words may stand in the
 * post as well, and those stay: what is counted is how often they come before.
 */
import { elementsIn, isVisible, type Root } from "./elements.ts"
import { REDACTED, type RedactionCounter } from "./redact.ts"
import { findIn, renderedIn } from "./unclobbered.ts"

const EDITABLE = '[contenteditable]:not([contenteditable="false" i])'

const isEditable = (element: Element): element is HTMLElement => element.matches(EDITABLE)

/** @param text what the browser gave as the rendered text of `root` */
export function withoutDrafts(text: string, root: Root, counter: RedactionCounter): string {
  let left = text
  // From the last to the first, so that what comes before stays as it was.
  for (const draft of elementsIn(root).filter(isEditable).reverse()) {
    const words = draft.innerText.trim()
    if (draft.parentElement?.closest(EDITABLE) || words === "" || !isVisible(draft)) continue
    const places = placesOf(words, left)
    const before = placesOf(words, visibleBefore(draft, root)).length
    // Where the count does not fit, rather one sentence too few than a draft kept.
    const doomed = places[before] === undefined ? places : [places[before]]
    for (const { index, length } of doomed.toReversed()) {
      left = left.slice(0, index) + REDACTED + left.slice(index + length)
    }
    if (places.length > 0) counter.add("draft")
  }
  return left
}

/**
 * The rendered text of one row of a list, and how many drafts were left out of
 * it, wherever in the row their words stand: rather one sentence too few.
 */
export function withoutOwnDrafts(row: Element): { readonly text: string; readonly drafts: number } {
  let text = renderedIn(row)
  let drafts = 0
  for (const draft of findIn(row, EDITABLE)) {
    const words = renderedIn(draft).trim()
    if (draft.parentElement?.closest(EDITABLE) || words === "" || !isVisible(draft)) continue
    for (const { index, length } of placesOf(words, text).toReversed()) {
      text = text.slice(0, index) + REDACTED + text.slice(index + length)
    }
    drafts += 1
  }
  return { text, drafts }
}

interface Place {
  readonly index: number
  readonly length: number
}

/** Wherever the words stand, whatever the white space between them. */
function placesOf(words: string, text: string): Place[] {
  const pattern = words
    .split(/\s+/)
    .map(word => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"))
    .join("\\s+")
  return Array.from(text.matchAll(new RegExp(pattern, "g")), ({ index, 0: found }) => ({
    index,
    length: found.length,
  }))
}

/** What stands before an element, about as the browser renders it. */
function visibleBefore(element: Element, root: Root): string {
  const walker = element.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const texts: string[] = []
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (element.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) break
    if (element.contains(node)) break
    const parent = node.parentElement
    if (parent === null || !isVisible(parent) || parent.localName === "textarea") continue
    texts.push(node.textContent ?? "")
  }
  return texts.join("")
}
