/** What is looked for: words apart by spaces, each of which must stand somewhere in the text, as it is or within another. */
import { fold } from "./fold.ts"
import { gramsOf } from "./grams.ts"
import { mayHold } from "./signature.ts"

/** UTF-16 units of a question; what is longer is cut. */
const LONGEST = 500

export interface Query {
  /** Folded; none is empty. */
  readonly terms: readonly string[]
  readonly grams: readonly number[]
}

export function parseQuery(typed: string): Query {
  const terms = fold(typed.slice(0, LONGEST))
    .split(" ")
    .filter(term => term !== "")
  return { terms, grams: [...new Set(terms.flatMap(term => [...gramsOf(term)]))] }
}

/** Whether a text of this signature is worth reading. */
export const mayMatch = ({ grams }: Query, signature: Uint8Array): boolean => mayHold(signature, grams)

/** Whether every term stands in a folded text: what is found is never found by its signature alone. */
export const matches = ({ terms }: Query, text: string): boolean => terms.every(term => text.includes(term))

/** A part of a text around what was found, and the place of that in it. */
export interface Snippet {
  readonly before: string
  readonly found: string
  readonly after: string
}

const BEFORE = 16
const AFTER = 48

/** Around the first term that stands there, on its own line; null where none does. */
export function snippetOf({ terms }: Query, text: string): Snippet | null {
  for (const term of terms) {
    const at = text.indexOf(term)
    if (at === -1) continue
    const end = at + term.length
    const from = Math.max(text.lastIndexOf("\n", at) + 1, wholeFrom(text, at - BEFORE))
    const next = text.indexOf("\n", end)
    const to = Math.min(next === -1 ? text.length : next, wholeFrom(text, end + AFTER))
    return { before: text.slice(from, at), found: term, after: text.slice(end, to) }
  }
  return null
}

/** Not between the halves of one character. */
function wholeFrom(text: string, at: number): number {
  if (at <= 0) return 0
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at
}
