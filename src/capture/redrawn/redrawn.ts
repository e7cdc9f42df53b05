/**
 * The page drawn again, where no screenshot can be had. What is drawn is the
 * copy that stands alone (offline/copies.ts), so that nothing is requested; the
 * library that draws is a script of its own, which is put here when it is wanted.
 */
import { type Bytes } from "../../core/bytes.ts"
import { EvidenceError } from "../../core/errors.ts"
import { type Redrawn } from "../../core/redrawn.ts"
import { type Copies } from "../offline/copies.ts"

/** What the drawing script leaves for this one. */
export type Draw = (html: string, words: string) => Promise<Drawing>

export interface Drawing extends Omit<Redrawn, "leftOut"> {
  /** A PNG. */
  readonly bytes: Bytes
}

declare global {
  // Left by src/content/redrawn.ts in this world, which no script of the page sees.
  var holdfastDraw: Draw | undefined
}

export interface Redrawer {
  /** Draws the document that was last read for a copy. Throws `internal` where none was, or nobody is here to draw. */
  readonly draw: (words: string) => Promise<Redrawn>
  /** The picture, once. Throws `internal` where none was drawn. */
  readonly take: () => { readonly bytes: Bytes; readonly url: string }
}

export function redrawerOf(copies: Copies): Redrawer {
  const held: { drawn: { readonly bytes: Bytes; readonly url: string } | null } = { drawn: null }
  return {
    async draw(words) {
      const draw = globalThis.holdfastDraw
      if (draw === undefined) throw new EvidenceError("internal", "the drawing script is not here")
      const { html, url, counts } = copies.make("after")
      const { bytes, ...size } = await draw(html, words)
      held.drawn = { bytes, url }
      return { ...size, leftOut: counts.missing }
    },
    take() {
      const { drawn } = held
      if (drawn === null) throw new EvidenceError("internal", "nothing was drawn")
      held.drawn = null
      return drawn
    },
  }
}
