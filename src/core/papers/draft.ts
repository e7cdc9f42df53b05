/**
 * A paper that a lawyer goes on writing, as values: made of the same things as
 * the report, and of cells that wait for somebody's words. It is drawn as a Word
 * document. All text is plain, and made safe to show before it comes here.
 */
import type { Block, Column, Said } from "./block.ts"

/** Where the case does not know: to be seen, and to be filled in by hand. */
export const BLANK = "________"

export interface Cell {
  readonly said: Said
  /** Words that are offered, to be replaced: no fact of the case. */
  readonly isSuggestion: boolean
}

export interface CellGroup {
  readonly said: Said
  readonly rows: readonly (readonly Cell[])[]
}

export type DraftBlock =
  | Extract<Block, { readonly kind: "title" | "heading" | "text" | "facts" | "table" | "blanks" | "page" }>
  /** What nobody may overlook: that it is no finished paper. */
  | { readonly kind: "banner"; readonly said: Said }
  /** One table, its rows under the names of their groups. */
  | { readonly kind: "groups"; readonly columns: readonly Column[]; readonly groups: readonly CellGroup[] }

export interface Draft {
  /** Of the document, for a reader's window and its properties. */
  readonly title: string
  /** BCP 47, of the leading language. */
  readonly language: "zh-CN" | "en"
  /** When it was made, ISO 8601 in UTC. */
  readonly at: string
  readonly isLandscape: boolean
  /** At the head of every sheet. */
  readonly header: string
  /** At the foot of every sheet, before the number of the page and how many there are. */
  readonly footer: string
  readonly blocks: readonly DraftBlock[]
}
