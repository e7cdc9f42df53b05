/** Which items a list shows, and in what order: by what is known of each without opening it. */
import { type Labels, type Wrong } from "../remarks.ts"
import { type EntryFacts } from "./entry.ts"

/** How an item stands; `damaged`: the last check of all files found one gone or changed. */
export const standings = ["complete", "gaps", "imported", "damaged", "running"] as const
export type Standing = (typeof standings)[number]

export interface Listed extends EntryFacts {
  readonly standing: Standing
  /** What the user calls it; not there where they say nothing. */
  readonly labels?: Labels
}

/** Newest or oldest capture first, or the newest post first: those without a time of their own come last. */
export const orders = ["captured", "captured-first", "published"] as const
export type Order = (typeof orders)[number]

export interface Criteria {
  /** As {@link siteOf} names it; null for all. */
  readonly site: string | null
  readonly standing: Standing | null
  /** One of the user's own, and the kind of wrong by their word; null for all. */
  readonly tag: string | null
  readonly wrong: Wrong | null
  /** Of the heading that stands for the account (groups.ts); null for all. Those who list know which items stand under it. */
  readonly author: string | null
  /** Captured at or after, and before: ISO 8601 in UTC; null for no bound. */
  readonly from: string | null
  readonly before: string | null
  readonly order: Order
}

export const allItems: Criteria = {
  ...{ site: null, standing: null, tag: null, wrong: null, author: null },
  ...{ from: null, before: null, order: "captured" },
}

/** Whether anything is left out by them. */
export const isNarrowed = ({ site, standing, tag, wrong, author, from, before }: Criteria): boolean =>
  [site, standing, tag, wrong, author, from, before].some(bound => bound !== null)

/** The adapter's name for a site that is known, else the host. */
export const siteOf = ({ adapter, host }: Pick<EntryFacts, "adapter" | "host">): string =>
  adapter === null || adapter === GENERIC ? host : adapter

const GENERIC = "generic"

export function arrange<Item extends Listed>(items: Iterable<Item>, criteria: Criteria): Item[] {
  const { site, standing, tag, wrong, from, before, order } = criteria
  const shown = Array.from(items).filter(
    item =>
      (site === null || siteOf(item) === site) &&
      (standing === null || item.standing === standing) &&
      (tag === null || item.labels?.tags.includes(tag) === true) &&
      (wrong === null || item.labels?.wrongs.includes(wrong) === true) &&
      (from === null || item.at >= from) &&
      (before === null || item.at < before),
  )
  return shown.sort(comparing[order])
}

const comparing: Readonly<Record<Order, (a: Listed, b: Listed) => number>> = {
  captured: (a, b) => b.item - a.item,
  "captured-first": (a, b) => a.item - b.item,
  published: (a, b) => {
    const [first, second] = [a.publishedAt?.at ?? "", b.publishedAt?.at ?? ""]
    return first === second ? b.item - a.item : first < second ? 1 : -1
  },
}

/** The sites that there are, those with the most items first. */
export function sitesIn(items: Iterable<Pick<EntryFacts, "adapter" | "host">>): string[] {
  const counted = new Map<string, number>()
  for (const item of items) counted.set(siteOf(item), (counted.get(siteOf(item)) ?? 0) + 1)
  return [...counted].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([site]) => site)
}
