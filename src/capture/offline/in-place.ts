/** What stands in a copy in the place of elements that cannot stand there themselves. */
import { escapeAttribute, escapeText } from "../markup.ts"
import { REDACTED, type RedactionCounter, secretOf } from "../redact.ts"
import { namespaceOf, XHTML } from "../unclobbered.ts"
import { writeAttributes } from "./attributes.ts"
import { type Page } from "./document.ts"
import { type Piece, resolved } from "./pieces.ts"
import { isHarmlessMeta } from "./rules.ts"
import { ownSheet } from "./sheets.ts"

/** A `<style>` or a `<link>` with a style sheet, as a `<style>`. */
export function writeSheet(
  element: HTMLStyleElement | HTMLLinkElement,
  name: string,
  page: Page,
  out: Piece[],
): void {
  const { base, copying } = page
  const isLink = name === "link"
  if (isLink && !/(?:^|\s)stylesheet(?:\s|$)/i.test(element.getAttribute("rel") ?? "")) return
  const pieces = ownSheet(element, base, copying.parts)
  if (pieces === null) {
    const address = element.getAttribute("href")
    if (isLink && address !== null && !element.disabled)
      out.push({ kind: "note", what: resolved(address, base) ?? address, why: "not-loaded" })
    return
  }
  const isSvg = namespaceOf(element) !== XHTML
  out.push("<style")
  if (!isLink) writeAttributes(element, page, out)
  else if (element.media !== "") out.push(` media="${escapeAttribute(element.media)}"`)
  out.push(">", { kind: "css", pieces, within: isSvg ? "svg" : "style" }, "</style>")
}

export const styleElement = (pieces: readonly Piece[]): Piece[] => [
  "<style>",
  { kind: "css", pieces, within: "style" },
  "</style>",
]

/** What the page says of itself; nothing that makes a browser do something. */
export function writeMeta(element: Element, counter: RedactionCounter, out: Piece[]): void {
  const key = ["name", "property", "itemprop"].find(each => isHarmlessMeta(element.getAttribute(each) ?? ""))
  const content = element.getAttribute("content")
  if (key === undefined || content === null || element.hasAttribute("http-equiv")) return
  const secret = content === "" ? null : secretOf(element)
  if (secret !== null) counter.add(secret)
  const shown = secret === null ? escapeAttribute(content) : REDACTED
  out.push(`<meta ${key}="${escapeAttribute(element.getAttribute(key) ?? "")}" content="${shown}">`)
}

const PLACE =
  "margin:0;padding:6px;font:12px/1.5 sans-serif;color:#333;background:#f2f2f2;overflow-wrap:anywhere"

/** A document that says what is not here, and its address. */
export function wordsInPlace(element: Element, { base, copying }: Page, isOfAnotherSite: boolean): Piece[] {
  const address = element.getAttribute("src") ?? element.getAttribute("data") ?? ""
  const url = resolved(address, base) ?? address
  const { onlyInPicture, leftOut } = copying.words
  return [
    { kind: "note", what: url, why: isOfAnotherSite ? "only-in-picture" : "not-copied" },
    `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body style="${PLACE}">`,
    `<p>${escapeText(isOfAnotherSite ? onlyInPicture : leftOut)}</p><p>${escapeText(url)}</p></body></html>`,
  ]
}
