/** The numbers that the case's posts showed: the highest of one post, and those of each account in the year in which it adds up to most. Never held against a standard. */
import { accountIn, accountKeys } from "../account.ts"
import { groupsOf } from "../groups.ts"
import type { CounterValue } from "../post-facts/fields.ts"
import { type AccountTotals, totalsOfAccount } from "../readings/account.ts"
import { type CaseItem, isPost } from "./ground.ts"

export const spreadCounters = ["views", "reposts"] as const
export type SpreadCounter = (typeof spreadCounters)[number]

export interface Highest {
  readonly name: SpreadCounter
  readonly value: CounterValue
  readonly item: CaseItem
}

export interface AccountSpread {
  /** As the newest of its posts calls it; null where none does. */
  readonly author: string | null
  readonly totals: AccountTotals
}

/** Of each counter that was read for certain: the post with the highest number, of whichever reading. */
export function highestOf(items: readonly CaseItem[]): Highest[] {
  return spreadCounters.flatMap(name => {
    const read = items.filter(isPost).flatMap(item =>
      item.post.read.flatMap(({ counters }) => {
        const value = counters[name]
        return value === undefined ? [] : [{ name, value, item }]
      }),
    )
    const [first, ...others] = read
    if (first === undefined) return []
    return [others.reduce((top, each) => (each.value.count > top.value.count ? each : top), first)]
  })
}

/**
 * Accounts whose id is known, by the user's word or else by the page's, or else whose handle is, those with the most
 * posts first; an id of a site without an adapter is one on its host.
 */
export function accountsOf(items: readonly CaseItem[]): AccountSpread[] {
  const accountOf = ({ facts, host, filled }: CaseItem) =>
    accountIn(facts, host, filled.get("authorId")?.value ?? null)
  const posts = items.filter(isPost)
  const keyOf = accountKeys(posts.map(accountOf))
  const groups = groupsOf(posts, item => keyOf(accountOf(item)))
  return [...groups.values()]
    .map(group => ({
      author: group.flatMap(item => saidOf(item, "authorName") ?? []).at(-1) ?? null,
      totals: totalsOfAccount(group.map(({ post }) => post)),
    }))
    .filter(({ totals }) => spreadCounters.some(name => totals.sums[name].posts > 0))
    .sort((a, b) => b.totals.posts - a.totals.posts)
}

const saidOf = ({ facts, filled }: CaseItem, name: "authorName"): string | null =>
  filled.get(name)?.value ?? facts?.[name] ?? null
