/** A document as the pieces of a copy that stands alone. The page is only read. */
import { documentIn, isFrame } from "../elements.ts"
import { doctype, escapeText, type Hand, isText, writeTree } from "../markup.ts"
import { type RedactionCounter } from "../redact.ts"
import { writeRedacted } from "../snapshot.ts"
import { boxOf, childrenOf, isElement, parentOf, textIn } from "../unclobbered.ts"
import { lowerNameOf, writeAttributes, writtenName } from "./attributes.ts"
import { styleElement, wordsInPlace, writeMeta, writeSheet } from "./in-place.ts"
import { type Parts } from "./parts.ts"
import { type Piece } from "./pieces.ts"
import { animatesMore, elementRule } from "./rules.ts"
import { adoptedSheet } from "./sheets.ts"

/** Said in the place of a frame of another site, and of what no copy can hold. */
export interface CopyWords {
  readonly onlyInPicture: string
  readonly leftOut: string
}

export interface Copying {
  readonly parts: Parts
  readonly counter: RedactionCounter
  readonly words: CopyWords
  /** Documents in frames so far. */
  frames: number
}

const MOST_FRAMES = 100
const DEEPEST_FRAME = 5

/** Nothing is loaded, run, sent or navigated to, whatever the markup says. */
export const POLICY =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:; form-action 'none'; base-uri 'none'"

const HEAD =
  `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">` +
  "<style>:where([data-holdfast-href]){color:LinkText;text-decoration:underline;cursor:help}</style>"

/** @param depth how many frames it stands in */
export function documentPieces(document: Document, copying: Copying, depth = 0): Piece[] {
  const out: Piece[] = []
  const root: Element = Reflect.get(Document.prototype, "documentElement", document)
  const head: Piece[] = depth === 0 ? [HEAD, { kind: "about" }] : [HEAD]
  const page: Page = { base: baseOf(root), copying, depth }
  const { doctype: type } = document
  const isHtml = lowerNameOf(root) === "html"
  if (type && isHtml) out.push(doctype(type))
  else if (!isHtml) out.push("<!DOCTYPE html>\n<html><head>", ...head, "</head><body>")
  writeTree(root, handOf(page, root, head, out))
  const sheets = Array.from(document.adoptedStyleSheets).flatMap(sheet =>
    adoptedSheet(sheet, page.base, copying.parts),
  )
  if (sheets.length > 0) out.push(...styleElement(sheets))
  if (!isHtml) out.push("</body></html>")
  return out
}

const baseOf = (root: Element): string => Reflect.get(Node.prototype, "baseURI", root)

/** How one document is written: what is where in it, and how deep it stands itself. */
export interface Page {
  readonly base: string
  readonly copying: Copying
  readonly depth: number
}

function handOf(page: Page, root: Element, head: readonly Piece[], out: Piece[]): Hand<Piece> {
  const { counter, parts } = page.copying
  return {
    out,
    instead(element) {
      const name = lowerNameOf(element)
      switch (elementRule(name)) {
        case "drop":
          return true
        case "sheet":
          writeSheet(element as HTMLStyleElement, name, page, out)
          return true
        case "meta":
          writeMeta(element, counter, out)
          return true
        case "frame":
        case "plugin":
          writeFrame(element, page, out)
          return true
        case "keep":
        case "text":
        case "empty":
          return animatesMore(name, element.getAttribute("attributeName") ?? "")
      }
    },
    nameOf: writtenName,
    attributes: element => {
      writeAttributes(element, page, out)
    },
    inside(element) {
      const name = lowerNameOf(element)
      if (element === root && name === "html" && !hasHead(root)) out.push("<head>", ...head, "</head>")
      if (name === "head" && parentOf(element) === root) out.push(...head)
      if (elementRule(name) === "empty") return true
      if (elementRule(name) === "text") {
        out.push(escapeText(textIn(element)))
        return true
      }
      return writeRedacted(element, out, counter)
    },
    sheets(root) {
      const sheets = Array.from(root.adoptedStyleSheets).flatMap(sheet =>
        adoptedSheet(sheet, page.base, parts),
      )
      if (sheets.length > 0) out.push(...styleElement(sheets))
    },
    leaf(node) {
      if (isText(node)) out.push(escapeText(textIn(node)))
    },
  }
}

function writeFrame(element: Element, page: Page, out: Piece[]): void {
  const { copying, depth } = page
  const inner = documentIn(element)
  const isTooMuch = depth >= DEEPEST_FRAME || copying.frames >= MOST_FRAMES
  copying.frames += 1
  const top = inner && (Reflect.get(Document.prototype, "documentElement", inner) as Element | null)
  const pieces =
    inner !== null && top !== null && !isTooMuch
      ? documentPieces(inner, copying, depth + 1)
      : wordsInPlace(element, page, inner === null && isFrame(element))
  out.push("<iframe")
  writeAttributes(element, page, out)
  // A frame set gives its frames their places, and there is none in the copy.
  const { width, height } = boxOf(element)
  if (lowerNameOf(element) === "frame") out.push(` width="${String(width)}" height="${String(height)}"`)
  out.push(' sandbox="" srcdoc="', { kind: "document", pieces }, '"></iframe>')
}

const hasHead = (root: Element): boolean =>
  Array.from(childrenOf(root)).some(child => isElement(child) && lowerNameOf(child) === "head")
