/**
 * The items of a list under headings: by the month in which they were published,
 * or by the account that published them. Each item is in one group, none is left
 * out. What a heading says is what the pages said; that two accounts are of one
 * person is nowhere said, nor that two captures without an id are of one account.
 */
import { type Account, accountIn, accountKeys } from "../account.ts"
import { groupsOf } from "../groups.ts"
import { siteOf } from "./arrange.ts"
import { type EntryFacts } from "./entry.ts"

export const arrangements = ["list", "timeline", "authors"] as const
export type Arrangement = (typeof arrangements)[number]

/** By what an account is told from the others of its site: a name may be that of several. */
export const marksOfAccount = ["id", "handle", "name"] as const
export type MarkOfAccount = (typeof marksOfAccount)[number]

interface Grouped<Item> {
  /** No other group of the list has it, and it stays the same while items come and go. */
  readonly id: string
  /** At least one. */
  readonly items: readonly Item[]
}

export interface MonthGroup<Item> extends Grouped<Item> {
  readonly kind: "month"
  /** As the caller names it; null for items whose time of publication was not read. */
  readonly month: string | null
}

export interface AccountGroup<Item> extends Grouped<Item> {
  readonly kind: "account"
  /** Null for items of which no author was read. */
  readonly by: MarkOfAccount | null
  readonly authorId: string | null
  /** What the pages call the account, the newest capture's first. */
  readonly names: readonly string[]
  readonly handles: readonly string[]
}

export type Group<Item> = MonthGroup<Item> | AccountGroup<Item>

/** The earliest post first, as far as their times tell; those without one last, in the order of their captures. */
export function byMonth<Item extends EntryFacts>(
  items: readonly Item[],
  monthOf: (at: string) => string,
): MonthGroup<Item>[] {
  const sorted = [...items].sort((a, b) => {
    const [first, second] = [timeOf(a), timeOf(b)]
    return first === second ? a.item - b.item : first < second ? -1 : 1
  })
  const groups = groupsOf(sorted, ({ publishedAt }) => (publishedAt === null ? "" : monthOf(publishedAt.at)))
  return [...groups].map(([month, of]) => ({
    kind: "month",
    id: `month ${month}`,
    items: of,
    month: month === "" ? null : month,
  }))
}

/** In milliseconds: years before 1 and after 9999 do not sort as text. */
const timeOf = ({ publishedAt }: EntryFacts): number =>
  publishedAt === null ? Infinity : Date.parse(publishedAt.at)

/**
 * The account with the most items first, and those of which no author was read last;
 * within a group as `items` has them. What gives no number is of the account that
 * another item tells by its page or its handle, also where the number is the user's.
 */
export function byAccount<Item extends EntryFacts>(items: readonly Item[]): AccountGroup<Item>[] {
  const keyOf = accountKeys(items.map(accountOf))
  const groups = groupsOf(items, item => keyOf(accountOf(item)) ?? JSON.stringify(wordsFor(item)))
  return [...groups]
    .map(([key, of]): AccountGroup<Item> => {
      const newestFirst = [...of].sort((a, b) => b.item - a.item)
      const told = newestFirst.find(item => accountOf(item).authorId !== null)
      const first = told ?? newestFirst[0]
      const by = first === undefined ? null : markOf(first)
      return {
        kind: "account",
        id: `account ${key}`,
        items: of,
        by,
        authorId: first?.authorId ?? null,
        names: distinct(newestFirst.map(({ authorName }) => authorName)),
        handles: distinct(newestFirst.map(({ authorHandle }) => authorHandle)),
      }
    })
    .sort(
      (a, b) =>
        Number(a.by === null) - Number(b.by === null) ||
        b.items.length - a.items.length ||
        newestIn(b.items) - newestIn(a.items),
    )
}

const newestIn = (items: readonly EntryFacts[]): number =>
  items.reduce((newest, { item }) => Math.max(newest, item), 0)

const accountOf = ({ adapter, host, ...facts }: EntryFacts): Account =>
  accountIn(
    {
      ...facts,
      adapter: adapter ?? "generic",
      authorId: facts.authorId === "" ? null : facts.authorId,
      authorHandle: facts.authorHandle === "" ? null : facts.authorHandle,
    },
    host,
  )

/** Of what names no account. One of another site is another, whatever it is called. */
function wordsFor(item: EntryFacts): readonly string[] {
  const by = markOf(item)
  return by === null ? [] : [siteOf(item), by, valueOf[by](item) ?? ""]
}

const markOf = (item: EntryFacts): MarkOfAccount | null =>
  marksOfAccount.find(mark => (valueOf[mark](item) ?? "") !== "") ?? null

const valueOf: Readonly<Record<MarkOfAccount, (item: EntryFacts) => string | null>> = {
  id: ({ authorId }) => authorId,
  handle: ({ authorHandle }) => authorHandle,
  name: ({ authorName }) => authorName,
}

const distinct = (words: readonly (string | null)[]): string[] => [
  ...new Set(words.flatMap(word => (word === null || word === "" ? [] : [word]))),
]
