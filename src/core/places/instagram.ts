/** Addresses of Instagram: posts, reels, stories, accounts (law.md §6.1). */
import { type KnownSite, type NamedComment, nowhere, type Place } from "./place.ts"

export const instagramPlaces: KnownSite = {
  id: "instagram",
  hosts: ["instagram.com"],
  locate,
  // A reel is a post by the same letters; a story has digits.
  nameOf: ({ postId }, url) => {
    const { code, comment = null } = instagramPostIn(url) ?? { code: `stories/${postId}` }
    return comment === null ? code : `${code}/${comment.id}`
  },
}

const isOwnHost = (hostname: string): boolean => /^(?:(?:www|m)\.)?instagram\.com$/.test(hostname)

/** With its author's name before it, or without; with a comment's number behind it, or without. */
const POST =
  /^\/(?:[\w.]{1,30}\/)?(p|reels?|tv)\/(?!audio\/?$)([\w-]{5,64})(?:\/(?:c\/(\d+)(?:\/r\/(\d+))?|comments))?\/?$/
const STORY = /^\/stories\/(?!highlights\/)([\w.]{1,30})\/(\d{10,20})\/?$/
const ACCOUNT = /^\/([\w.]{1,30})(?:\/(?:reels|tagged|reposts))?\/?$/
const LISTS = /^\/(?:|explore.*|reels)\/?$/

/** First parts of addresses that are nobody's name. */
const TAKEN: ReadonlySet<string> = new Set(
  "p reel reels tv stories explore accounts direct about legal developer web challenge api emails session create your_activity share oauth popular".split(
    " ",
  ),
)

export interface InstagramPost {
  readonly kind: string
  readonly code: string
  readonly comment: NamedComment | null
}

export function instagramPostIn({
  hostname,
  pathname,
}: Pick<URL, "hostname" | "pathname">): InstagramPost | null {
  const [, kind, code, comment, answer] = isOwnHost(hostname) ? (POST.exec(pathname) ?? []) : []
  if (kind === undefined || code === undefined) return null
  const named =
    answer !== undefined
      ? { id: answer, parent: comment ?? null }
      : comment !== undefined
        ? { id: comment, parent: code }
        : null
  return { kind: kind === "reels" ? "reel" : kind, code, comment: named }
}

function locate({ hostname, pathname }: URL): Place {
  if (!isOwnHost(hostname)) return nowhere
  const post = instagramPostIn({ hostname, pathname })
  if (post !== null) {
    const permalink = `https://www.instagram.com/${post.kind}/${post.code}/`
    if (post.comment === null) return { pageType: "post", postId: post.code, permalink }
    const { id, parent } = post.comment
    const path = parent === null || parent === post.code ? `c/${id}/` : `c/${parent}/r/${id}/`
    return { pageType: "comment", postId: id, permalink: `${permalink}${path}` }
  }
  const [, account, story] = STORY.exec(pathname) ?? []
  if (account !== undefined && story !== undefined) {
    const permalink = `https://www.instagram.com/stories/${account}/${story}/`
    return { pageType: "post", postId: story, permalink }
  }
  if (LISTS.test(pathname)) return { ...nowhere, pageType: "list" }
  return accountIn({ hostname, pathname }) === null ? nowhere : { ...nowhere, pageType: "profile" }
}

/** The name of the account that an address is of. */
export function accountIn({ hostname, pathname }: Pick<URL, "hostname" | "pathname">): string | null {
  const name = isOwnHost(hostname) ? ACCOUNT.exec(pathname)?.[1] : undefined
  return name === undefined || TAKEN.has(name) ? null : name
}

/** The letters of the post that an address names, whoever's name stands before them. */
export function codeIn(address: string): string | null {
  if (!URL.canParse(address, "https://www.instagram.com/")) return null
  const post = instagramPostIn(new URL(address, "https://www.instagram.com/"))
  return post?.comment === null ? post.code : null
}
