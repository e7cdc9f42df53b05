/** Addresses of Reddit: posts, comments, people, communities (law.md §6.1). A link to share (`/s/`) only leads to one of them. */
import { type KnownSite, nowhere, type Place } from "./place.ts"

export const redditPlaces: KnownSite = {
  id: "reddit",
  hosts: ["reddit.com"],
  locate,
  // Posts and comments are numbered apart.
  nameOf: ({ pageType, postId }) => `${pageType}/${postId}`,
  tokens: [
    ...["share_id", "rdt", "ref", "ref_source", "ref_campaign", "correlation_id", "post_fullname"],
    ...["utm_name", "embed_host_url", "web_redirect"],
  ],
}

export interface RedditPost {
  /** `r/NAME` or `user/NAME`, where the address has it. */
  readonly folder: string | null
  readonly thread: string
  readonly comment: string | null
}

const POST =
  /^\/(?:((?:r|user|u)\/[\w.-]+)\/)?comments\/([0-9a-z]{2,12})(?:\/[^/]*(?:\/([0-9a-z]{2,12}))?)?\/?$/

export function redditPostIn(pathname: string): RedditPost | null {
  const [, gallery] = /^\/gallery\/([0-9a-z]{2,12})\/?$/.exec(pathname) ?? []
  if (gallery !== undefined) return { folder: null, thread: gallery, comment: null }
  const [, folder, thread, comment] = POST.exec(pathname) ?? []
  return thread === undefined ? null : { folder: folder ?? null, thread, comment: comment ?? null }
}

export const redditUserIn = (pathname: string): string | undefined =>
  /^\/(?:user|u)\/([\w-]+)(?:\/(?:submitted|comments|overview|posts)?)?\/?$/.exec(pathname)?.[1]

const LIST =
  /^\/(?:(?:hot|new|top|rising|best|popular|search)|r\/[\w.-]+(?:\/(?:hot|new|top|rising|best|search))?)?\/?$/

function locate({ hostname, pathname }: URL): Place {
  if (!/^(?:(?:www|old|new|sh|np|m|i|amp)\.)?reddit\.com$/.test(hostname)) return nowhere
  const post = redditPostIn(pathname)
  if (post !== null) {
    const { folder, thread, comment } = post
    const under = folder === null ? "" : `${folder}/`
    const path = `${under}comments/${thread}/${comment === null ? "" : `comment/${comment}/`}`
    return {
      pageType: comment === null ? "post" : "comment",
      postId: comment ?? thread,
      permalink: `https://www.reddit.com/${path}`,
    }
  }
  if (redditUserIn(pathname) !== undefined) return { ...nowhere, pageType: "profile" }
  return LIST.test(pathname) ? { ...nowhere, pageType: "list" } : nowhere
}
