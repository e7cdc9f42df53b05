/** Addresses of 哔哩哔哩: videos, articles, moments, spaces (law.md §6.1). */
import { bvOf } from "../post-facts/bv.ts"
import { type KnownSite, type Place } from "./place.ts"

export const bilibiliPlaces: KnownSite = {
  id: "bilibili",
  hosts: ["bilibili.com"],
  locate,
  oneForm,
  nameOf: ({ postId }) => oneForm(postId),
  tokens: [
    ...["spm_id_from", "from_spmid", "vd_source", "share_source", "share_medium", "share_plat", "share_tag"],
    ...[
      "share_session_id",
      "share_times",
      "share_from",
      "unique_k",
      "seid",
      "plat_id",
      "bbid",
      "ts",
      "buvid",
    ],
  ],
}

/** A video has a number in digits and one in letters; a moment is an article by the same number. */
function oneForm(postId: string): string {
  return bvOf(postId) ?? postId
}

interface Part {
  readonly kind: "video" | "opus" | "space"
  readonly id: string
}

export function partOf({ hostname, pathname }: URL): Part | null {
  const [, video] = /^\/video\/(BV[0-9A-Za-z]{10}|av\d+)\/?$/i.exec(pathname) ?? []
  if (video !== undefined) return { kind: "video", id: video }
  const [, opus] = /^\/(?:opus|dynamic)\/(\d{15,20})\/?$/.exec(pathname) ?? []
  if (opus !== undefined) return { kind: "opus", id: opus }
  const [, moment] = hostname === "t.bilibili.com" ? (/^\/(\d{15,20})\/?$/.exec(pathname) ?? []) : []
  if (moment !== undefined) return { kind: "opus", id: moment }
  const inSpace = hostname === "space.bilibili.com" ? /^\/(\d+)(?:\/.*)?$/ : /^\/space\/(\d+)\/?$/
  const [, space] = inSpace.exec(pathname) ?? []
  return space === undefined ? null : { kind: "space", id: space }
}

function locate(url: URL): Place {
  const part = partOf(url)
  if (part?.kind === "video") {
    return { pageType: "post", postId: part.id, permalink: `https://www.bilibili.com/video/${part.id}` }
  }
  if (part?.kind === "opus") {
    const permalink =
      url.hostname === "t.bilibili.com"
        ? `https://t.bilibili.com/${part.id}`
        : `https://www.bilibili.com/opus/${part.id}`
    return { pageType: "post", postId: part.id, permalink }
  }
  return { pageType: part === null ? "other" : "profile", postId: null, permalink: null }
}
