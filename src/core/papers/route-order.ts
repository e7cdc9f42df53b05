/**
 * In which order links are opened before a notary: what may vanish first comes
 * first (product.md §4.4). Nobody can foretell what vanishes; these are grounds
 * for haste that the records hold, and the paper names them beside each link.
 *
 * A link that did not show its post when it was last read is listed apart, after
 * all others: what is gone cannot be kept any more, and trying it first would cost
 * the time in which the next one goes. It is still tried, once the others are kept.
 */

/**
 * The grounds, the strongest first. `complained`: the user asked that it be taken down. `changed`: the author has been at
 * it. `uncertain`: the last look at it could not see it. `video`: only a cover was kept here, so it would be lost whole.
 * `comment`: under somebody else's post, and gone with it. `recent`: posted in the last days. `spread`: of the links, the
 * one with the most reposts or views.
 */
export const hasteGrounds = [
  "complained",
  "changed",
  "uncertain",
  "video",
  "comment",
  "recent",
  "spread",
] as const
export type HasteGround = (typeof hasteGrounds)[number]

/** What the order rests on. */
export interface StopFacts {
  /** Its number in the vault. */
  readonly item: number
  /** Whether it did not show its post when that was last seen for certain. */
  readonly isGone: boolean
  readonly isComplained: boolean
  readonly isChanged: boolean
  readonly isUncertain: boolean
  readonly hasVideo: boolean
  readonly isComment: boolean
  /** ISO 8601 in UTC; null where nobody says it. */
  readonly publishedAt: string | null
  /** The highest that its page showed; null where it showed none. */
  readonly reposts: number | null
  readonly views: number | null
}

export interface Placing<Stop> {
  readonly stop: Stop
  /** Strongest first; may be empty. */
  readonly grounds: readonly HasteGround[]
}

export interface Route<Stop> {
  readonly open: readonly Placing<Stop>[]
  /** Apart, by number: no ground for haste is left. */
  readonly gone: readonly Stop[]
}

/** Days, back from when the paper is made. */
export const RECENT_DAYS = 7

/**
 * By the strongest ground of each; among equals those with more reposts, then more views, then the newer, then by number.
 * The order in which the stops are given makes no difference. `at`: when the paper is made.
 */
export function routeOf<Stop extends StopFacts>(stops: readonly Stop[], at: string): Route<Stop> {
  const open = stops.filter(({ isGone }) => !isGone)
  const most = { reposts: highest(open, "reposts"), views: highest(open, "views") }
  return {
    open: open
      .map((stop): Placing<Stop> => ({ stop, grounds: groundsOf(stop, at, most, open.length > 1) }))
      .sort(
        (a, b) =>
          rankOf(a) - rankOf(b) ||
          (b.stop.reposts ?? -1) - (a.stop.reposts ?? -1) ||
          (b.stop.views ?? -1) - (a.stop.views ?? -1) ||
          postedAt(b.stop) - postedAt(a.stop) ||
          a.stop.item - b.stop.item,
      ),
    gone: stops.filter(({ isGone }) => isGone).sort((a, b) => a.item - b.item),
  }
}

type Most = Readonly<Record<"reposts" | "views", number | null>>

function groundsOf(stop: StopFacts, at: string, most: Most, hasOthers: boolean): HasteGround[] {
  const age = Date.parse(at) - postedAt(stop)
  const isHighest = (name: keyof Most) => stop[name] !== null && stop[name] > 0 && stop[name] === most[name]
  const holds: Readonly<Record<HasteGround, boolean>> = {
    complained: stop.isComplained,
    changed: stop.isChanged,
    uncertain: stop.isUncertain,
    video: stop.hasVideo,
    comment: stop.isComment,
    recent: stop.publishedAt !== null && age <= RECENT_DAYS * 86_400_000,
    // Of one link alone it says nothing.
    spread: hasOthers && (isHighest("reposts") || isHighest("views")),
  }
  return hasteGrounds.filter(ground => holds[ground])
}

const rankOf = ({ grounds: [first] }: Placing<StopFacts>): number =>
  first === undefined ? hasteGrounds.length : hasteGrounds.indexOf(first)

const postedAt = ({ publishedAt }: StopFacts): number => (publishedAt === null ? 0 : Date.parse(publishedAt))

function highest(stops: readonly StopFacts[], name: "reposts" | "views"): number | null {
  const read = stops.map(stop => stop[name]).filter(count => count !== null)
  return read.length === 0 ? null : Math.max(...read)
}
