/**
 * Whose a post or a page is: by the site's number of the account, and where one of
 * two pages does not give that, by the account's handle, which no other account of
 * the site has at the same time. Names that are shown are nobody's own, and so is a
 * handle of a site without an adapter.
 */
import { type PostSummary } from "./post-facts/summary.ts"

export interface Account {
  /** The adapter's name for a site that is known, else the host. */
  readonly site: string
  readonly authorId: string | null
  readonly authorHandle: string | null
}

/** @param told the account's number by the user's word, which goes before the page's */
export function accountIn(
  facts: Pick<PostSummary, "adapter" | "authorId" | "authorHandle"> | null,
  host: string,
  told: string | null = null,
): Account {
  const isKnown = facts !== null && facts.adapter !== "generic"
  return {
    site: isKnown ? facts.adapter : host,
    authorId: told ?? facts?.authorId ?? null,
    authorHandle: isKnown ? facts.authorHandle : null,
  }
}

/** Sites take large letters of a handle for small ones, and some write a sign before it. */
export const handleKey = (handle: string): string => handle.replace(/^@/, "").toLowerCase()

export function isSameAccount(one: Account, other: Account): boolean {
  if (one.site !== other.site) return false
  if (one.authorId !== null && other.authorId !== null) return one.authorId === other.authorId
  return (
    one.authorHandle !== null &&
    other.authorHandle !== null &&
    handleKey(one.authorHandle) === handleKey(other.authorHandle)
  )
}

/**
 * A name for each account, the same for all that is of it. What gives the handle
 * alone is of the account that has it, unless two do: a handle may be given up and
 * taken by another.
 * @returns null for what gives neither
 */
export function accountKeys(all: Iterable<Account>): (account: Account) => string | null {
  const ids = new Map<string, Set<string>>()
  for (const { site, authorId, authorHandle } of all) {
    if (authorId === null || authorHandle === null) continue
    const key = JSON.stringify([site, handleKey(authorHandle)])
    ids.set(key, (ids.get(key) ?? new Set()).add(authorId))
  }
  return ({ site, authorId, authorHandle }) => {
    if (authorId !== null) return JSON.stringify([site, authorId])
    if (authorHandle === null) return null
    const [id, another] = ids.get(JSON.stringify([site, handleKey(authorHandle)])) ?? []
    return id === undefined || another !== undefined
      ? JSON.stringify([site, null, handleKey(authorHandle)])
      : JSON.stringify([site, id])
  }
}
