/** Addresses of 豆瓣: topics of groups, statuses, notes, reviews (law.md §6.1). */
import { type KnownSite, nowhere, numberIn, type Place } from "./place.ts"

export const doubanPlaces: KnownSite = {
  id: "douban",
  hosts: ["douban.com"],
  locate,
  nameOf: (_place, url) => {
    const post = postIn(url)
    const comment = commentIn(url)
    return `${post?.kind ?? ""}/${post?.id ?? ""}${comment === null ? "" : `/${comment}`}`
  },
  tokens: ["dt_dapp", "dt_platform", "_i", "_spm_id", "icn"],
}

const PATHS = {
  topic: /^\/group\/topic\/(\d+)\/?$/,
  status: /^\/people\/[^/]+\/status\/(\d+)\/?$/,
  note: /^\/note\/(\d+)\/?$/,
  review: /^\/review\/(\d+)\/?$/,
} as const

export type DoubanKind = keyof typeof PATHS

export interface DoubanPost {
  readonly kind: DoubanKind
  readonly id: string
}

const KINDS = ["topic", "status", "note", "review"] as const satisfies readonly DoubanKind[]
const REVIEWED = /^(?:movie|book|music|www|m)\.douban\.com$|^douban\.com$/
const MAIN = /^(?:www\.|m\.)?douban\.com$/

/** The number in the path of a page of that kind. */
export const idInPath = (kind: DoubanKind, pathname: string): string | undefined =>
  PATHS[kind].exec(pathname)?.[1]

export function postIn({ hostname, pathname }: URL): DoubanPost | null {
  for (const kind of KINDS) {
    const id = idInPath(kind, pathname)
    if (id !== undefined && (kind === "review" ? REVIEWED : MAIN).test(hostname)) return { kind, id }
  }
  return null
}

/** The number of the answer that an address leads to. */
export const commentIn = ({ searchParams }: URL): string | null =>
  numberIn(searchParams, ["cid"], /^[1-9]\d{0,19}$/)

function locate(url: URL): Place {
  const post = postIn(url)
  if (post !== null) {
    const host = MAIN.test(url.hostname) ? "www.douban.com" : url.hostname
    const comment = commentIn(url)
    return {
      pageType: comment === null ? "post" : "comment",
      postId: comment ?? post.id,
      permalink: `https://${host}${url.pathname.replace(/\/?$/, "/")}${comment === null ? "" : `?cid=${comment}`}`,
    }
  }
  if (!MAIN.test(url.hostname)) return nowhere
  if (/^\/people\/[^/]+\/?$/.test(url.pathname)) return { ...nowhere, pageType: "profile" }
  return /^\/(?:group\/[^/]+\/?(?:discussion)?|people\/[^/]+\/(?:statuses|notes))?\/?$/.test(url.pathname)
    ? { ...nowhere, pageType: "list" }
    : nowhere
}
