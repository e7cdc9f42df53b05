/** What a packet's paper is made of: the bundle's records, what was typed, and what both give together. */
import { type ItemSnapshot } from "../../bundle/snapshot.ts"
import { type DraftGround } from "../draft-ground.ts"
import { BLANK } from "../draft.ts"
import { offsetMinutesOf } from "../list-draft.ts"
import { groupOf, isItemEntry, listEntries, type ListEntry, type ListGroup } from "../list-entries.ts"
import { type Speaker, speaker } from "../say.ts"
import { type Account, accountsOf } from "./accounts.ts"

export interface PacketSection extends Pick<DraftGround, "contents" | "typed"> {
  readonly speaker: Speaker
  /** As the list of evidence has them, with its numbers. */
  readonly entries: readonly ListEntry[]
  readonly accounts: readonly Account[]
  /** Of the clock that the first item was captured by, for times that belong to no item. */
  readonly offsetMinutes: number
}

export function sectionOf({ contents, typed, words, language }: DraftGround): PacketSection {
  const { snapshot } = contents
  return {
    contents,
    typed,
    speaker: speaker(words, language),
    entries: listEntries(snapshot),
    accounts: accountsOf(snapshot.items.filter(item => groupOf(item) !== "other")),
    offsetMinutes: offsetMinutesOf(snapshot),
  }
}

export interface ContentEntry {
  readonly number: string
  readonly item: ItemSnapshot
}

/** What was posted, in the order of the list. */
export const contentOf = (entries: readonly ListEntry[]): ContentEntry[] =>
  entries.flatMap(entry => (entry.group === "content" ? [{ number: entry.number, item: entry.item }] : []))

/** Under which number the list has an item itself: what its page said, and when it was captured, is proved by nothing else. */
export const numberOfItem = (entries: readonly ListEntry[], item: string): string =>
  entries.find(entry => isItemEntry(entry) && entry.item.record.item === item)?.number ?? BLANK

/** Under which number the list has the numbers of an item, which were read again and again; its own where it has none. */
export const numberOfReadings = (entries: readonly ListEntry[], item: string): string =>
  entries.find(({ group, item: of }) => group === READINGS && of?.record.item === item)?.number ??
  numberOfItem(entries, item)

const READINGS: ListGroup = "spread"
