/** Addresses of 哔哩哔哩: videos, articles, moments, spaces (law.md §6.1). */
import { bvOf } from "../post-facts/bv.ts"
import { type KnownSite, type NamedComment, numberIn, type Place } from "./place.ts"

export const bilibiliPlaces: KnownSite = {
  id: "bilibili",
  hosts: ["bilibili.com"],
  locate,
  oneForm,
  nameOf: ({ pageType, postId }, url) =>
    pageType === "comment" ? `${oneForm(partOf(url)?.id ?? "")}/${postId}` : oneForm(postId),
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
  readonly kind: "video" | "opus" | "read" | "space"
  readonly id: string
}

export function partOf({ hostname, pathname }: URL): Part | null {
  const [, video] = /^\/video\/(BV[0-9A-Za-z]{10}|av\d+)\/?$/i.exec(pathname) ?? []
  if (video !== undefined) return { kind: "video", id: video }
  const [, column] = /^\/read\/(cv\d{1,15})\/?$/.exec(pathname) ?? []
  if (column !== undefined) return { kind: "read", id: column }
  const [, opus] = /^\/(?:opus|dynamic)\/(\d{15,20})\/?$/.exec(pathname) ?? []
  if (opus !== undefined) return { kind: "opus", id: opus }
  const [, moment] = hostname === "t.bilibili.com" ? (/^\/(\d{15,20})\/?$/.exec(pathname) ?? []) : []
  if (moment !== undefined) return { kind: "opus", id: moment }
  const inSpace = hostname === "space.bilibili.com" ? /^\/(\d+)(?:\/.*)?$/ : /^\/space\/(\d+)\/?$/
  const [, space] = inSpace.exec(pathname) ?? []
  return space === undefined ? null : { kind: "space", id: space }
}

const RPID = /^[1-9]\d{0,19}$/

/** A link to a comment names the first of its thread, the comment itself where it is another, and where to scroll to. */
export function commentIn(url: URL): NamedComment | null {
  const root = numberIn(url.searchParams, ["comment_root_id"], RPID)
  const id =
    numberIn(url.searchParams, ["comment_secondary_id"], RPID) ??
    /^#reply([1-9]\d{0,19})$/.exec(url.hash)?.[1] ??
    root
  return id === null ? null : { id, parent: id === root ? (partOf(url)?.id ?? null) : root }
}

/** The same link, as the site itself makes it. */
function linkTo({ id }: NamedComment, permalink: string, root: string | null): string {
  if (root === null) return `${permalink}#reply${id}`
  const second = id === root ? "" : `&comment_secondary_id=${id}`
  return `${permalink}?comment_on=1&comment_root_id=${root}${second}#reply${id}`
}

function locate(url: URL): Place {
  const part = partOf(url)
  if (part === null || part.kind === "space") {
    return { pageType: part === null ? "other" : "profile", postId: null, permalink: null }
  }
  const permalink =
    url.hostname === "t.bilibili.com"
      ? `https://t.bilibili.com/${part.id}`
      : `https://www.bilibili.com/${part.kind}/${part.id}`
  const comment = commentIn(url)
  if (comment === null) return { pageType: "post", postId: part.id, permalink }
  const root = numberIn(url.searchParams, ["comment_root_id"], RPID)
  return { pageType: "comment", postId: comment.id, permalink: linkTo(comment, permalink, root) }
}
