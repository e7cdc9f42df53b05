/**
 * The numbers of one account's posts, added up over a year: 法释〔2013〕21号 art. 4
 * counts views and reposts of several posts within one year together (law.md §1.2),
 * and says of no year that it ends today. So it is that year, of all that the posts
 * lie in, in which a number adds up to most, and it is said from when to when.
 * Whether they count together here is for a court; likes are neither, and are kept
 * apart.
 */
import { groupsOf } from "../groups.ts"
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
  /** How far off the time of publication may be; null where `at` is that of the capture. */
  readonly plusMinusSeconds: number | null
  readonly read: readonly {
    readonly at: string
    readonly counters: Readonly<Partial<Record<CounterName, CounterValue>>>
  }[]
}

export interface Sum {
  readonly count: number
  /** Posts of the year of which there is such a number; no others are in it. */
  readonly posts: number
  /** One of them was written short. */
  readonly rounded: boolean
  /** Those of which nobody says when they were published, or not to the day: they may be of another year. */
  readonly roughly: number
  /** The times of the first and the last of them; null where there are none. */
  readonly year: { readonly from: string; readonly to: string } | null
}

export interface AccountTotals {
  /** All that are known, of whichever year. */
  readonly posts: number
  readonly sums: Readonly<Record<SummedCounter, Sum>>
}

/** Whoever counts by the calendar, no year is shorter. */
const YEAR_MS = 365 * 86_400_000

/** A day that is named without a zone, and the zones of two countries. */
const TO_THE_DAY_SECONDS = 2 * 86_400

interface Post {
  readonly at: string
  readonly isRough: boolean
  readonly read: CapturedPost["read"]
}

interface Counted extends Post {
  readonly value: CounterValue
}

/**
 * Each post is counted once, however often it was captured and read: with its
 * highest number that was certain. Art. 2 asks what was reached (达到), and a number
 * that fell afterwards was reached all the same. The year of the views may be
 * another than that of the reposts.
 */
export function totalsOfAccount(captures: readonly CapturedPost[]): AccountTotals {
  const posts = [...groupsOf(captures, placeOf).values()]
    .map(postOf)
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  const sumOf = (name: SummedCounter): Sum =>
    largestYear(
      posts.flatMap(post => {
        const value = highestIn(post.read.map(({ counters }) => counters[name]))
        return value === null ? [] : [{ ...post, value }]
      }),
    )
  return {
    posts: posts.length,
    sums: { views: sumOf("views"), reposts: sumOf("reposts"), likes: sumOf("likes") },
  }
}

/** Of two that are equal the one that was not written short. */
const highestIn = (values: readonly (CounterValue | undefined)[]): CounterValue | null =>
  values.reduce<CounterValue | null>((top, value) => {
    if (value === undefined) return top
    if (top === null || value.count > top.count) return value
    return value.count === top.count && top.rounded ? value : top
  }, null)

/** A link that is shared may have another mark each time; the post is the same. */
const placeOf = ({ url, permalink }: CapturedPost): string => placeKey(permalink ?? url)

/** Of several captures: the time that is known best, and of equals the first. */
function postOf(captures: readonly CapturedPost[]): Post {
  const far = ({ plusMinusSeconds }: CapturedPost) => plusMinusSeconds ?? Infinity
  const [dated] = captures.toSorted((a, b) =>
    far(a) === far(b) ? Date.parse(a.at) - Date.parse(b.at) : far(a) - far(b),
  )
  return {
    at: dated?.at ?? "",
    isRough: dated === undefined || far(dated) > TO_THE_DAY_SECONDS,
    read: captures.flatMap(({ read }) => read).toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)),
  }
}

/** @param posts by time; of two years with one sum it is that of more posts, then the first */
function largestYear(posts: readonly Counted[]): Sum {
  let best = { count: 0, first: 0, end: 0 }
  let [first, count] = [0, 0]
  for (const [at, post] of posts.entries()) {
    count += post.value.count
    while (Date.parse(post.at) - Date.parse(posts[first]?.at ?? post.at) >= YEAR_MS) {
      count -= posts[first]?.value.count ?? 0
      first += 1
    }
    const more = count - best.count || at + 1 - first - (best.end - best.first)
    if (more > 0) best = { count, first, end: at + 1 }
  }
  const year = posts.slice(best.first, best.end)
  const [from, to] = [year.at(0), year.at(-1)]
  return {
    count: best.count,
    posts: year.length,
    rounded: year.some(({ value }) => value.rounded),
    roughly: year.filter(({ isRough }) => isRough).length,
    year: from === undefined || to === undefined ? null : { from: from.at, to: to.at },
  }
}
