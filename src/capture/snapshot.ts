/**
 * The document as it stands, written out as HTML: with open and closed shadow
 * roots as declarative templates, and without secrets. The page is only read.
 *
 * What it does not hold: cross-origin frames (in the picture only), canvas
 * pixels, and what style sheets or scripts keep to themselves.
 */
import { countRedactions, isDraft, REDACTED, type RedactionCounter, secretOf } from "./redact.ts"
import { type Redaction } from "../core/evidence.ts"

const VOID = new Set([
  ...["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"],
])
const LEADING_NEWLINE = new Set(["pre", "listing"])
const XHTML = "http://www.w3.org/1999/xhtml"
const RAW_TEXT = new Set(["style", "script", "xmp", "iframe", "noembed", "noframes", "plaintext", "noscript"])

export interface Snapshot {
  readonly html: string
  readonly redacted: readonly Redaction[]
  readonly shadowRoots: number
}

export function snapshotDocument(where: string): Snapshot {
  const counter = countRedactions()
  const out: string[] = []
  const state = { out, counter, shadowRoots: 0 }
  for (const node of document.childNodes) writeNode(node, state)
  return { html: out.join(""), redacted: counter.list(where), shadowRoots: state.shadowRoots }
}

interface Writing {
  readonly out: string[]
  readonly counter: RedactionCounter
  shadowRoots: number
}

/** With an own stack: a page may nest deeper than calls can. */
function writeNode(root: Node, state: Writing): void {
  const stack: (Node | string)[] = [root]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (typeof next === "string") state.out.push(next)
    else if (next instanceof Element) writeElement(next, state, stack)
    else state.out.push(leaf(next))
  }
}

function writeElement(element: Element, state: Writing, stack: (Node | string)[]): void {
  const name = element.tagName.includes(":") ? element.tagName : element.localName
  state.out.push(`<${name}${attributes(element, state.counter)}>`)
  const isHtml = element.namespaceURI === XHTML
  if (isHtml && VOID.has(name)) return
  // The parser drops a newline right after these tags: one more keeps the page's own.
  if (isHtml && LEADING_NEWLINE.has(name) && startsWithNewline(element)) state.out.push("\n")
  stack.push(`</${name}>`)
  if (isDraft(element)) {
    // A draft may be a picture alone.
    if (element.textContent.trim() !== "" || element.childElementCount > 0) {
      state.counter.add("draft")
      state.out.push(REDACTED)
    }
    return
  }
  const source = element instanceof HTMLTemplateElement ? element.content : element
  for (const child of Array.from(source.childNodes).reverse()) stack.push(child)
  const shadow = shadowOf(element)
  if (shadow) {
    state.shadowRoots += 1
    stack.push("</template>")
    for (const child of Array.from(shadow.childNodes).reverse()) stack.push(child)
    stack.push(`<template shadowrootmode="${shadow.mode}">${adoptedSheets(shadow)}`)
  }
}

function attributes(element: Element, counter: RedactionCounter): string {
  const secret = secretOf(element)
  return Array.from(element.attributes, ({ name, value }) => {
    if (secret === null || (name !== "value" && name !== "content") || value === "") {
      return ` ${name}="${escapeAttribute(value)}"`
    }
    counter.add(secret)
    return ` ${name}="${REDACTED}"`
  }).join("")
}

function leaf(node: Node): string {
  if (node instanceof Text) {
    return isRawText(node.parentElement) ? node.data : escapeText(node.data)
  }
  if (node instanceof Comment) return `<!--${node.data}-->`
  if (node instanceof DocumentType) return doctype(node)
  if (node instanceof ProcessingInstruction) return `<?${node.target} ${node.data}?>`
  return ""
}

const startsWithNewline = ({ firstChild }: Element): boolean =>
  firstChild instanceof Text && firstChild.data.startsWith("\n")

// In SVG and MathML the same names hold ordinary text.
const isRawText = (parent: Element | null): boolean =>
  parent !== null && parent.namespaceURI === XHTML && RAW_TEXT.has(parent.localName)

function doctype({ name, publicId, systemId }: DocumentType): string {
  if (publicId) return `<!DOCTYPE ${name} PUBLIC "${publicId}"${systemId ? ` "${systemId}"` : ""}>\n`
  return systemId ? `<!DOCTYPE ${name} SYSTEM "${systemId}">\n` : `<!DOCTYPE ${name}>\n`
}

function adoptedSheets(root: ShadowRoot): string {
  return Array.from(root.adoptedStyleSheets, sheet => {
    const rules = Array.from(sheet.cssRules, rule => rule.cssText).join("\n")
    return `<style data-adopted>${rules.replaceAll("</", "<\\/")}</style>`
  }).join("")
}

declare const chrome:
  { readonly dom?: { openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null } } | undefined

/** The shadow root of an element, a closed one too: both browsers let an extension's script see it. */
export function shadowOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot) return element.shadowRoot
  if (!(element instanceof HTMLElement)) return null
  if ("openOrClosedShadowRoot" in element) return element.openOrClosedShadowRoot as ShadowRoot | null
  // Throws for an element that can have none.
  if (typeof chrome === "undefined" || (!element.localName.includes("-") && !MAY_HOST.has(element.localName)))
    return null
  return chrome.dom?.openOrClosedShadowRoot(element) ?? null
}

// Elements other than custom ones that attachShadow takes (DOM standard, valid shadow host name).
const MAY_HOST = new Set([
  ...[
    "article",
    "aside",
    "blockquote",
    "body",
    "div",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
  ],
  ...["main", "nav", "p", "section", "span"],
])

const escapeText = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("\u00a0", "&nbsp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")

const escapeAttribute = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("\u00a0", "&nbsp;").replaceAll('"', "&quot;")
