import { hostOf } from "../core/address.ts"
import type { Bytes } from "../core/bytes.ts"
import { type Correction, standing, timeOf } from "../core/corrections.ts"
import { type EntryFacts, filledNames } from "../core/search/entry.ts"
import type { CaptureRow } from "./capture-row.ts"

/** Raised whenever the folding, the grams or the facts change: entries of another version are made anew. */
export const ENTRY_VERSION = 3

/**
 * An item in the library's index: derived from the item, made again whenever it
 * is missing, never evidence and in no bundle. Only sealed items outside the
 * trash have one.
 */
export interface EntryRow extends EntryFacts {
  readonly version: number
  /** When it was made: one that is made again is a newer one. */
  readonly made: string
  /** Of its searched text: core/search/signature.ts. */
  readonly signature: Bytes
  /** False where a file with its words could not be read: it is found by its address and author alone. */
  readonly isTextRead: boolean
}

/** The folded text by which an item is found (core/search/entry.ts); apart, for few of them are read. */
export interface TextRow {
  readonly id: string
  readonly text: string
}

/** What the library says of a capture. What the user filled in by hand stands in place of what was read, and is marked. */
export function entryFacts(row: CaptureRow, corrections: readonly Correction[] = []): EntryFacts {
  const { facts } = row
  const time = facts?.publishedAt ?? null
  const published = time === null ? null : { at: time.at, plusMinusSeconds: time.plusMinusSeconds }
  return {
    id: row.id,
    item: row.item,
    at: row.startedAt,
    host: hostOf(row.url) ?? "",
    adapter: facts?.adapter ?? null,
    pageType: facts?.pageType ?? null,
    authorName: facts?.authorName ?? null,
    authorHandle: facts?.authorHandle ?? null,
    authorId: facts?.authorId ?? null,
    ...(facts?.authorPage === undefined ? {} : { authorPage: facts.authorPage }),
    publishedAt: published,
    complete: row.complete,
    ...(row.imported === undefined ? {} : { imported: row.imported.read?.kind ?? "other" }),
    ...filledIn(row, corrections),
  }
}

function filledIn(row: CaptureRow, corrections: readonly Correction[]): Partial<EntryFacts> {
  const own = standing(corrections)
  const filled = filledNames.filter(name => own.has(name))
  if (filled.length === 0) return {}
  const words = (name: "authorName" | "authorHandle" | "authorId") => {
    const value = own.get(name)?.value ?? null
    return value === null ? {} : { [name]: value }
  }
  return {
    ...{ ...words("authorName"), ...words("authorHandle"), ...words("authorId") },
    ...publishedBy(own.get("publishedAt"), row.utcOffsetMinutes),
    filled,
  }
}

function publishedBy(said: Correction | undefined, utcOffsetMinutes: number): Partial<EntryFacts> {
  if (said === undefined || said.value === null) return {}
  const time = timeOf(said, utcOffsetMinutes)
  const { value: publishedSaid } = said
  if (time === null) return { publishedAt: null, publishedSaid }
  return { publishedAt: { at: time.at, plusMinusSeconds: time.plusMinusSeconds }, publishedSaid }
}
