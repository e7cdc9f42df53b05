/** Addresses of 微信公众号: short ones, long ones, and those of its search, which end (law.md §6.1). */
import { type KnownSite, type Place } from "./place.ts"

export const weixinPlaces: KnownSite = {
  id: "weixin",
  hosts: ["mp.weixin.qq.com"],
  locate,
  nameOf: ({ postId }, url) => `${articleOf(url.searchParams)?.biz ?? ""}/${postId}`,
  tokens: [
    "chksm",
    "scene",
    "srcid",
    "sharer_sharetime",
    "sharer_shareid",
    "sharer_shareinfo",
    "from",
    "isappinstalled",
  ],
}

export const SLUG = /^\/s\/([0-9A-Za-z_-]{16,32})\/?$/

function locate({ pathname, searchParams }: URL): Place {
  const other = { pageType: "other", postId: null, permalink: null } as const
  const [, slug] = SLUG.exec(pathname) ?? []
  if (slug !== undefined) {
    return { pageType: "post", postId: slug, permalink: `https://mp.weixin.qq.com/s/${slug}` }
  }
  if (/^\/mp\/profile_ext\/?$/.test(pathname)) return { ...other, pageType: "profile" }
  if (/^\/mp\/(?:appmsgalbum|homepage)\/?$/.test(pathname)) return { ...other, pageType: "list" }
  if (!/^\/(?:s|mp\/appmsg\/show)\/?$/.test(pathname)) return other
  const id = articleOf(searchParams)
  // Addresses out of the search (`src=…&signature=…`) end after some hours; which article they are of, the page says.
  if (id === null) return searchParams.has("signature") ? { ...other, pageType: "post" } : other
  const kept = ["__biz", "mid", "idx", "sn"].flatMap(name => {
    const value = searchParams.get(name)
    return value === null ? [] : [`${name}=${value}`]
  })
  return { pageType: "post", postId: id.article, permalink: `https://mp.weixin.qq.com/s?${kept.join("&")}` }
}

interface ArticleId {
  readonly biz: string
  /** The message and the place of the article in it: `2247493844_1`. */
  readonly article: string
}

/** What a long address is of; null for any other. */
export function articleOf(search: URLSearchParams): ArticleId | null {
  const biz = search.get("__biz") ?? ""
  const mid = search.get("mid") ?? search.get("appmsgid") ?? ""
  const idx = search.get("idx") ?? search.get("itemidx") ?? ""
  return isBiz(biz) && /^\d{5,15}$/.test(mid) && /^\d{1,2}$/.test(idx)
    ? { biz, article: `${mid}_${idx}` }
    : null
}

const isBiz = (text: string): boolean => /^[0-9A-Za-z+/]{8,30}={0,2}$/.test(text)
