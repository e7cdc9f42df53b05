/** Addresses of 今日头条: articles, short posts (微头条), videos, people. */
import { type KnownSite, type Place } from "./place.ts"

export const toutiaoPlaces: KnownSite = {
  id: "toutiao",
  hosts: ["toutiao.com"],
  locate,
  nameOf: ({ postId }) => postId,
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

function locate({ hostname, pathname }: URL): Place {
  const other = { pageType: "other", postId: null, permalink: null } as const
  if (!/^(?:www\.|m\.)?toutiao\.com$/.test(hostname)) return other
  const [, kind, id] = POST.exec(pathname) ?? []
  if (id !== undefined) {
    const folder = kind === "w" || kind === "video" ? kind : "article"
    return { pageType: "post", postId: id, permalink: `https://www.toutiao.com/${folder}/${id}/` }
  }
  if (PROFILE.test(pathname)) return { ...other, pageType: "profile" }
  return /^\/(?:ch\/.*|search\/.*)?$/.test(pathname) ? { ...other, pageType: "list" } : other
}
