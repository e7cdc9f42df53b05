/** The tags of a copy: names and attributes, without what runs, loads or leads away. */
import { escapeAttribute } from "../markup.ts"
import { attributesOf, localNameOf, namespaceOf, XHTML } from "../unclobbered.ts"
import { type Page } from "./document.ts"
import { pictureAttributes, pictured, pixelStyle } from "./pictures.ts"
import { type Piece, resolved, sheetPieces } from "./pieces.ts"
import { attributeRule, nameInCopy } from "./rules.ts"
import { hasValue, VALUE_ATTRIBUTES, valueAttributes } from "./values.ts"

export const lowerNameOf = (element: Element): string => localNameOf(element).toLowerCase()

const isHtml = (element: Element): boolean => namespaceOf(element) === XHTML

/** SVG has names with capitals, which its parser wants. */
export const writtenName = (element: Element): string =>
  nameInCopy(isHtml(element) ? lowerNameOf(element) : localNameOf(element))

/** Writes the attributes of an element, and what shows its picture, its value and its pixels. */
export function writeAttributes(element: Element, page: Page, out: Piece[]): void {
  const name = lowerNameOf(element)
  const { base, copying } = page
  const around = { base, parts: copying.parts }
  const valued = hasValue(name) && isHtml(element)
  const pixels = pixelStyle(name, element, around)
  let style = ""
  for (const { name: attribute, value } of Array.from(attributesOf(element))) {
    const lower = attribute.toLowerCase()
    if (valued && VALUE_ATTRIBUTES.has(lower)) continue
    switch (attributeRule(attribute, value, isHtml(element))) {
      case "keep":
        out.push(` ${attribute}="${escapeAttribute(value)}"`)
        break
      case "link":
        out.push(...linkAttributes(name, attribute, value, element, base))
        break
      case "picture":
        out.push(...pictured(lower, element, value, around))
        break
      case "css":
        if (lower === "style") style = value
        else out.push(...cssAttribute(attribute, sheetPieces(value, base, copying.parts)))
        break
      case "drop":
        break
    }
  }
  const styles = [...sheetPieces(style, base, copying.parts), ...pixels]
  if (styles.length > 0) out.push(...cssAttribute("style", styles))
  out.push(...pictureAttributes(name, element, around))
  if (valued) out.push(valueAttributes(name, element, copying.counter))
}

const cssAttribute = (name: string, pieces: readonly Piece[]): Piece[] => [
  ` ${name}="`,
  { kind: "css", pieces, within: "attribute" },
  '"',
]

/** An address that is shown and leads nowhere; a place in the same document can still be gone to. */
function linkAttributes(
  name: string,
  attribute: string,
  value: string,
  element: Element,
  base: string,
): Piece[] {
  const address = value.trim()
  if (address.startsWith("#")) return [` ${attribute}="${escapeAttribute(address)}"`]
  const url = resolved(address, base)
  if (name === "use") return [{ kind: "note", what: url ?? address, why: "not-in-this-document" }]
  if (name !== "a" && name !== "area") return []
  const shown = url ?? (/^(?:mailto|tel|sms|magnet|ftp):/i.test(address) ? address : null)
  if (shown === null) return []
  const escaped = escapeAttribute(shown)
  return [` data-holdfast-href="${escaped}"`, element.hasAttribute("title") ? "" : ` title="${escaped}"`]
}
