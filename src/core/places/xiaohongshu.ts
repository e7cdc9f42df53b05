/** Addresses of 小红书. Its links hold for a while only, by a token each (law.md §6.1). */
import { type KnownSite, type Place } from "./place.ts"

export const xiaohongshuPlaces: KnownSite = {
  id: "xiaohongshu",
  hosts: ["xiaohongshu.com"],
  locate,
  nameOf: ({ postId }) => postId,
  tokens: [
    ...["xsec_token", "xsec_source", "source", "app_platform", "app_version", "share_from_user_hidden"],
    ...["author_share", "xhsshare", "shareRedId", "apptime", "share_id", "appuid", "ignoreEngage"],
  ],
}

function locate({ pathname }: URL): Place {
  const [, id] = /^\/(?:explore|discovery\/item|search_result)\/([0-9a-f]{24})\/?$/.exec(pathname) ?? []
  if (id !== undefined) {
    return { pageType: "post", postId: id, permalink: `https://www.xiaohongshu.com/explore/${id}` }
  }
  const pageType = /^\/user\/profile\/[0-9a-f]{24}\/?$/.test(pathname)
    ? "profile"
    : /^\/(?:explore\/?|search_result\/?)?$/.test(pathname)
      ? "list"
      : "other"
  return { pageType, postId: null, permalink: null }
}
