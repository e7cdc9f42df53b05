/**
 * Marks: the post that the user chose, and the words that are selected. What a
 * page's script says of where they stand, and the same in pixels of one frame.
 *
 * A mark says where something is laid out, not that nothing lies over it.
 */
import { type FramePlace } from "./frames.ts"
import { asFields, asList, asOneOf, asString, malformed } from "./parse.ts"
import { asPixels, asRatio } from "./pixels.ts"

export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** CSS pixels from the page's upper left corner. */
export interface Mark {
  readonly whole: Area
  /** What the boxes around leave of it; the window's own edges do not count. */
  readonly seen: Area
}

export interface Marks {
  readonly dpr: number
  /** Null where it is gone, or not drawn. */
  readonly post: Mark | null
  /** One a line of the selected words, in their order; null for one that is not drawn. */
  readonly quote: readonly (Mark | null)[]
}

/** Lines of selected words: what our own script never exceeds (capture/quote.ts). */
const MOST_LINES = 500
const SELECTOR_LIMIT = 1_000

/** @throws EvidenceError `input/malformed` */
export function parseMarks(input: unknown): Marks {
  const marks = asFields(input, "marks")
  const quote = asList(marks.quote, "marks.quote", parseMark)
  if (quote.length > MOST_LINES) throw malformed("marks.quote")
  return { dpr: asRatio(marks.dpr, "marks.dpr"), post: parseMark(marks.post), quote }
}

function parseMark(input: unknown): Mark | null {
  if (input === null) return null
  const mark = asFields(input, "mark")
  return { whole: parseLaidOut(mark.whole), seen: parseLaidOut(mark.seen) }
}

function parseLaidOut(input: unknown): Area {
  const area = asFields(input, "place of a mark")
  return {
    x: asPixels(area.x, "mark.x"),
    y: asPixels(area.y, "mark.y"),
    width: asLength(area.width, "mark.width"),
    height: asLength(area.height, "mark.height"),
  }
}

function asLength(input: unknown, what: string): number {
  const length = asPixels(input, what)
  if (length < 0) throw malformed(what)
  return length
}

/** What the user did with the picker, so far. `unpainted`: chosen, but the page was not drawn again without the picker. */
export const choices = ["choosing", "chosen", "cancelled", "unpainted"] as const

export interface Choice {
  readonly outcome: (typeof choices)[number]
  /** Of what was chosen; empty before. */
  readonly selector: string
}

export function parseChoice(input: unknown): Choice {
  const choice = asFields(input, "choice")
  return {
    outcome: asOneOf(choice.outcome, "choice.outcome", choices),
    selector: asString(choice.selector, "choice.selector").slice(0, SELECTOR_LIMIT),
  }
}

/** A click of ours in the chosen post. CSS pixels. */
export interface Unfolded {
  /** Null: nothing more to click. */
  readonly click: {
    readonly selector: string
    readonly words: string
    readonly from: number
    readonly to: number
  } | null
  readonly href: string
}

const WORDS_LIMIT = 200

export function parseUnfolded(input: unknown): Unfolded {
  const { click, href } = asFields(input, "unfolded")
  const address = asString(href, "unfolded.href")
  if (click === null) return { click, href: address }
  const { selector, words, from, to } = asFields(click, "unfolded.click")
  return {
    href: address,
    click: {
      selector: asString(selector, "unfolded.selector").slice(0, SELECTOR_LIMIT),
      words: asString(words, "unfolded.words").slice(0, WORDS_LIMIT),
      from: asLength(from, "unfolded.from"),
      to: asLength(to, "unfolded.to"),
    },
  }
}

/** A part of the chosen post in a frame, in pixels of the frame. */
export interface PostPart extends Area {
  /** Which column and row of the post the part begins with. */
  readonly column: number
  readonly row: number
  /** The whole post, in device pixels of the page. */
  readonly of: Area
}

/** A part of a line of the selected words in a frame, in pixels of the frame. `line` counts from 0. */
export interface QuotePart extends Area {
  readonly line: number
}

export interface FrameMarks {
  readonly post: PostPart | null
  readonly quote: readonly QuotePart[]
}

/** Edges between two pixels are rounded outwards, but for what is only the arithmetic's own rounding. */
const ROUNDING = 0.01

/** The device pixels that an area touches. */
export function devicePixels({ x, y, width, height }: Area, dpr: number): Area {
  const left = Math.floor(x * dpr + ROUNDING)
  const top = Math.floor(y * dpr + ROUNDING)
  return {
    x: left,
    y: top,
    width: Math.max(0, Math.ceil((x + width) * dpr - ROUNDING) - left),
    height: Math.max(0, Math.ceil((y + height) * dpr - ROUNDING) - top),
  }
}

/** What a frame shows of the marks; null where it shows nothing of them. */
export function marksInFrame({ dpr, post, quote }: Marks, place: FramePlace): FrameMarks | null {
  const shown = post === null ? null : partIn(post, dpr, place)
  const found = {
    post: shown === null || post === null ? null : postPart(shown, devicePixels(post.whole, dpr), place),
    quote: quote.flatMap((mark, line): QuotePart[] => {
      const part = mark === null ? null : partIn(mark, dpr, place)
      return part === null ? [] : [{ line, ...part }]
    }),
  }
  return found.post === null && found.quote.length === 0 ? null : found
}

function partIn({ whole, seen }: Mark, dpr: number, place: FramePlace): Area | null {
  const shown = { x: place.x, y: place.y, width: place.usedWidth, height: place.usedHeight }
  const areas = [devicePixels(whole, dpr), devicePixels(seen, dpr), shown]
  const left = Math.max(...areas.map(({ x }) => x))
  const top = Math.max(...areas.map(({ y }) => y))
  const right = Math.min(...areas.map(({ x, width }) => x + width))
  const bottom = Math.min(...areas.map(({ y, height }) => y + height))
  if (right <= left || bottom <= top) return null
  return { x: left - place.x, y: top - place.y, width: right - left, height: bottom - top }
}

const postPart = (part: Area, of: Area, place: FramePlace): PostPart => ({
  ...part,
  column: part.x + place.x - of.x,
  row: part.y + place.y - of.y,
  of,
})
