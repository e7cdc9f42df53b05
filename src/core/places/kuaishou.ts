/** Addresses of 快手, on the desktop and on its hosts for phones (law.md §6.1). */
import { type KnownSite, numberIn, type Place } from "./place.ts"

export const kuaishouPlaces: KnownSite = {
  id: "kuaishou",
  hosts: ["kuaishou.com", "gifshow.com", "chenzhongtech.com"],
  locate,
  tokens: [
    "cc",
    "fid",
    "shareMethod",
    "shareId",
    "shareToken",
    "shareType",
    "shareObjectId",
    "sharePage",
    "timestamp",
  ],
}

const VIDEO = /^\/(?:short-video|long-video|video|photo|fw\/photo|fw\/long-video)\/([0-9A-Za-z_-]{6,32})\/?$/

export const PROFILE = /^\/(?:profile|fw\/user)\/([0-9A-Za-z_-]{4,32})\/?$/

/** The video that an address names, or that the comment is below. */
export const videoIn = ({ pathname }: URL): string | null => VIDEO.exec(pathname)?.[1] ?? null

/** No document says under which name a link leads to a comment; with one of these it is no link to the video alone. */
const COMMENT = ["commentId", "comment_id", "rootCommentId"]

function locate(url: URL): Place {
  const { hostname, pathname } = url
  const other = { pageType: "other", postId: null, permalink: null } as const
  if (hostname === "live.kuaishou.com" || hostname === "v.kuaishou.com") return other
  const id = videoIn(url)
  if (id !== null) {
    const permalink = `https://www.kuaishou.com/short-video/${id}`
    const comment = numberIn(url.searchParams, COMMENT, /^[1-9]\d{5,19}$/)
    return comment === null
      ? { pageType: "post", postId: id, permalink }
      : { pageType: "comment", postId: comment, permalink: `${permalink}?commentId=${comment}` }
  }
  if (PROFILE.test(pathname)) return { ...other, pageType: "profile" }
  return /^\/(?:new-reco|brilliant|search\/.*)?$/.test(pathname) ? { ...other, pageType: "list" } : other
}
