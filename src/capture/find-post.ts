/**
 * Where the post stands that the page's facts speak of, found by its words: the
 * picker points there first, and the user has only to agree. Looks, and changes
 * nothing. Where two posts could be meant, it is none.
 */
import { isOfOnePost } from "../core/post-facts/fields.ts"
import { type PostReading } from "../core/post-facts/reading.ts"
import { postAround } from "./candidates.ts"
import { elementsOfPage, isVisible } from "./elements.ts"
import { parentOf, textIn } from "./unclobbered.ts"

/** What a page shows as a picture stands in brackets in what it says of the words: 微博's emoji. */
const BETWEEN = /\n|\[[^\]]{1,12}\]/
/** Shorter pieces of a text stand anywhere. */
const LEAST_PIECE = 4
const MOST_PIECES = 5
/** What is so short as a whole may be anybody's word. */
const LEAST_WORDS = 6

/** Null as well where the page is of no one post. */
export function findPost({ pageType, candidates }: PostReading): Element | null {
  if (!isOfOnePost(pageType)) return null
  const texts = new Set(candidates.flatMap(({ field, raw }) => (field === "text" ? [raw] : [])))
  for (const text of texts) {
    const found = postWith(piecesOf(text))
    if (found !== null) return found
  }
  return null
}

function piecesOf(text: string): readonly string[] {
  const pieces = text
    .split(BETWEEN)
    .map(squeezed)
    .filter(piece => piece.length >= LEAST_PIECE)
    .sort((one, other) => other.length - one.length)
  return pieces.join("").length < LEAST_WORDS ? [] : pieces.slice(0, MOST_PIECES)
}

function postWith(pieces: readonly string[]): Element | null {
  if (pieces.length === 0) return null
  const holders = elementsOfPage(() => undefined).filter(element => {
    const text = squeezed(textIn(element))
    return pieces.every(piece => text.includes(piece))
  })
  const around = new Set(holders.map(parentOf))
  const innermost = holders.filter(element => !around.has(element) && isVisible(element))
  const [post, another] = new Set(innermost.map(postAround))
  return post === undefined || another !== undefined ? null : post
}

/** Sites differ in spaces and line ends only between what they show and what they say of it. */
const squeezed = (text: string): string => text.replace(/\s+/g, "")
