/** Addresses of 快手, on the desktop and on its hosts for phones (law.md §6.1). */
import { type KnownSite, type Place } from "./place.ts"

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

function locate({ hostname, pathname }: URL): Place {
  const other = { pageType: "other", postId: null, permalink: null } as const
  if (hostname === "live.kuaishou.com" || hostname === "v.kuaishou.com") return other
  const [, id] = VIDEO.exec(pathname) ?? []
  if (id !== undefined) {
    return { pageType: "post", postId: id, permalink: `https://www.kuaishou.com/short-video/${id}` }
  }
  if (PROFILE.test(pathname)) return { ...other, pageType: "profile" }
  return /^\/(?:new-reco|brilliant|search\/.*)?$/.test(pathname) ? { ...other, pageType: "list" } : other
}
