/** Addresses of 小红书. Its links hold for a while only, by a token each (law.md §6.1). */
import { type KnownSite, numberIn, type Place } from "./place.ts"

export const xiaohongshuPlaces: KnownSite = {
  id: "xiaohongshu",
  hosts: ["xiaohongshu.com"],
  locate,
  nameOf: ({ pageType, postId }, url) => (pageType === "comment" ? `${noteIn(url) ?? ""}/${postId}` : postId),
  tokens: [
    ...["xsec_token", "xsec_source", "source", "app_platform", "app_version", "share_from_user_hidden"],
    ...["author_share", "xhsshare", "shareRedId", "apptime", "share_id", "appuid", "ignoreEngage"],
  ],
}

export const noteIn = ({ pathname }: URL): string | null =>
  /^\/(?:explore|discovery\/item|search_result)\/([0-9a-f]{24})\/?$/.exec(pathname)?.[1] ?? null

/** A link to a comment leads to the element that has its number, or names it; no document says under which name. */
export const commentIn = ({ searchParams, hash }: URL): string | null =>
  /^#comment-([0-9a-f]{24})$/.exec(hash)?.[1] ??
  numberIn(searchParams, ["anchorCommentId", "comment_id", "commentId"], /^[0-9a-f]{24}$/)

function locate(url: URL): Place {
  const { pathname } = url
  const id = noteIn(url)
  if (id !== null) {
    const permalink = `https://www.xiaohongshu.com/explore/${id}`
    const comment = commentIn(url)
    return comment === null
      ? { pageType: "post", postId: id, permalink }
      : { pageType: "comment", postId: comment, permalink: `${permalink}#comment-${comment}` }
  }
  const pageType = /^\/user\/profile\/[0-9a-f]{24}\/?$/.test(pathname)
    ? "profile"
    : /^\/(?:explore\/?|search_result\/?)?$/.test(pathname)
      ? "list"
      : "other"
  return { pageType, postId: null, permalink: null }
}
