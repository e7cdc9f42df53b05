/**
 * The accounts that the case's pages name as the authors: told as anywhere else
 * (core/account.ts), else by name, on each site apart. An account is no person, so its
 * holder's name is never taken from it; and a page that names no author has no account.
 */
import { type Account as AccountOfSite, accountIn, accountKeys } from "../../account.ts"
import { siteOf } from "../../bundle/shown.ts"
import { type ItemSnapshot } from "../../bundle/snapshot.ts"
import { groupsOf } from "../../groups.ts"
import { accountAt } from "../../places/all.ts"
import { type Said } from "../block.ts"
import { BLANK } from "../draft.ts"
import { type Speaker } from "../say.ts"
import { type FieldSaid, fieldSaid, siteIn } from "./field-said.ts"

export interface Account {
  readonly items: readonly [ItemSnapshot, ...ItemSnapshot[]]
  /** Whether something that it posted is in the case, and not only its own page. */
  readonly hasPosted: boolean
}

export const accountFields = [
  ...(["authorName", "authorHandle", "authorId"] as const),
  ...(["authorUrl", "authorVerified", "ipLocation"] as const),
] as const
export type AccountField = (typeof accountFields)[number]

export function accountsOf(all: readonly ItemSnapshot[]): Account[] {
  const items = all.filter(hasAuthor)
  const keyOf = accountKeys(items.map(accountOf))
  const groups = groupsOf(items, item => keyOf(accountOf(item)) ?? wordsFor(item))
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [
          {
            items: [first, ...others],
            hasPosted: [first, ...others].some(({ facts }) => facts?.pageType !== "profile"),
          },
        ],
  )
}

const AUTHOR = [
  "authorName",
  "authorHandle",
  "authorId",
  "authorUrl",
] as const satisfies readonly AccountField[]

/** Whether anything says whose it is. */
export const hasAuthor = (item: ItemSnapshot): boolean => AUTHOR.some(name => fieldSaid(item, name) !== null)

/** Those that a paper is against: who posted; where nothing but accounts' own pages is there, all of them. */
export function opponentsOf(accounts: readonly Account[]): readonly Account[] {
  const posted = accounts.filter(({ hasPosted }) => hasPosted)
  return posted.length === 0 ? accounts : posted
}

function accountOf(item: ItemSnapshot): AccountOfSite {
  const { facts, record } = item
  const said = (name: "authorId" | "authorHandle" | "authorUrl") => fieldSaid(item, name)?.text ?? null
  const authorPage = accountAt(said("authorUrl"))
  return accountIn(
    {
      adapter: facts?.adapter.id ?? "generic",
      authorId: said("authorId"),
      authorHandle: said("authorHandle"),
      ...(authorPage === null ? {} : { authorPage }),
    },
    siteOf(record.url),
  )
}

/** Of what names no account. */
function wordsFor(item: ItemSnapshot): string {
  const { site } = accountOf(item)
  const name = fieldSaid(item, "authorName")?.text
  return JSON.stringify(name === undefined ? [site, "item", item.record.item] : [site, "authorName", name])
}

/** A line each of what is known under the names, and a blank for what is not. */
export function accountLines({ items }: Account, names: readonly AccountField[], { say }: Speaker): Said {
  return names.flatMap(name => {
    const said = distinct(items.flatMap(item => fieldSaid(item, name) ?? []))
    const filled = said.flatMap(({ filledAt }) => filledAt ?? [])
    return [
      ...say(({ readme, list }) => {
        const values = said.length === 0 ? BLANK : said.map(({ text }) => text).join(list.between.list)
        return `${readme.fieldName(name)}${list.between.colon}${values}`
      }),
      ...filled.flatMap(at => say(({ readme }) => readme.filledIn(at), "soft")),
    ]
  })
}

export const accountSite = ({ items: [first] }: Account, { say }: Speaker): Said =>
  say(words => siteIn(first, words))

/** Its name on the page, or a blank. */
export const accountName = ({ items }: Account): string =>
  items.flatMap(item => fieldSaid(item, "authorName") ?? []).at(-1)?.text ?? BLANK

const distinct = (said: readonly FieldSaid[]): FieldSaid[] =>
  [...new Map(said.toReversed().map(each => [each.text, each])).values()].toReversed()
