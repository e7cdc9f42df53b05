/**
 * What a paper is made of: headings, paragraphs, tables, pictures, as values.
 * Who draws it chooses the places; who writes it says what is there, and never
 * how far down the page. All text is plain, and made safe to show before it
 * comes here.
 */

import type { Area } from "../marks.ts"

/** `soft`: beside the matter, such as the second language. `code`: digits and commands, to be compared or copied. */
export const tones = ["plain", "strong", "soft", "code"] as const
export type Tone = (typeof tones)[number]

export interface Line {
  readonly text: string
  readonly tone: Tone
}

/** One thing said, in each language of the paper, a line each; the leading language first. */
export type Said = readonly Line[]

export interface Column {
  readonly head: Said
  /** Share of the width. */
  readonly width: number
}

/** Numbers over time, a line for each of what they are of, with one line across all for comparison. */
export interface Chart {
  readonly said: Said
  readonly series: readonly {
    readonly label: string
    /** By time, in milliseconds; at least one. */
    readonly points: readonly { readonly at: number; readonly value: number }[]
  }[]
  readonly reference: { readonly value: number; readonly label: string }
  /** Under its first and its last time. */
  readonly from: string
  readonly to: string
}

/** A picture of an item that is to be printed in parts, one below the other, each with its caption. */
export interface PictureSlot {
  readonly item: string
  /** In the item's folder. */
  readonly path: string
  /** Of which frames it is, and when each was taken: their rows in it, in its pixels. */
  readonly rows: readonly { readonly y: number; readonly height: number; readonly at: string }[]
  /** What is outlined on it, in its pixels, and what is said under a part that shows some of it. Not there for nothing. */
  readonly marked?: { readonly areas: readonly Area[]; readonly note: Said }
  /** Drawn smaller than a page, in one piece. */
  readonly isThumbnail: boolean
  /** Said of part `index` of `count`, of which the rows were on the screen at `times`. */
  readonly caption: (part: number, count: number, times: readonly string[]) => Said
  /** Where it cannot be read. */
  readonly missing: Said
  /** Where its later parts are not printed. */
  readonly cutOff: (printed: number, count: number) => Said
}

export type Block =
  | { readonly kind: "title"; readonly said: Said }
  /** Level 1 begins a section. A heading is a bookmark too, under `mark`. */
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly said: Said; readonly mark: string }
  | { readonly kind: "text"; readonly said: Said; readonly isNote: boolean }
  | { readonly kind: "list"; readonly entries: readonly Said[]; readonly isNumbered: boolean }
  | { readonly kind: "facts"; readonly rows: readonly Fact[] }
  | {
      readonly kind: "table"
      readonly columns: readonly Column[]
      readonly rows: readonly (readonly Said[])[]
    }
  /** Commands, a line each. */
  | { readonly kind: "code"; readonly lines: readonly string[] }
  | { readonly kind: "picture"; readonly slot: PictureSlot }
  | ({ readonly kind: "chart" } & Chart)
  /** Digits as a square to be read by a camera, and what it holds. */
  | { readonly kind: "qr"; readonly text: string; readonly said: Said }
  /** Short paragraphs with a frame round them, to be read first. */
  | { readonly kind: "box"; readonly entries: readonly Said[] }
  /** What is known of one thing, all on one sheet, with its picture and its address as a square. A bookmark too. */
  | ({ readonly kind: "card" } & Card)
  /** Empty lines with a label before each, to be filled in by hand. */
  | { readonly kind: "blanks"; readonly labels: readonly Said[] }
  /** What follows begins on a new page where less than this is left, in points: so that it stays together. */
  | { readonly kind: "room"; readonly height: number }
  /** What follows begins on a page of its own. */
  | { readonly kind: "page" }

export interface Fact {
  readonly label: Said
  readonly value: Said
}

export interface Card {
  readonly said: Said
  readonly mark: string
  /** What the square holds; null for none. */
  readonly code: string | null
  /** A thumbnail; null for none. */
  readonly slot: PictureSlot | null
  readonly facts: readonly Fact[]
}

export interface Paper {
  /** Of the document, for a reader's window and its properties. */
  readonly title: string
  /** BCP 47, of the leading language. */
  readonly language: string
  /** When it was made, ISO 8601 in UTC. */
  readonly at: string
  readonly header: string
  /** At the foot of page `page` of `pages`. */
  readonly footer: (page: number, pages: number) => string
  readonly blocks: readonly Block[]
}
