/** The requests that this tool makes itself, as capture.json lists them. */

/**
 * For what a request was made: the page's source; a part of it that its copy needs
 * (capture/offline/read-parts.ts); the server's record; a picture or video as served.
 */
export const requestPurposes = ["source", "part", "server-record", "original", "page"] as const

/**
 * A request that this tool made to the captured site, or to one that it takes parts from; counted because it may
 * raise the site's own view count. The browser may have answered it from its own store. `page`: the page itself was
 * opened by us, and not by the user.
 */
export interface OwnRequest {
  readonly at: string
  readonly url: string
  readonly purpose: (typeof requestPurposes)[number]
  readonly status: number | null
}
