/** What adapters found, as it was found: words and places, each once, within limits. */
import {
  type FieldName,
  LONGEST_WHERE,
  longestRaw,
  MOST_COMMENTS,
  MOST_SAYINGS,
  type PageSource,
} from "../../core/post-facts/fields.ts"
import { type Candidate } from "../../core/post-facts/reading.ts"

export interface Gather {
  /** Notes the page's words on a field. A number or a boolean is taken as it is written; anything else but text is none. */
  readonly add: (field: FieldName, raw: unknown, source: PageSource, where: string) => void
  /** A new comment of the page, to gather into; null once there are too many. */
  readonly comment: () => Gather | null
  /** True once a field has words. */
  readonly has: (field: FieldName) => boolean
}

export interface Gathered extends Gather {
  readonly candidates: () => readonly Candidate[]
  readonly comments: () => readonly (readonly Candidate[])[]
  /** How many comments there were no room for. */
  readonly commentsLeft: () => number
}

/** @param checkTime throws when the time that reading may take is over */
export function gatherWords(checkTime: () => void): Gathered {
  const candidates: Candidate[] = []
  const comments: Gathered[] = []
  let left = 0
  const isKnown = ({ field, raw, source, where }: Candidate) =>
    candidates.some(
      known => known.field === field && known.raw === raw && known.source === source && known.where === where,
    )
  return {
    add(field, given, source, where) {
      checkTime()
      const words = wordsIn(given)
      if (words === null) return
      const longest = longestRaw(field)
      const candidate: Candidate = {
        field,
        raw: words.slice(0, longest),
        source,
        where: where.slice(0, LONGEST_WHERE),
        isCut: words.length > longest,
      }
      const room = candidates.filter(known => known.field === field).length < MOST_SAYINGS
      if (room && !isKnown(candidate)) candidates.push(candidate)
    },
    comment() {
      checkTime()
      if (comments.length >= MOST_COMMENTS) {
        left += 1
        return null
      }
      const comment = gatherWords(checkTime)
      comments.push(comment)
      return comment
    },
    has: field => candidates.some(known => known.field === field),
    candidates: () => candidates,
    comments: () =>
      comments.map(comment => comment.candidates()).filter(candidatesOfOne => candidatesOfOne.length > 0),
    commentsLeft: () => left,
  }
}

function wordsIn(given: unknown): string | null {
  const words =
    typeof given === "string"
      ? given
      : typeof given === "number" || typeof given === "boolean"
        ? String(given)
        : ""
  return words.trim() === "" ? null : words
}
