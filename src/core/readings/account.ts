/**
 * The numbers of one account's posts over a year, added up: 法释〔2013〕21号 art. 4
 * counts views and reposts of several posts within a year together (law.md §1.2).
 * Whether it does so here is for a court; likes are neither, and are kept apart.
 */
import { type CounterValue } from "../post-facts/fields.ts"
import { type CounterName } from "../post-facts/summary.ts"
import { placeKey } from "../places/place-key.ts"

export const summedCounters = ["views", "reposts", "likes"] as const satisfies readonly CounterName[]
export type SummedCounter = (typeof summedCounters)[number]

/** One capture of a post, with what it and its readings say, the oldest first. */
export interface CapturedPost {
  readonly url: string
  /** What the page says that the post's own address is; null where it does not. */
  readonly permalink: string | null
  /** When the post was published, else when it was captured. */
  readonly at: string
  readonly read: readonly {
    readonly at: string
    readonly counters: Readonly<Partial<Record<CounterName, CounterValue>>>
  }[]
}

export interface Sum {
  readonly count: number
  /** Posts of which there is such a number; the others are not in it. */
  readonly posts: number
  /** One of them was written short. */
  readonly rounded: boolean
}

export interface AccountTotals {
  readonly posts: number
  readonly sums: Readonly<Record<SummedCounter, Sum>>
}

const YEAR_MS = 365 * 86_400_000

/** Of each post the newest number that was read, once, however often it was captured. */
export function totalsOfAccount(captures: readonly CapturedPost[], now: string): AccountTotals {
  const since = Date.parse(now) - YEAR_MS
  const counted = captures.filter(({ at }) => Date.parse(at) >= since)
  const addresses = [...new Set(counted.map(placeOf))]
  const posts = addresses.map(address =>
    counted
      .filter(post => placeOf(post) === address)
      .flatMap(({ read }) => read)
      .sort((a, b) => (a.at < b.at ? -1 : 1)),
  )
  const sumOf = (name: SummedCounter): Sum => {
    const newest = posts.flatMap(read => {
      const found = read.findLast(({ counters }) => counters[name] !== undefined)?.counters[name]
      return found === undefined ? [] : [found]
    })
    return {
      count: newest.reduce((sum, { count }) => sum + count, 0),
      posts: newest.length,
      rounded: newest.some(({ rounded }) => rounded),
    }
  }
  return {
    posts: posts.length,
    sums: { views: sumOf("views"), reposts: sumOf("reposts"), likes: sumOf("likes") },
  }
}

/** A link that is shared may have another mark each time; the post is the same. */
const placeOf = ({ url, permalink }: CapturedPost): string => placeKey(permalink ?? url)
