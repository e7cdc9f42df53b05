/** What the library knows of an item without opening it, and the text by which it is found. Both are derived, and no evidence. */
import { itemName } from "../evidence.ts"
import type { ImportKind } from "../imported.ts"
import { type PageType, type TimeValue } from "../post-facts/fields.ts"
import { fold } from "./fold.ts"

/** What of an item's facts the user may have filled in by hand, in place of what was read or where nothing was. */
export const filledNames = ["authorName", "authorHandle", "authorId", "publishedAt"] as const
export type FilledName = (typeof filledNames)[number]

export interface FilledFacts {
  /** Which of them are the user's word; not there where none is. */
  readonly filled?: readonly FilledName[]
  /** The time of publication as the user wrote it: `publishedAt` is null where that names no time. */
  readonly publishedSaid?: string
}

/** Facts of an item for lists: none of the page's title or text. */
export interface EntryFacts extends FilledFacts {
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
  /** As in `PostSummary`. */
  readonly authorPage?: string
  /** As far as the page says it. */
  readonly publishedAt: Pick<TimeValue, "at" | "plusMinusSeconds"> | null
  readonly complete: boolean
  /** What it is, where it is a file from elsewhere; not there where it was captured. */
  readonly imported?: ImportKind
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

/** What of an item's text stands in its entry. */
export type NamedFacts = Pick<EntryFacts, "item" | "host" | "authorName" | "authorHandle" | "authorId">

/** One line a part, so that nothing is found across two of them. */
export function searchedText(
  facts: NamedFacts,
  { url, title, postText, pageText, notes }: SearchedParts,
): string {
  const lines = [
    ...factsLines(facts),
    ...[url, readable(url), title].map(foldShort),
    ...[notes, postText, pageText].map(part => fold(part.slice(0, LONGEST_SEARCHED))),
  ]
  const whole = [...new Set(lines)].filter(line => line !== "").join("\n")
  return whole.slice(0, LONGEST_SEARCHED)
}

/** With these the text begins: what stands in them stands in it, and need not be read for. */
export const textOfFacts = (facts: NamedFacts): string => factsLines(facts).join("\n")

function factsLines({ item, host, authorName, authorHandle, authorId }: NamedFacts): string[] {
  const name = itemName(item)
  const parts = [
    `${name} ${name.replace("e", "e-")}`,
    host,
    authorName ?? "",
    authorHandle ?? "",
    authorId ?? "",
  ]
  return parts.map(foldShort)
}

const foldShort = (part: string): string => fold(part.slice(0, LONGEST_SHORT))

/** An address as a person would type it: 词 for %E8%AF%8D. The same again where it cannot be read so. */
function readable(url: string): string {
  try {
    return decodeURI(url)
  } catch {
    return url
  }
}
