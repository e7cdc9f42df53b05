/**
 * A sealed item's page read again: its numbers then and now, and whether the post
 * is as it was. A line of the item's readings.jsonl beside those of visitors'
 * views (bundle.md): `of` names the capture.json, which does not change.
 *
 * What it does not say: why a post is not shown, or that others cannot see it.
 */
import { type CounterValue, type Field, type PageType, type TimeValue } from "../post-facts/fields.ts"
import { type CounterName } from "../post-facts/summary.ts"
import { type AdapterName } from "../post-facts/reading.ts"
import { type Sha256 } from "../seal/hash.ts"
import { type WallKind } from "../walls.ts"
import { type TextDifference } from "./text-difference.ts"

/**
 * `there`: the post, in the same words. `changed`: the post, in other words or with a new mark of an edit; that numbers
 * move is no change. `gone`: the address did not show it, and says so. `wall`: something stood before it. `cannot-tell`:
 * none of these for certain.
 */
export const postStates = ["there", "changed", "gone", "wall", "cannot-tell"] as const
export type PostState = (typeof postStates)[number]

/** What each state can rest on. */
export const basesOf = {
  there: ["same-text", "part-of-text", "fields"],
  changed: ["text-differs", "edited-mark"],
  gone: ["phrase-deleted", "phrase-not-shown", "status"],
  wall: ["sign-in", "verification", "refused"],
  "cannot-tell": ["text-not-found", "other-text", "other-post", "other-address", "no-answer"],
} as const satisfies Record<PostState, readonly string[]>

/**
 * Whether what the page says beside that is of the post: the numbers of another post, or of a page that stands in its
 * place, are none of its own, and are not kept.
 */
export const isOfPost = ({ state, stateBasis }: Pick<Found, "state" | "stateBasis">): boolean =>
  state === "there" || state === "changed" || stateBasis === "text-not-found"

export type StateBasis = (typeof basesOf)[PostState][number]

export interface Found {
  readonly state: PostState
  readonly stateBasis: StateBasis
  /** The site's own words for a post that it does not show. */
  readonly words: string | null
}

/** A number at the capture and now; null where it was not read for certain. */
export interface CounterChange {
  readonly name: CounterName
  readonly then: CounterValue | null
  readonly now: CounterValue | null
  /** Null where one is missing, or was written short: 1.2万 less 1.1万 is no number. */
  readonly difference: number | null
}

export interface Changes {
  readonly counters: readonly CounterChange[]
  /** Not there where the words are the same, or one side has none. */
  readonly text?: TextDifference
  readonly editedAt: { readonly then: TimeValue | null; readonly now: TimeValue | null }
}

/** The fields of post.json that a reading keeps. */
export const readAgainFields = [
  "postId",
  "editedAt",
  "views",
  "reposts",
  "comments",
  "likes",
  "collects",
] as const
export type ReadAgainFields = Readonly<Record<(typeof readAgainFields)[number], Field>>

/** Who opened the page that was read, and on what word it was. */
export const openers = ["user", "tool"] as const
export const occasions = ["click", "schedule"] as const

export interface CountersReading extends Found {
  readonly schema: 1
  readonly kind: "counters"
  readonly id: string
  /** SHA-256 of the item's capture.json. */
  readonly of: Sha256
  readonly at: string
  /** The address that was read: another one than the item's where the post was come to by another link, or was picked out of a list. */
  readonly url: string
  /** Where the numbers are from: what the page in a tab showed, or held. */
  readonly basis: "page"
  readonly openedBy: (typeof openers)[number]
  readonly occasion: (typeof occasions)[number]
  /** How often this tool has asked the site for this address until now, this time included. */
  readonly visits: number
  /** Of HTTP, where the browser tells. */
  readonly status: number | null
  /** Null where the page did not answer. */
  readonly adapter: AdapterName | null
  readonly pageType: PageType | null
  /** All `not-found` where the page was not of the post ({@link isOfPost}). */
  readonly fields: ReadAgainFields
  /** Of the post's words as post.json would have them; null where they were not read, or are not of the post. */
  readonly text: { readonly sha256: Sha256; readonly characters: number } | null
  readonly walls: readonly WallKind[]
  readonly changes: Changes
}

/** What papers and screens say of one. */
export interface CountersSummary
  extends
    Found,
    Pick<CountersReading, "at" | "openedBy" | "occasion" | "visits" | "status">,
    Pick<Changes, "text"> {
  readonly counters: Readonly<Partial<Record<CounterName, ReadCounter>>>
  /** The new mark of an edit, where the state rests on one. */
  readonly editedAt: TimeValue | null
}

export interface ReadCounter {
  /** Null where the page's words are not certain. */
  readonly value: CounterValue | null
  readonly raw: string
}

/** With its LF. */
export const countersLine = (reading: CountersReading): string => `${JSON.stringify(reading)}\n`
