/** Addresses of YouTube: videos, shorts, posts of channels, comments on each, channels (law.md §6.1). */
import { type KnownSite, nowhere, type Place } from "./place.ts"

export const youtubePlaces: KnownSite = {
  id: "youtube",
  hosts: ["youtube.com", "youtu.be"],
  locate,
  // A short is a video by the same number; no two things of the site have one number.
  nameOf: ({ postId }) => postId,
  tokens: ["si", "feature", "pp", "app", "persist_app", "ab_channel", "cbrd", "ucbcb", "themeRefresh"],
}

export interface YouTubePart {
  readonly kind: "watch" | "shorts" | "post"
  readonly id: string
  readonly comment: string | null
}

const VIDEO = /^[\w-]{11}$/
const POST = /^Ug[\w-]{15,60}$/
/** An answer has the number of what it answers before its own. */
const COMMENT = /^Ug[\w-]{10,60}(?:\.[\w-]{10,60})?$/

export function youtubePartIn(url: URL): YouTubePart | null {
  const found = namedIn(url)
  if (found === null) return null
  const comment = url.searchParams.get("lc") ?? ""
  return { ...found, comment: COMMENT.test(comment) ? comment : null }
}

function namedIn({ hostname, pathname, searchParams }: URL): Pick<YouTubePart, "kind" | "id"> | null {
  const query = (name: string) => searchParams.get(name) ?? ""
  const [, first = "", second = ""] = /^\/([^/]+)(?:\/([^/]+))?\/?$/.exec(pathname) ?? []
  if (hostname === "youtu.be") return VIDEO.test(first) && second === "" ? { kind: "watch", id: first } : null
  if (!/^(?:www\.|m\.)?youtube\.com$/.test(hostname)) return null
  if (first === "watch" && second === "" && VIDEO.test(query("v"))) return { kind: "watch", id: query("v") }
  if (first === "live" && VIDEO.test(second)) return { kind: "watch", id: second }
  if (first === "shorts" && VIDEO.test(second)) return { kind: "shorts", id: second }
  if (first === "post" && POST.test(second)) return { kind: "post", id: second }
  const isCommunity = /^\/(?:channel\/[^/]+|@[^/]+)\/(?:community|posts)\/?$/.test(pathname)
  return isCommunity && POST.test(query("lb")) ? { kind: "post", id: query("lb") } : null
}

/** The channel that an address names: by its number (`UC…`), or by its handle with the sign before it. */
export const channelIn = (pathname: string): string | undefined =>
  /^\/(?:channel\/(UC[\w-]{22})|(@[^/]+))(?:\/\w*)?\/?$/.exec(pathname)?.slice(1).find(Boolean)

function locate(url: URL): Place {
  const part = youtubePartIn(url)
  if (part !== null) {
    const { kind, id, comment } = part
    const path = kind === "watch" ? `watch?v=${id}` : `${kind}/${id}`
    const named = comment === null ? "" : `${kind === "watch" ? "&" : "?"}lc=${comment}`
    return {
      pageType: comment === null ? "post" : "comment",
      postId: comment ?? id,
      permalink: `https://www.youtube.com/${path}${named}`,
    }
  }
  if (!/^(?:www\.|m\.)?youtube\.com$/.test(url.hostname)) return nowhere
  if (/^\/(?:channel|c|user)\/[^/]+|^\/@[^/]+/.test(url.pathname)) return { ...nowhere, pageType: "profile" }
  return /^\/(?:results|playlist|feed\/.*|hashtag\/.*)?$/.test(url.pathname)
    ? { ...nowhere, pageType: "list" }
    : nowhere
}
