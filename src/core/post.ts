/**
 * The chosen post and the quoted sentence, as capture.json says where they are,
 * and the parsers of that. Device pixels throughout.
 */
import { type Area } from "./marks.ts"
import {
  asCount,
  asFields,
  asList,
  asNumber,
  asString,
  asStringOrNull,
  asStrings,
  malformed,
} from "./parse.ts"

/** The post that the user pointed at. Its place is from the page's upper left corner, as it stood in the frames. */
export interface PostRecord extends Area {
  readonly selector: string
  /** Its number in `boxes`, where it is a box that scrolls by itself; all that it holds is in that box's pages. */
  readonly box?: number
  /** The picture that was cut out; null where none was, and a gap says why. */
  readonly file: string | null
  /** The frames that it was cut out of. */
  readonly from: readonly string[]
  /** Every frame that shows a part of it, and where. */
  readonly frames: readonly PostInFrame[]
  /** What was clicked in it, because the user wanted folded text unfolded. */
  readonly clicks: readonly PostClick[]
}

export interface PostInFrame extends Area {
  readonly path: string
  /** Which column and row of the post stand at the part's upper left corner. */
  readonly column: number
  readonly row: number
}

export interface PostClick {
  readonly selector: string
  readonly words: string
}

/** The words that were selected when the capture began. */
export interface QuoteRecord {
  readonly text: string
  /** One a line, from the page's upper left corner, as the page stood then. */
  readonly rects: readonly Area[]
  /** Every frame that shows a part of a line, and where; `rect` counts from 0. */
  readonly frames: readonly (Area & { readonly path: string; readonly rect: number })[]
}

/** @throws EvidenceError `input/malformed` */
export function parsePost(input: unknown): PostRecord {
  const post = asFields(input, "post")
  return {
    selector: asString(post.selector, "post.selector"),
    ...parseArea(post, "post"),
    ...(post.box === undefined ? {} : { box: asCount(post.box, "post.box") }),
    file: asStringOrNull(post.file, "post.file"),
    from: asStrings(post.from, "post.from"),
    frames: asList(post.frames, "post.frames", item => {
      const frame = asFields(item, "post.frames")
      return {
        path: asString(frame.path, "post.frames.path"),
        ...parseArea(frame, "post.frames"),
        column: asCount(frame.column, "post.frames.column"),
        row: asCount(frame.row, "post.frames.row"),
      }
    }),
    clicks: asList(post.clicks, "post.clicks", item => {
      const click = asFields(item, "post.clicks")
      return {
        selector: asString(click.selector, "post.clicks.selector"),
        words: asString(click.words, "post.clicks.words"),
      }
    }),
  }
}

/** @throws EvidenceError `input/malformed`, for a frame of a line that there is not too */
export function parseQuote(input: unknown): QuoteRecord {
  const quote = asFields(input, "quote")
  const rects = asList(quote.rects, "quote.rects", rect => parseArea(rect, "quote.rects"))
  return {
    text: asString(quote.text, "quote.text"),
    rects,
    frames: asList(quote.frames, "quote.frames", item => {
      const frame = asFields(item, "quote.frames")
      const rect = asCount(frame.rect, "quote.frames.rect")
      if (rect >= rects.length) throw malformed("quote.frames.rect")
      return { path: asString(frame.path, "quote.frames.path"), rect, ...parseArea(frame, "quote.frames") }
    }),
  }
}

function parseArea(input: unknown, what: string): Area {
  const area = asFields(input, what)
  return {
    x: asNumber(area.x, `${what}.x`),
    y: asNumber(area.y, `${what}.y`),
    width: asCount(area.width, `${what}.width`),
    height: asCount(area.height, `${what}.height`),
  }
}
