/** Addresses of 抖音: works, also over another page (`modal_id`), and shared pages (law.md §6.1). */
import { type KnownSite, numberIn, type Place } from "./place.ts"

export const douyinPlaces: KnownSite = {
  id: "douyin",
  hosts: ["douyin.com", "iesdouyin.com"],
  locate,
  // Of videos, notes and slides alike.
  nameOf: ({ pageType, postId }, url) =>
    pageType === "comment" ? `${workIn(url)?.id ?? ""}/${postId}` : postId,
  tokens: [
    ...["previous_page", "region", "mid", "u_code", "did", "iid", "with_sec_did", "titleType"],
    ...["share_sign", "share_version", "share_link_id", "ts", "from_ssr", "from_aid", "from", "timestamp"],
  ],
}

/** Where an address names an account. */

export const SEC_UID = /\/user\/(MS4wLjAB[\w-]{20,})/

/** The work that an address names, and where it stands by itself. */
export function workIn({ hostname, pathname, searchParams }: URL): {
  readonly id: string
  readonly permalink: string
} | null {
  const [, shared, kind = "video", id] =
    /^(\/share)?\/(video|note|slides)\/(\d{15,20})\/?$/.exec(pathname) ?? []
  if (id !== undefined) {
    const folder = shared === undefined ? "https://www.douyin.com" : `https://${hostname}/share`
    return { id, permalink: `${folder}/${kind}/${id}` }
  }
  const over = searchParams.get("modal_id") ?? ""
  return /^\d{15,20}$/.test(over) ? { id: over, permalink: `https://www.douyin.com/video/${over}` } : null
}

/** No document says under which name a link leads to a comment; with one of these it is no link to the work alone. */
const COMMENT = ["comment_id", "commentId", "root_comment_id"]

function locate(url: URL): Place {
  const work = workIn(url)
  const comment = numberIn(url.searchParams, COMMENT, /^\d{15,20}$/)
  if (work !== null) {
    return comment === null
      ? { pageType: "post", postId: work.id, permalink: work.permalink }
      : { pageType: "comment", postId: comment, permalink: `${work.permalink}?comment_id=${comment}` }
  }
  const { pathname } = url
  const pageType = SEC_UID.test(pathname)
    ? "profile"
    : /^\/(?:|discover|follow|search\/.*|hot\/.*)$/.test(pathname)
      ? "list"
      : "other"
  return { pageType, postId: null, permalink: null }
}
