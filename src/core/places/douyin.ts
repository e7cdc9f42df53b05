/** Addresses of 抖音: works, also over another page (`modal_id`), and shared pages (law.md §6.1). */
import { type KnownSite, type Place } from "./place.ts"

export const douyinPlaces: KnownSite = {
  id: "douyin",
  hosts: ["douyin.com", "iesdouyin.com"],
  locate,
  // Of videos, notes and slides alike.
  nameOf: ({ postId }) => postId,
  tokens: [
    ...["previous_page", "region", "mid", "u_code", "did", "iid", "with_sec_did", "titleType"],
    ...["share_sign", "share_version", "share_link_id", "ts", "from_ssr", "from_aid", "from", "timestamp"],
  ],
}

/** Where an address names an account. */

export const SEC_UID = /\/user\/(MS4wLjAB[\w-]{20,})/

function locate({ hostname, pathname, searchParams }: URL): Place {
  const [, shared, kind = "video", id] =
    /^(\/share)?\/(video|note|slides)\/(\d{15,20})\/?$/.exec(pathname) ?? []
  if (id !== undefined) {
    const permalink =
      shared === undefined
        ? `https://www.douyin.com/${kind}/${id}`
        : `https://${hostname}/share/${kind}/${id}`
    return { pageType: "post", postId: id, permalink }
  }
  const over = searchParams.get("modal_id") ?? ""
  if (/^\d{15,20}$/.test(over)) {
    return { pageType: "post", postId: over, permalink: `https://www.douyin.com/video/${over}` }
  }
  const pageType = SEC_UID.test(pathname)
    ? "profile"
    : /^\/(?:|discover|follow|search\/.*|hot\/.*)$/.test(pathname)
      ? "list"
      : "other"
  return { pageType, postId: null, permalink: null }
}
