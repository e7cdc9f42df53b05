/**
 * Whose a post or a page is: by the site's number of the account, and where one of
 * two pages does not give that, by what the address of the account's page calls it,
 * or by its handle, each of which no other account of the site has at the same time. Names that are shown are nobody's own, and so is a
 * handle of a site without an adapter.
 */
import { type PostSummary } from "./post-facts/summary.ts"

export interface Account {
  /** The adapter's name for a site that is known, else the host. */
  readonly site: string
  readonly authorId: string | null
  readonly authorHandle: string | null
  /** What the address of its page calls it, where that is neither of them. */
  readonly authorPage: string | null
}

/** What an account is known by, of all that is known of a post. */
export type AccountFacts = Pick<PostSummary, "adapter" | "authorId" | "authorHandle" | "authorPage">

/** @param told the account's number by the user's word, which goes before the page's */
export function accountIn(facts: AccountFacts | null, host: string, told: string | null = null): Account {
  const isKnown = facts !== null && facts.adapter !== "generic"
  const authorPage = (isKnown ? facts.authorPage : null) ?? null
  // An account's page may have no other number than its name there.
  const authorId = facts?.authorId === authorPage ? null : (facts?.authorId ?? null)
  return {
    site: isKnown ? facts.adapter : host,
    authorId: told ?? authorId,
    authorHandle: isKnown ? facts.authorHandle : null,
    authorPage,
  }
}

/** Sites take large letters of a handle for small ones, and some write a sign before it. */
export const handleKey = (handle: string): string => handle.replace(/^@/, "").toLowerCase()

export function isSameAccount(one: Account, other: Account): boolean {
  if (one.site !== other.site) return false
  if (one.authorId !== null && other.authorId !== null) return one.authorId === other.authorId
  if (one.authorPage !== null && one.authorPage === other.authorPage) return true
  return (
    one.authorHandle !== null &&
    other.authorHandle !== null &&
    handleKey(one.authorHandle) === handleKey(other.authorHandle)
  )
}

/**
 * A name for each account, the same for all that is of it. What gives no number is
 * of the account that has its page, or its handle, unless two do: a handle may be
 * given up and taken by another.
 * @returns null for what gives none of these
 */
export function accountKeys(all: Iterable<Account>): (account: Account) => string | null {
  const ids = new Map<string, Set<string>>()
  for (const account of all) {
    if (account.authorId === null) continue
    for (const mark of marksOf(account)) ids.set(mark, (ids.get(mark) ?? new Set()).add(account.authorId))
  }
  return account => {
    const { site, authorId } = account
    if (authorId !== null) return JSON.stringify([site, authorId])
    const marks = marksOf(account)
    for (const mark of marks) {
      const [id, another] = ids.get(mark) ?? []
      if (id !== undefined && another === undefined) return JSON.stringify([site, id])
    }
    return marks[0] ?? null
  }
}

/** By what an account is known where its number is not given; the surest first. */
const marksOf = ({ site, authorHandle, authorPage }: Account): string[] => [
  ...(authorPage === null ? [] : [JSON.stringify([site, null, null, authorPage])]),
  ...(authorHandle === null ? [] : [JSON.stringify([site, null, handleKey(authorHandle)])]),
]
