/** What the vault holds of one page, of one post and of one account. Nothing here writes. */
import { Dexie } from "dexie"
import { type Account, accountIn, accountKeys, handleKey, isSameAccount } from "../core/account.ts"
import { hostOf } from "../core/address.ts"
import { placeKey } from "../core/places/place-key.ts"
import { type PageType } from "../core/post-facts/fields.ts"
import { type CaptureRow, keysOf } from "./capture-row.ts"
import { filledAccounts } from "./read-corrections.ts"
import { type ReadingRow } from "./reading-row.ts"
import { type Vault } from "./schema.ts"
import { query } from "./transact.ts"

/** What there is of one page: how many sealed captures, and the newest of them. */
export interface Seen {
  readonly times: number
  readonly newest: CaptureRow | null
}

/**
 * The sealed captures of the page at an address, without what is in the trash;
 * none of an address that the browser hides. A page is the same one by whatever
 * link it was come to (core/places/place-key.ts). By index: a page may have been
 * captured a thousand times, and the first picture waits for this.
 */
export async function capturesOfPage(vault: Vault, url: string): Promise<Seen> {
  if (url === "") return { times: 0, newest: null }
  const key = placeKey(url)
  return query(
    vault.transaction("r", vault.captures, async () => {
      const keys = await Promise.all(
        INDICES.map(index =>
          vault.captures
            .where(index)
            .between(...allOf(key))
            .primaryKeys(),
        ),
      )
      const [running, trashed, ...newest] = await Promise.all([
        vault.captures.where("state").equals("running").primaryKeys(),
        vault.captures.orderBy("trashedAt").primaryKeys(),
        ...INDICES.map(index =>
          vault.captures
            .where(index)
            .between(...allOf(key))
            .reverse()
            .filter(isSealed)
            .first(),
        ),
      ])
      const kept = new Set(keys.flat())
      for (const id of [...running, ...trashed]) kept.delete(id)
      const [last] = newest.filter(row => row !== undefined).toSorted((a, b) => b.item - a.item)
      return { times: kept.size, newest: last ?? null }
    }),
  )
}

/** Of the page itself, and of a post that was pointed at in a list, which has an address of its own. */
const INDICES = ["[pageKey+item]", "[postKey+item]"] as const
const allOf = (of: string): [unknown, unknown] => [
  [of, Dexie.minKey],
  [of, Dexie.maxKey],
]

/** All that the vault holds of one post, by its address or its permalink, the trash too, and what was read again of it. */
export async function historyOfPost(
  vault: Vault,
  item: PostPlace,
): Promise<{ readonly captures: readonly CaptureRow[]; readonly readings: readonly ReadingRow[] }> {
  return query(
    vault.transaction("r", [vault.captures, vault.readings], async () => {
      const captures = await capturesOfPost(vault, item)
      const ids = captures.map(({ id }) => id)
      return { captures, readings: await vault.readings.where("of").anyOf(ids).toArray() }
    }),
  )
}

export interface Related {
  readonly ofAuthor: readonly CaptureRow[]
  readonly ofPost: readonly CaptureRow[]
  /** Numbers of accounts by the user's word, by the capture that they are said of. */
  readonly told: ReadonlyMap<string, string>
}

/** Sealed captures outside the trash of the same author, or of the same post; the capture itself is not among them. */
export async function relatedTo(vault: Vault, item: PostPlace & Pick<CaptureRow, "id">): Promise<Related> {
  const isOther = (row: CaptureRow) => row.id !== item.id && isSealed(row)
  const told = await query(filledAccounts(vault))
  const account = accountOf(item, told)
  const [ofAuthor, ofPost] = await query(
    Promise.all([mayBeOf(vault, account, told), capturesOfPost(vault, item)]),
  )
  return {
    ofAuthor: ofAuthor.filter(row => isOther(row) && isSameAccount(accountOf(row, told), account)),
    ofPost: ofPost.filter(isOther),
    told,
  }
}

const accountOf = (
  { id, url, facts }: Pick<CaptureRow, "id" | "url" | "facts">,
  told: ReadonlyMap<string, string>,
): Account => accountIn(facts ?? null, hostOf(url) ?? "", told.get(id))

/** Captures with the account's number, by the page or by the user, or with its page or its handle; of whichever site. */
async function mayBeOf(
  vault: Vault,
  { authorId, authorHandle, authorPage }: Account,
  told: ReadonlyMap<string, string>,
): Promise<CaptureRow[]> {
  const handle = authorHandle === null ? null : handleKey(authorHandle)
  const found = await Promise.all([
    authorId === null ? [] : vault.captures.where("facts.authorId").equals(authorId).toArray(),
    authorId === null
      ? []
      : vault.captures.bulkGet([...told].filter(([, id]) => id === authorId).map(([of]) => of)),
    authorPage === null ? [] : vault.captures.where("facts.authorPage").equals(authorPage).toArray(),
    handle === null
      ? []
      : vault.captures.where("facts.authorHandle").anyOfIgnoreCase(handle, `@${handle}`).toArray(),
  ])
  const rows = found.flat().filter(row => row !== undefined)
  return [...new Map(rows.map(row => [row.id, row])).values()]
}

type PostPlace = Pick<CaptureRow, "url" | "facts" | "post">

async function capturesOfPost(vault: Vault, item: PostPlace): Promise<readonly CaptureRow[]> {
  if (item.url === "") return []
  const { pageKey, postKey } = keysOf(item)
  // What was pointed at in a list is that post, and not the list.
  const isPicked = item.post !== undefined && postKey !== undefined
  const keys = isPicked ? [postKey] : [...new Set([pageKey, postKey ?? pageKey])]
  const found = await Promise.all(
    keys.flatMap(key =>
      INDICES.map(index =>
        vault.captures
          .where(index)
          .between(...allOf(key))
          .toArray(),
      ),
    ),
  )
  return [...new Map(found.flat().map(row => [row.id, row])).values()]
}

/** Pages that are of one post, whose numbers are its own; an account's own page has the account's. */
const OF_POST: ReadonlySet<PageType> = new Set(["post", "thread", "comment"])

/**
 * The sealed captures of posts by one account outside the trash: by the number that
 * the page gives, or that the user told in its place, and where there is none, by
 * its page or by the handle.
 */
export function capturesOfAccount(vault: Vault, account: Account): Promise<CaptureRow[]> {
  return query(
    vault.transaction("r", [vault.captures, vault.corrections], async () => {
      const told = await filledAccounts(vault)
      const rows = (await mayBeOf(vault, account, told)).filter(isSealed)
      const keyOf = accountKeys([account, ...rows.map(row => accountOf(row, told))])
      const key = keyOf(account)
      return rows.filter(
        row =>
          key !== null &&
          keyOf(accountOf(row, told)) === key &&
          row.facts !== undefined &&
          OF_POST.has(row.facts.pageType),
      )
    }),
  )
}

const isSealed = ({ state, trashedAt }: CaptureRow): boolean => state === "sealed" && trashedAt === null
