/** A copy, written out once its parts are there. */
import { escapeAttribute, escapeText } from "../markup.ts"
import { type Part } from "./parts.ts"
import { type Piece } from "./pieces.ts"

/** What a copy says of itself at its head, for programs. */
export interface About {
  /** The file of which this is a copy that stands alone. */
  readonly of: string
  readonly url: string
  /** ISO 8601 in UTC. */
  readonly at: string
}

export interface Written {
  readonly html: string
  /** How many parts are in it, in another encoding than the page's, or not. */
  readonly counts: { readonly kept: number; readonly reencoded: number; readonly missing: number }
}

/** Characters of parts in one copy, each as often as it stands there. */
const LARGEST_COPY = 96 * 1024 * 1024
/** Missing parts that are named; more are counted. */
const MOST_NAMED = 1000
const LONGEST_NAME = 500

interface Writing {
  left: number
  readonly open: Set<Part>
  readonly kept: Set<Part>
  readonly reencoded: Set<Part>
  readonly missing: Map<string, { readonly what: string; readonly why: string }>
}

export function writeCopy(pieces: readonly Piece[], about: About): Written {
  const writing: Writing = {
    left: LARGEST_COPY,
    open: new Set(),
    kept: new Set(),
    reencoded: new Set(),
    missing: new Map(),
  }
  const texts = pieces.map(piece => (isAbout(piece) ? null : textOf(piece, writing)))
  const counts = {
    kept: writing.kept.size,
    reencoded: writing.reencoded.size,
    missing: writing.missing.size,
  }
  const left = [...writing.missing.values()].slice(0, MOST_NAMED)
  const said = escapeAttribute(JSON.stringify({ schema: 1, ...about, ...counts, left }))
  const meta = `<meta name="holdfast-copy" content="${said}">`
  return { html: texts.map(text => text ?? meta).join(""), counts }
}

const isAbout = (piece: Piece): boolean => typeof piece === "object" && piece.kind === "about"

const allOf = (pieces: readonly Piece[], writing: Writing): string =>
  pieces.map(piece => textOf(piece, writing)).join("")

function textOf(piece: Piece, writing: Writing): string {
  if (typeof piece === "string") return piece
  switch (piece.kind) {
    case "picture":
      return dataOf(piece.part, writing) ?? inItsPlace(piece.width, piece.height)
    case "file":
      return `url(${dataOf(piece.part, writing) ?? "data:,"})`
    case "sheet":
      return sheetOf(piece.part, writing) ?? allOf(piece.otherwise, writing)
    case "css": {
      const css = allOf(piece.pieces, writing)
      if (piece.within === "style") return css
      return piece.within === "svg" ? escapeText(css) : escapeAttribute(css)
    }
    case "document":
      return escapeAttribute(allOf(piece.pieces, writing))
    case "note":
      note(writing, piece.what, piece.why)
      return ""
    case "about":
      return ""
  }
}

/** Null, and noted, for a part that is not there or that the copy has no room for. */
function dataOf(part: Part, writing: Writing): string | null {
  const { outcome } = part
  if (outcome.kind === "data" && outcome.data.length <= writing.left) {
    writing.left -= outcome.data.length
    writing.kept.add(part)
    if (outcome.reencoded) writing.reencoded.add(part)
    return outcome.data
  }
  note(writing, part.url, outcome.kind === "missing" ? outcome.why : "limit")
  return null
}

/** Null, and noted, as of other parts. */
function sheetOf(part: Part, writing: Writing): string | null {
  const { outcome } = part
  if (outcome.kind !== "sheet") {
    note(writing, part.url, outcome.kind === "missing" ? outcome.why : "limit")
    return null
  }
  // Sheets that import each other.
  if (writing.open.has(part)) return ""
  writing.open.add(part)
  const css = allOf(outcome.pieces, writing)
  writing.open.delete(part)
  if (css.length > writing.left) {
    note(writing, part.url, "limit")
    return null
  }
  writing.left -= css.length
  writing.kept.add(part)
  return css
}

function note({ missing }: Writing, what: string, why: string): void {
  missing.set(`${why} ${what}`, { what: what.slice(0, LONGEST_NAME), why })
}

/** In the place of a picture that is not there: as large as it was, and seen to be empty; nothing where it had no place. */
function inItsPlace(width: number, height: number): string {
  if (width === 0 || height === 0) return "data:,"
  const [w, h] = [width, height].map(length => String(Math.max(1, Math.round(length))))
  return (
    `data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='${w}' height='${h}'%3E` +
    `%3Crect width='100%25' height='100%25' fill='%23eee' stroke='%23888' stroke-dasharray='4'/%3E%3C/svg%3E`
  )
}
