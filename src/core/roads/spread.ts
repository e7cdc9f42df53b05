/** The numbers that the case's posts showed: the highest of one post, and those of each account over a year. Never held against a standard. */
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

/** Accounts whose id is known, those with the most posts first; an id of a site without an adapter is one on its host. */
export function accountsOf(items: readonly CaseItem[], now: string): AccountSpread[] {
  const groups = groupsOf(items.filter(isPost), ({ facts, host }) =>
    facts?.authorId == null
      ? null
      : JSON.stringify([facts.adapter === "generic" ? host : facts.adapter, facts.authorId]),
  )
  return [...groups.values()]
    .map(group => ({
      author: group.findLast(({ facts }) => facts?.authorName != null)?.facts?.authorName ?? null,
      totals: totalsOfAccount(
        group.map(({ post }) => post),
        now,
      ),
    }))
    .filter(({ totals }) => spreadCounters.some(name => totals.sums[name].posts > 0))
    .sort((a, b) => b.totals.posts - a.totals.posts)
}
