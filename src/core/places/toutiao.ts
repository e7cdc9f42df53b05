/** Addresses of 今日头条: articles, short posts (微头条), videos, people. */
import { type KnownSite, numberIn, type Place } from "./place.ts"

export const toutiaoPlaces: KnownSite = {
  id: "toutiao",
  hosts: ["toutiao.com"],
  locate,
  nameOf: ({ pageType, postId }, url) =>
    pageType === "comment" ? `${articleIn(url) ?? ""}/${postId}` : postId,
  // Posts have its number, and its page has none.
  accountOf: ({ pathname }) => PROFILE.exec(pathname)?.[1] ?? null,
  tokens: [
    "wid",
    "source",
    "log_from",
    "timestamp",
    "use_new_style",
    "req_id",
    "share_token",
    "tt_from",
    "app",
  ],
}

export const POST = /^\/(?:(article|group|item|video|w)\/|(?:a|i))(\d{15,21})\/?$/

export const PROFILE = /^\/c\/user\/(?:token\/([0-9A-Za-z_-]{20,120})|(\d{5,20}))\/?$/

export const articleIn = ({ pathname }: URL): string | null => POST.exec(pathname)?.[2] ?? null

/** No document says under which name a link leads to a comment; with one of these it is no link to the post alone. */
const COMMENT = ["comment_id", "commentId"]

function locate({ hostname, pathname, searchParams }: URL): Place {
  const other = { pageType: "other", postId: null, permalink: null } as const
  if (!/^(?:www\.|m\.)?toutiao\.com$/.test(hostname)) return other
  const [, kind, id] = POST.exec(pathname) ?? []
  if (id !== undefined) {
    const folder = kind === "w" || kind === "video" ? kind : "article"
    const permalink = `https://www.toutiao.com/${folder}/${id}/`
    const comment = numberIn(searchParams, COMMENT, /^\d{15,21}$/)
    return comment === null
      ? { pageType: "post", postId: id, permalink }
      : { pageType: "comment", postId: comment, permalink: `${permalink}?comment_id=${comment}` }
  }
  if (PROFILE.test(pathname)) return { ...other, pageType: "profile" }
  return /^\/(?:ch\/.*|search\/.*)?$/.test(pathname) ? { ...other, pageType: "list" } : other
}
