/** What the library knows of an item without opening it, and the text by which it is found. Both are derived, and no evidence. */
import { itemName } from "../evidence.ts"
import { type PageType, type TimeValue } from "../post-facts/fields.ts"
import { fold } from "./fold.ts"

/** Facts of an item for lists: none of the page's title or text. */
export interface EntryFacts {
  readonly id: string
  readonly item: number
  /** When it was captured. */
  readonly at: string
  /** The host of its address, as the network writes it; empty where the address has none. */
  readonly host: string
  /** The adapter that read its post; null where none did. */
  readonly adapter: string | null
  readonly pageType: PageType | null
  readonly authorName: string | null
  readonly authorHandle: string | null
  readonly authorId: string | null
  /** As far as the page says it. */
  readonly publishedAt: Pick<TimeValue, "at" | "plusMinusSeconds"> | null
  readonly complete: boolean
}

export interface SearchedParts {
  readonly url: string
  readonly title: string
  /** The words of the post, and of what is shown around it. */
  readonly postText: string
  readonly pageText: string
  readonly notes: string
}

/** UTF-16 units of an item's folded text; the post's own words come before the rest of the page. */
export const LONGEST_SEARCHED = 20_000
/** Of each short part: an address with a book in it must not push the post out. */
const LONGEST_SHORT = 2_000

/** One line a part, so that nothing is found across two of them. */
export function searchedText(
  { item, host, authorName, authorHandle, authorId }: EntryFacts,
  { url, title, postText, pageText, notes }: SearchedParts,
): string {
  const name = itemName(item)
  const short = [
    `${name} ${name.replace("e", "e-")}`,
    ...[host, authorName ?? "", authorHandle ?? "", authorId ?? "", url, readable(url), title],
  ]
  const lines = [
    ...short.map(part => fold(part.slice(0, LONGEST_SHORT))),
    ...[notes, postText, pageText].map(part => fold(part.slice(0, LONGEST_SEARCHED))),
  ]
  const whole = [...new Set(lines)].filter(line => line !== "").join("\n")
  return whole.slice(0, LONGEST_SEARCHED)
}

/** An address as a person would type it: 词 for %E8%AF%8D. The same again where it cannot be read so. */
function readable(url: string): string {
  try {
    return decodeURI(url)
  } catch {
    return url
  }
}
