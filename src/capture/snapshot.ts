/**
 * The document as it stands, written out as HTML: with open and closed shadow
 * roots as declarative templates, and without secrets. The page is only read.
 *
 * What it does not hold: cross-origin frames (in the picture only), canvas
 * pixels, and what style sheets or scripts keep to themselves.
 */
import { type Changes } from "./changes.ts"
import {
  doctype,
  escapeAttribute,
  escapeText,
  type Hand,
  isText,
  nameOf,
  rulesOf,
  writeTree,
} from "./markup.ts"
import { countRedactions, isDraft, REDACTED, type RedactionCounter, secretOf } from "./redact.ts"
import { type Redaction } from "../core/evidence.ts"
import { attributesOf, childrenOf, localNameOf, namespaceOf, parentOf, textIn, XHTML } from "./unclobbered.ts"

const RAW_TEXT = new Set(["style", "script", "xmp", "iframe", "noembed", "noframes", "plaintext", "noscript"])

export interface Snapshot {
  readonly html: string
  readonly redacted: readonly Redaction[]
  readonly shadowRoots: number
}

/** How the page was before it was held still: what of it is ours, and what is not. */
export type AsFound = Pick<Changes, "styleAsFound" | "isOurs">

/** @param asFound while the page is held: our own changes are left out */
export function snapshotDocument(where: string, asFound: AsFound | null = null): Snapshot {
  const counter = countRedactions()
  const out: string[] = []
  let shadowRoots = 0
  const hand: Hand<string> = {
    out,
    instead: element => asFound?.isOurs(element) ?? false,
    nameOf,
    attributes: element => out.push(attributes(element, counter, asFound)),
    inside: element => writeRedacted(element, out, counter),
    sheets(root) {
      shadowRoots += 1
      for (const sheet of root.adoptedStyleSheets) {
        out.push(`<style data-adopted>${rulesOf(sheet).replaceAll("</", "<\\/")}</style>`)
      }
    },
    leaf: node => out.push(leaf(node)),
  }
  for (const node of Array.from(childrenOf(document))) writeTree(node, hand)
  return { html: out.join(""), redacted: counter.list(where), shadowRoots }
}

/** Writes that a draft was left out, and answers true; false for what is none. */
export function writeRedacted(element: Element, out: unknown[], counter: RedactionCounter): boolean {
  if (!isDraft(element)) return false
  // A draft may be a picture alone.
  if (textIn(element).trim() !== "" || element.childElementCount > 0) {
    counter.add("draft")
    out.push(REDACTED)
  }
  return true
}

function attributes(element: Element, counter: RedactionCounter, asFound: AsFound | null): string {
  const secret = secretOf(element)
  const style = asFound?.styleAsFound(element)
  return Array.from(attributesOf(element), ({ name, value }) => {
    if (name === "style" && style !== undefined)
      return style === null ? "" : ` style="${escapeAttribute(style)}"`
    if (secret === null || (name !== "value" && name !== "content") || value === "") {
      return ` ${name}="${escapeAttribute(value)}"`
    }
    counter.add(secret)
    return ` ${name}="${REDACTED}"`
  }).join("")
}

function leaf(node: Node): string {
  if (isText(node)) return isRawText(parentOf(node)) ? textIn(node) : escapeText(textIn(node))
  if (node instanceof Comment) return `<!--${node.data}-->`
  if (node instanceof DocumentType) return doctype(node)
  if (node instanceof ProcessingInstruction) return `<?${node.target} ${node.data}?>`
  return ""
}

// In SVG and MathML the same names hold ordinary text.
const isRawText = (parent: Element | null): boolean =>
  parent !== null && namespaceOf(parent) === XHTML && RAW_TEXT.has(localNameOf(parent))
