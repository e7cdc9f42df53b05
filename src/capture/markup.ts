/**
 * Markup, written from nodes. One walk serves every file that is made of the
 * document; what differs from file to file is the hand that writes.
 */
import { shadowOf } from "./shadow.ts"
import { childrenOf, isElement, localNameOf, namespaceOf, tagNameOf, textIn, XHTML } from "./unclobbered.ts"

const VOID = new Set([
  ...["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"],
])
const LEADING_NEWLINE = new Set(["pre", "listing"])

/** How one file writes what the walk meets. `Piece` is what stands in its text besides strings. */
export interface Hand<Piece> {
  readonly out: (Piece | string)[]
  /** Writes what stands for an element and all that it holds, and answers true; false leaves it to the walk. */
  readonly instead: (element: Element) => boolean
  /** The name in the tags. */
  readonly nameOf: (element: Element) => string
  /** Writes the attributes, each with a space before it. */
  readonly attributes: (element: Element) => void
  /** Writes what stands within an element in place of what it holds, and answers true; false leaves it to the walk. */
  readonly inside: (element: Element) => boolean
  /** Writes the style sheets that scripts gave a shadow root. */
  readonly sheets: (root: ShadowRoot) => void
  /** Writes a node that is no element. */
  readonly leaf: (node: Node) => void
}

/** With an own stack: a page may nest deeper than calls can. */
export function writeTree<Piece>(root: Node, hand: Hand<Piece>): void {
  const stack: (Node | string)[] = [root]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (typeof next === "string") hand.out.push(next)
    else if (isElement(next)) writeElement(next, hand, stack)
    else hand.leaf(next)
  }
}

function writeElement<Piece>(element: Element, hand: Hand<Piece>, stack: (Node | string)[]): void {
  if (hand.instead(element)) return
  const name = hand.nameOf(element)
  hand.out.push(`<${name}`)
  hand.attributes(element)
  hand.out.push(">")
  const isHtml = namespaceOf(element) === XHTML
  if (isHtml && VOID.has(name)) return
  // The parser drops a newline right after these tags: one more keeps the page's own.
  if (isHtml && LEADING_NEWLINE.has(name) && startsWithNewline(element)) hand.out.push("\n")
  stack.push(`</${name}>`)
  if (hand.inside(element)) return
  const isTemplate = isHtml && name === "template"
  pushChildren(isTemplate ? (element as HTMLTemplateElement).content : element, stack)
  const shadow = shadowOf(element)
  if (shadow === null) return
  hand.out.push(`<template shadowrootmode="${shadow.mode}">`)
  hand.sheets(shadow)
  stack.push("</template>")
  pushChildren(shadow, stack)
}

/** A name as it is written in a tag. */
export function nameOf(element: Element): string {
  const tagName = tagNameOf(element)
  return tagName.includes(":") ? tagName : localNameOf(element)
}

function pushChildren(node: Node, stack: (Node | string)[]): void {
  for (const child of Array.from(childrenOf(node)).reverse()) stack.push(child)
}

export const isText = (node: Node): boolean =>
  node.nodeType === Node.TEXT_NODE || node.nodeType === Node.CDATA_SECTION_NODE

function startsWithNewline(element: Element): boolean {
  const first = childrenOf(element)[0]
  return first !== undefined && isText(first) && textIn(first).startsWith("\n")
}

export function doctype({ name, publicId, systemId }: DocumentType): string {
  if (publicId) return `<!DOCTYPE ${name} PUBLIC "${publicId}"${systemId ? ` "${systemId}"` : ""}>\n`
  return systemId ? `<!DOCTYPE ${name} SYSTEM "${systemId}">\n` : `<!DOCTYPE ${name}>\n`
}

/** The text of a style sheet, as the browser has it now. */
export const rulesOf = (sheet: CSSStyleSheet): string =>
  Array.from(sheet.cssRules, rule => rule.cssText).join("\n")

export const escapeText = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("\u00a0", "&nbsp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")

export const escapeAttribute = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("\u00a0", "&nbsp;").replaceAll('"', "&quot;")
