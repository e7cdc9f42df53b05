/** What a copy is made of, before its parts are there. */
import { cssPieces } from "./css.ts"
import { cssString } from "./css-tokens.ts"
import { type Part, type Parts } from "./parts.ts"

/** Text as it will stand in the file, or what is written when the parts are there. */
export type Piece = string | Late

export type Late =
  /** The address of a picture: what it holds, or an empty frame of its size. */
  | { readonly kind: "picture"; readonly part: Part; readonly width: number; readonly height: number }
  /** A whole `url(…)` of CSS. */
  | { readonly kind: "file"; readonly part: Part }
  /** A style sheet that could not be read in place, or not well: `otherwise` is what could. */
  | { readonly kind: "sheet"; readonly part: Part; readonly otherwise: readonly Piece[] }
  /** CSS, escaped for where it stands. */
  | {
      readonly kind: "css"
      readonly pieces: readonly Piece[]
      readonly within: "style" | "attribute" | "svg"
    }
  /** A document in an attribute. */
  | { readonly kind: "document"; readonly pieces: readonly Piece[] }
  /** Nothing in the file: what is not in the copy, with the reason. */
  | { readonly kind: "note"; readonly what: string; readonly why: string }
  /** What the copy says of itself. */
  | { readonly kind: "about" }

/** A style sheet, with each address in it a part. @param base what its addresses are relative to */
export function sheetPieces(css: string, base: string, parts: Parts): Piece[] {
  return cssPieces(css).flatMap((piece): Piece[] => {
    if (typeof piece === "string") return [piece]
    if ("address" in piece) return [fileAt(piece.address, base, parts)]
    const { address, before, after } = piece.import
    const url = resolved(address, base)
    return url === null
      ? []
      : [before, { kind: "sheet", part: parts.want("sheet", url), otherwise: [] }, after]
  })
}

const NOTHING = "url(data:,)"
const OWN_DATA = /^data:(?:image|font|application)\/[^,]*,/i

function fileAt(address: string, base: string, parts: Parts): Piece {
  if (OWN_DATA.test(address)) return `url(${cssString(address)})`
  const url = resolved(address, base)
  return url === null ? NOTHING : { kind: "file", part: parts.want("file", url) }
}

/** An absolute address that can be asked for; null for any other. */
export function resolved(address: string, base: string): string | null {
  if (address.trim() === "") return null
  try {
    const { href, protocol } = new URL(address, base)
    return protocol === "http:" || protocol === "https:" || protocol === "blob:" ? href : null
  } catch {
    return null
  }
}
