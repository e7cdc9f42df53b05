/** Addresses of X, which was Twitter: posts, accounts, lists (law.md §6.1). */
import { type KnownSite, nowhere, type Place } from "./place.ts"

export const xPlaces: KnownSite = {
  id: "x",
  hosts: ["x.com", "twitter.com"],
  locate,
  // The site goes by the number alone, whoever's name stands before it.
  nameOf: ({ postId }, { pathname }) => (ARTICLE.test(pathname) ? `article/${postId}` : postId),
  tokens: ["s", "t", "ref_src", "ref_url", "cxt"],
}

/** Below other names stand help, advertising and the like. */
const isOwnHost = (hostname: string): boolean => /^(?:(?:www|mobile|m)\.)?(?:x|twitter)\.com$/.test(hostname)

const POST = /^\/(?:(\w{1,20})|i\/web)\/status(?:es)?\/([1-9]\d{0,19})(?:\/((?:photo|video)\/\d+))?\/?$/
/** Nothing says whether an article is numbered as the post that it is in. */
const ARTICLE = /^\/(\w{1,20})\/article\/([1-9]\d{0,19})\/?$/
const ACCOUNT = /^\/(\w{1,20})(?:\/(?:with_replies|media|likes|highlights|articles|superfollows))?\/?$/
const LISTS =
  /^\/(?:|home|explore.*|search.*|notifications.*|hashtag\/.+|i\/(?:lists|communities|bookmarks).*|\w{1,20}\/(?:followers|following|verified_followers|lists)|\w{1,20}\/status\/\d+\/(?:quotes|reposts|retweets|likes|history))\/?$/

/** First parts of addresses that are nobody's name. */
const TAKEN: ReadonlySet<string> = new Set(
  "i home explore search notifications messages settings compose login logout signup tos privacy jobs hashtag intent share account oauth about download".split(
    " ",
  ),
)

function locate({ hostname, pathname }: URL): Place {
  if (!isOwnHost(hostname)) return nowhere
  const [, name, id, part] = POST.exec(pathname) ?? []
  if (id !== undefined) {
    // A picture that is opened stands before the post alone; the post's own page has its answers below it.
    return {
      pageType: part === undefined ? "thread" : "post",
      postId: id,
      permalink: `https://x.com/${name ?? "i"}/status/${id}`,
    }
  }
  const [, writer, article] = ARTICLE.exec(pathname) ?? []
  if (writer !== undefined && article !== undefined) {
    return { pageType: "post", postId: article, permalink: `https://x.com/${writer}/article/${article}` }
  }
  if (LISTS.test(pathname)) return { ...nowhere, pageType: "list" }
  return accountIn({ hostname, pathname }) === null ? nowhere : { ...nowhere, pageType: "profile" }
}

/** The name of the account that an address is of, without its `@`. */
export function accountIn({ hostname, pathname }: Pick<URL, "hostname" | "pathname">): string | null {
  const name = isOwnHost(hostname) ? ACCOUNT.exec(pathname)?.[1] : undefined
  return name === undefined || TAKEN.has(name.toLowerCase()) ? null : name
}
