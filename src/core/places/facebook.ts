/**
 * Addresses of Facebook: posts of people, pages and groups, videos, comments on
 * each (law.md §6.1). A post has a number, and names in letters besides (`pfbid…`),
 * which change: what is known by one of those is not known by another.
 */
import { type KnownSite, nowhere, type Place } from "./place.ts"

export const facebookPlaces: KnownSite = {
  id: "facebook",
  hosts: ["facebook.com"],
  locate,
  // Posts and videos of everybody are numbered together.
  nameOf: ({ postId }) => postId,
  tokens: [
    ...["__cft__[0]", "__tn__", "__xts__[0]", "mibextid", "rdid", "share_url", "refsrc", "ref", "_rdr"],
    ...["paipv", "eav", "sfnsn", "notif_id", "notif_t", "comment_tracking", "locale", "wtsid", "_rdc"],
  ],
}

export interface FacebookPost {
  readonly id: string
  readonly comment: string | null
  /** Its address below the site's, without the comment. */
  readonly path: string
}

const ID = /^(?:pfbid[0-9A-Za-z]{20,100}|\d{5,20})$/
const HOST = /^(?:(?:www|m|mbasic|web|touch|[a-z]{2}-[a-z]{2})\.)?facebook\.com$/

export function facebookPostIn(url: URL): FacebookPost | null {
  if (!HOST.test(url.hostname)) return null
  const { searchParams } = url
  const found = namedIn(url)
  if (found === null || !ID.test(found.id)) return null
  // An answer to a comment has its own number, beside that of the comment.
  const comment = searchParams.get("reply_comment_id") ?? searchParams.get("comment_id") ?? ""
  return { ...found, comment: /^\d{5,20}$/.test(comment) ? comment : null }
}

function namedIn({ pathname, searchParams }: URL): Pick<FacebookPost, "id" | "path"> | null {
  const query = (name: string) => searchParams.get(name) ?? ""
  if (/^\/(?:permalink|story)\.php$/.test(pathname)) {
    const [id, owner] = [query("story_fbid"), query("id")]
    return /^\d{3,20}$/.test(owner) ? { id, path: `permalink.php?story_fbid=${id}&id=${owner}` } : null
  }
  if (/^\/watch\/?$/.test(pathname)) return { id: query("v"), path: `watch/?v=${query("v")}` }
  const [, group, ofGroup] = /^\/groups\/([^/]+)\/(?:posts|permalink)\/([^/]+)\/?$/.exec(pathname) ?? []
  if (group !== undefined && ofGroup !== undefined) {
    return { id: ofGroup, path: `groups/${group}/posts/${ofGroup}/` }
  }
  const [, ofAccount] = /^\/[\w.-]+\/photos\/(?:[\w.-]+\/)?(\d+)\/?$/.exec(pathname) ?? []
  const photo = /^\/photo(?:\.php|\/)?$/.test(pathname) ? query("fbid") : ofAccount
  if (photo !== undefined && photo !== "") return { id: photo, path: `photo/?fbid=${photo}` }
  const [, reel] = /^\/reel\/([^/]+)\/?$/.exec(pathname) ?? []
  if (reel !== undefined) return { id: reel, path: `reel/${reel}/` }
  const [, owner, kind, id] = /^\/([\w.-]+)\/(posts|videos)\/(?:[^/]+\/)?([^/]+)\/?$/.exec(pathname) ?? []
  return owner === undefined || kind === undefined || id === undefined
    ? null
    : { id, path: `${owner}/${kind}/${id}/` }
}

function locate(url: URL): Place {
  const post = facebookPostIn(url)
  if (post !== null) {
    const { id, comment, path } = post
    const named = comment === null ? "" : `${path.includes("?") ? "&" : "?"}comment_id=${comment}`
    return {
      pageType: comment === null ? "post" : "comment",
      postId: comment ?? id,
      permalink: `https://www.facebook.com/${path}${named}`,
    }
  }
  if (!HOST.test(url.hostname)) return nowhere
  if (/^\/(?:profile\.php|people\/.*)$/.test(url.pathname)) return { ...nowhere, pageType: "profile" }
  return /^\/(?:(?:watch|reels?|search\/.*|groups\/[^/]+)\/?)?$/.test(url.pathname)
    ? { ...nowhere, pageType: "list" }
    : nowhere
}
