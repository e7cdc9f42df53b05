/**
 * Comments of one thread that become items of their own: what a list shows of
 * each, and how each is captured. One with a page of its own is an address like
 * any other; one without is looked for by its words on the thread's page.
 */
import { withoutFragment } from "../address.ts"
import { asFields, asString, asStringOrNull, malformed } from "../parse.ts"
import { type CommentFacts, type PostFacts } from "../post-facts/judge.ts"
import { LONGEST_LINK } from "./parse-list.ts"

/** What a comment is told from the others by. */
export interface CommentWords {
  readonly authorName: string | null
  readonly text: string
  /** When it was written, as the page says it; null where that does not stand on the page as it is. */
  readonly time: string | null
}

/** A comment, as the list and its entry say how to come to it. */
export interface CommentRoad {
  readonly url: string
  /** Null where it has a page of its own. */
  readonly comment: CommentWords | null
}

/** UTF-16 units. A comment that is longer is cut nowhere: it is not offered. */
export const LONGEST_COMMENT = 20_000
const LONGEST_NAME = 2_000

/**
 * @param thread the address of the page that it was read on
 * @returns null where nothing tells where it is: no page of its own, and no words to look for
 */
export function roadTo(thread: string, { fields }: CommentFacts): CommentRoad | null {
  const own = fields.permalink.value
  if (own !== null && isOfWeb(own) && withoutFragment(own) !== withoutFragment(thread)) {
    return { url: own, comment: null }
  }
  const text = fields.text.value?.trim() ?? ""
  if (text === "" || text.length > LONGEST_COMMENT || !isOfWeb(thread)) return null
  const { publishedAt } = fields
  return {
    url: thread,
    comment: {
      authorName: fields.authorName.value,
      text,
      time: publishedAt.source === "dom" ? publishedAt.raw : null,
    },
  }
}

const isOfWeb = (url: string): boolean =>
  url.length <= LONGEST_LINK && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)

/** The name that a list tells authors apart by; empty where the page says none. */
export const authorOf = ({ fields }: CommentFacts): string =>
  fields.authorName.value ?? fields.authorName.raw ?? ""

/** Every author of the comments once, in the order in which they come. */
export const authorsOf = ({ comments }: Pick<PostFacts, "comments">): string[] => [
  ...new Set(comments.map(authorOf).filter(name => name !== "")),
]

/** @throws EvidenceError `input/malformed` */
export function parseCommentWords(input: unknown): CommentWords {
  const words = asFields(input, "comment")
  const comment = {
    authorName: asStringOrNull(words.authorName, "comment.authorName"),
    text: asString(words.text, "comment.text"),
    time: asStringOrNull(words.time, "comment.time"),
  }
  const { authorName, text, time } = comment
  if (text.trim() === "" || text.length > LONGEST_COMMENT) throw malformed("comment.text")
  if ([authorName, time].some(name => name !== null && name.length > LONGEST_NAME)) throw malformed("comment")
  return comment
}

/** What the page's script found: how many comments of these words, and which it chose, where it is one. */
export interface CommentFound {
  readonly found: "none" | "one" | "several"
  readonly selector: string
  /** Whether the page was scrolled for it, or to it. */
  readonly moved: boolean
}
