/** Addresses of 微博, on the desktop and on phones (law.md §6.1). */
import { midOf } from "../post-facts/id-time.ts"
import { type KnownSite, nowhere, numberIn, type Place } from "./place.ts"

export const weiboPlaces: KnownSite = {
  id: "weibo",
  hosts: ["weibo.com", "weibo.cn"],
  locate: url => ofComment(locatePost(url), url),
  oneForm,
  // With its author's number before it, or without.
  nameOf: ({ pageType, postId }, url) =>
    pageType === "comment" ? `${oneForm(statusIn(url) ?? "")}/${postId}` : oneForm(postId),
  tokens: ["from", "wvr", "mod", "refer_flag", "luicode", "lfid", "sudaref", "display", "retcode"],
}

/** In digits or in letters. */
function oneForm(postId: string): string {
  return midOf(postId) ?? postId
}

function locatePost(url: URL): Place {
  const place = url.hostname.startsWith("m.") ? locateMobile(url) : locateDesktop(url)
  return place === nowhere ? (locateElsewhere(url) ?? nowhere) : place
}

const OID = /^\d{4}:[0-9A-Za-z]{8,32}$/
const MID = /^[1-9]\d{14,19}$/
const ARTICLE = /^230940\d{10,20}$/

/** Videos and articles have pages and numbers of their own; shared links lead to pages of other hosts. */
function locateElsewhere({ hostname, pathname, searchParams }: URL): Place | null {
  const post = (postId: string | undefined, folder: string): Place | null =>
    postId === undefined ? null : { pageType: "post", postId, permalink: `${folder}${postId}` }
  const [, shown] = /^(?:www\.)?weibo\.com$/.test(hostname)
    ? (/^\/tv\/show\/([^/]+)\/?$/.exec(pathname) ?? [])
    : []
  const fid = hostname === "video.weibo.com" ? searchParams.get("fid") : null
  const video = [shown, fid].find(id => id != null && OID.test(id)) ?? undefined
  if (video !== undefined) {
    // The number of the post that the video is in, where the link has it.
    const mid = numberIn(searchParams, ["mid"], MID)
    return mid === null ? post(video, "https://weibo.com/tv/show/") : post(mid, "https://weibo.com/detail/")
  }
  const article =
    pathname === "/ttarticle/p/show"
      ? searchParams.get("id")
      : /^\/(?:article\/m\/show\/id|ttarticle\/x\/m\/show\/id)\/(\d+)\/?$/.exec(pathname)?.[1]
  if (article != null && ARTICLE.test(article)) return post(article, "https://weibo.com/ttarticle/p/show?id=")
  if (!/^(?:weibointl\.api\.weibo\.(?:com|cn)|share\.api\.weibo\.cn)$/.test(hostname)) return null
  const shared = /^\/share\/(?:\d+,)?(\d+)\.html$/.exec(pathname)?.[1]
  const mid = searchParams.get("weibo_id") ?? shared ?? ""
  return MID.test(mid) ? post(mid, "https://m.weibo.cn/detail/") : null
}

/** The number of the post that an address is of, or that the comment is below. */
export const statusIn = (url: URL): string | null => locatePost(url).postId

/** On phones a comment with its answers has a page; on the desktop `root_comment_id` is 0 where all are meant. */
function ofComment(place: Place, { searchParams }: URL): Place {
  const comment = numberIn(searchParams, ["cid", "root_comment_id"], /^[1-9]\d{11,19}$/)
  if (comment === null || place.postId === null || place.permalink === null) return place
  return { pageType: "comment", postId: comment, permalink: `${place.permalink}?cid=${comment}` }
}

function locateDesktop({ hostname, pathname }: URL): Place {
  if (hostname === "s.weibo.com" || pathname === "/") return { ...nowhere, pageType: "list" }
  if (hostname !== "weibo.com" && hostname !== "www.weibo.com") return nowhere
  const [, uid, id] = /^\/(\d{5,12})\/([0-9A-Za-z]{8,20})\/?$/.exec(pathname) ?? []
  if (uid !== undefined && id !== undefined) {
    return { pageType: "post", postId: id, permalink: `https://weibo.com/${uid}/${id}` }
  }
  const [, only] = /^\/(?:detail|status)\/([0-9A-Za-z]{8,20})\/?$/.exec(pathname) ?? []
  if (only !== undefined) {
    return { pageType: "post", postId: only, permalink: `https://weibo.com/detail/${only}` }
  }
  return /^\/(?:u\/\d+|n\/[^/]+|\d{5,12})\/?$/.test(pathname) ? { ...nowhere, pageType: "profile" } : nowhere
}

/** The number of the account that an address is of; an address may have its name instead. */
export const accountIn = ({ pathname }: URL): string | null =>
  /^\/(?:(?:u|profile)\/)?(\d{5,12})\/?$/.exec(pathname)?.[1] ?? null

function locateMobile({ pathname }: URL): Place {
  const [, id] = /^\/(?:status|detail|\d{5,12})\/([0-9A-Za-z]{8,20})\/?$/.exec(pathname) ?? []
  if (id !== undefined) {
    return { pageType: "post", postId: id, permalink: `https://m.weibo.cn/detail/${id}` }
  }
  return /^\/(?:u|profile|n)\/[^/]+\/?$/.test(pathname) ? { ...nowhere, pageType: "profile" } : nowhere
}
