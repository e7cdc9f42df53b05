/** Style sheets of a document, as they apply now: what scripts have changed in them too. */
import { rulesOf } from "../markup.ts"
import { textIn } from "../unclobbered.ts"
import { around } from "./css.ts"
import { type Parts } from "./parts.ts"
import { type Piece, resolved, sheetPieces } from "./pieces.ts"

/**
 * What browsers write of a shorthand with a variable in it, once one of its
 * longhands was set apart: nothing. The rules would come back without it.
 */
const LOST = /[{;]\s*(?!--)[\w-]+:\s*;/

/** The sheet of a `<style>` or `<link>`. Null: it applies to nothing, or has not come. */
export function ownSheet(
  element: HTMLStyleElement | HTMLLinkElement,
  base: string,
  parts: Parts,
): Piece[] | null {
  const { sheet } = element
  if (sheet === null || sheet.disabled) return null
  const isLink = sheet.href !== null
  const text = rulesText(sheet)
  if (text !== null && !LOST.test(text)) return piecesOf(sheet, base, parts)
  if (!isLink) return sheetPieces(text === null || LOST.test(text) ? textIn(element) : text, base, parts)
  const url = resolved(sheet.href, base)
  if (url === null) return null
  // Read in place it would lack something: better than nothing, where it cannot be had.
  const otherwise = text === null ? [] : piecesOf(sheet, base, parts)
  return [{ kind: "sheet", part: parts.want("sheet", url), otherwise }]
}

/** A sheet that a script made. */
export const adoptedSheet = (sheet: CSSStyleSheet, base: string, parts: Parts): Piece[] =>
  sheet.disabled ? [] : inMedia(sheet.media.mediaText, piecesOf(sheet, base, parts))

const inMedia = (media: string, pieces: Piece[]): Piece[] =>
  !media || media === "all" ? pieces : [`@media ${media.replace(/[{}<]/g, "")}{`, ...pieces, "}"]

function piecesOf(sheet: CSSStyleSheet, base: string, parts: Parts): Piece[] {
  const own = sheet.href ?? base
  return Array.from(sheet.cssRules).flatMap((rule): Piece[] =>
    isImport(rule) ? imported(rule, own, parts) : [...sheetPieces(rule.cssText, own, parts), "\n"],
  )
}

const isImport = (rule: CSSRule): rule is CSSImportRule => "styleSheet" in rule

function imported(rule: CSSImportRule, base: string, parts: Parts): Piece[] {
  const { layerName, supportsText } = rule
  const layer = layerName === null ? "" : `layer(${layerName})`
  const supports = supportsText === null ? "" : `supports(${supportsText})`
  const { before, after } = around(`${layer} ${supports} ${rule.media.mediaText}`)
  const sheet = rule.styleSheet
  if (sheet !== null && rulesText(sheet) !== null) return [before, ...piecesOf(sheet, base, parts), after]
  const url = resolved(rule.href, base)
  return url === null ? [] : [before, { kind: "sheet", part: parts.want("sheet", url), otherwise: [] }, after]
}

/** Null for a sheet of another site, which no script may read. */
function rulesText(sheet: CSSStyleSheet): string | null {
  try {
    return rulesOf(sheet)
  } catch {
    return null
  }
}
