/**
 * Style sheets without addresses. Whatever a sheet would load stands in what is
 * given back as an address to be replaced, never as text.
 */
import { cssString, type Token, tokensOf } from "./css-tokens.ts"

export interface SheetImport {
  /** As it stands in the sheet. */
  readonly address: string
  /** What stands around the rules that are imported: `@media …{`, and the braces that close it. */
  readonly before: string
  readonly after: string
}

export type CssPiece =
  | string
  /** Something to load: becomes a whole `url(…)`. */
  | { readonly address: string }
  | { readonly import: SheetImport }

/** Functions in which a string is an address. */
const LOADING = new Set([
  "image-set",
  "-webkit-image-set",
  "image",
  "-webkit-cross-fade",
  "cross-fade",
  "src",
])

/** Where a link would have been told from other elements by having an address, which it has no more. */
const LINK = ":is(:link,[data-holdfast-href])"

/** Text without any of these is written as it is: most rules are. */
const SUSPECT = /[\\@<]|url|image|cross-fade|src|:(?:any-)?link/i

/** A style sheet, or the value of a style attribute. Joined, its strings hold no address, and nothing that ends a `<style>`. */
export function cssPieces(sheet: string): CssPiece[] {
  if (!SUSPECT.test(sheet)) return sheet === "" ? [] : [sheet]
  const pieces: CssPiece[] = []
  const functions: string[] = []
  const tokens = tokensOf(sheet)
  let depth = 0
  let mayImport = true
  let colons = 0
  for (const token of tokens) {
    const before = colons
    colons = 0
    switch (token.kind) {
      case "comment":
        pieces.push("/**/")
        colons = before
        break
      case "url":
        pieces.push(loading(token.value))
        break
      case "string":
        pieces.push(LOADING.has(functions.at(-1) ?? "") ? loading(token.value) : cssString(token.value))
        break
      case "function":
        functions.push(token.name)
        pieces.push(token.text)
        break
      case "ident":
        if (before === 1 && (token.name === "link" || token.name === "any-link")) {
          pieces.pop()
          pieces.push(LINK)
        } else pieces.push(token.text)
        break
      case "at":
        if (token.name === "import") {
          const found = readImport(tokens)
          if (found !== null && mayImport && depth === 0) pieces.push({ import: found })
        } else if (token.name === "charset") untilSemicolon(tokens)
        else if (token.name === "namespace") pieces.push(namespaceRule(tokens))
        else {
          pieces.push(token.text)
          if (token.name !== "layer") mayImport = false
        }
        break
      case "other":
        if (token.text === ":") colons = before + 1
        if (token.text === "(") functions.push("")
        if (token.text === ")") functions.pop()
        if (token.text === "{") {
          depth += 1
          mayImport = false
        }
        if (token.text === "}") depth = Math.max(0, depth - 1)
        pieces.push(token.text)
        break
    }
  }
  return apart(pieces)
}

/** A name within the same document stays; all else is to be loaded. */
const loading = (address: string): CssPiece =>
  address.startsWith("#") ? `url(${cssString(address)})` : { address }

/** Neighbouring strings joined, and no `<` in them that a parser of HTML could take for a tag. */
function apart(pieces: readonly CssPiece[]): CssPiece[] {
  const joined: CssPiece[] = []
  let text = ""
  const end = () => {
    // Only a comparison of a media query, or a broken sheet, has one outside a string.
    if (text !== "") joined.push(text.replace(/<(?=[a-z/!?]|$)/gi, "< "))
    text = ""
  }
  for (const piece of pieces) {
    if (typeof piece === "string") text += piece
    else {
      end()
      joined.push(piece)
    }
  }
  end()
  return joined
}

/** The tokens up to the end of a rule without a block. */
function untilSemicolon(tokens: Iterator<Token>): Token[] {
  const found: Token[] = []
  for (let next = tokens.next(); next.done !== true; next = tokens.next()) {
    const token = next.value
    if (token.kind === "other" && token.text === ";") break
    if (token.kind !== "comment") found.push(token)
  }
  return found
}

const isSpace = (token: Token | undefined): boolean => token?.kind === "other" && token.text.trim() === ""

function readImport(tokens: Iterator<Token>): SheetImport | null {
  const prelude = untilSemicolon(tokens)
  while (isSpace(prelude[0])) prelude.shift()
  const [first, ...conditions] = prelude
  if (first?.kind !== "url" && first?.kind !== "string") return null
  return { address: first.value, ...around(conditions.map(asText).join("")) }
}

/** A token without an address in it. */
function asText(token: Token): string {
  if (token.kind === "url") return `url("")`
  if (token.kind === "string") return cssString(token.value)
  return token.kind === "comment" ? " " : token.text
}

/** `layer(a) supports(display: grid) screen`, as the blocks that it stands for. */
export function around(conditions: string): { before: string; after: string } {
  let rest = conditions.trim()
  const blocks: string[] = []
  const layer = /^layer(?:\(([^)]*)\))?(?=\s|$|supports)/i.exec(rest)
  if (layer) {
    blocks.push(`@layer ${layer[1] ?? ""}{`)
    rest = rest.slice(layer[0].length).trim()
  }
  const supports = /^supports\(/i.test(rest) ? endOfParenthesis(rest) : 0
  if (supports > 0) {
    blocks.push(`@supports ${rest.slice("supports".length, supports)}{`)
    rest = rest.slice(supports).trim()
  }
  if (rest !== "") blocks.push(`@media ${rest.replace(/[{}]/g, "")}{`)
  return { before: blocks.join(""), after: "}".repeat(blocks.length) }
}

/** The index after the parenthesis that closes the first one; 0 where none does. */
function endOfParenthesis(text: string): number {
  let depth = 0
  for (let index = 0; index < text.length; index++) {
    if (text[index] === "(") depth += 1
    if (text[index] === ")" && --depth === 0) return index + 1
  }
  return 0
}

/** A name space is a name, not an address; written as a string it cannot be taken for one. */
function namespaceRule(tokens: Iterator<Token>): string {
  const rest = untilSemicolon(tokens).map(token =>
    token.kind === "url" || token.kind === "string" ? cssString(token.value) : asText(token),
  )
  return `@namespace${rest.join("")};`
}
