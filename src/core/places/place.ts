/**
 * What an address says by itself: of which site it is, what it is of, and which
 * post it names. Everything here is computed from the address alone, so that a
 * post is known again by whatever link it was come to.
 */
import { type PageType } from "../post-facts/fields.ts"

export interface Place {
  readonly pageType: PageType
  /** As it stands in the address. What the page says of another is of another post. */
  readonly postId: string | null
  /** The address of the post and nothing besides. */
  readonly permalink: string | null
}

/** A site, as far as its addresses are known. */
export interface KnownSite {
  readonly id: string
  /** Host names; each stands for the names below it too. */
  readonly hosts: readonly string[]
  /** What an address is of; null where there is nothing to say of it. */
  readonly locate: (url: URL) => Place | null
  /** The one form of a post's number, where the site writes it in two. */
  readonly oneForm?: (postId: string) => string
  /**
   * The post's name, the same in each of its addresses and that of no other post
   * of the site; where it is left out, the permalink is that.
   */
  readonly nameOf?: (place: Place & { readonly postId: string }, url: URL) => string
  /** What the address of an account's own page calls it, where that is neither the number nor the handle that posts name. */
  readonly accountOf?: (url: URL) => string | null
  /** Names of what its links carry besides: how their reader came by them, and for how long they hold. */
  readonly tokens?: readonly string[]
}

/** By whole labels: notweibo.com is not weibo.com. */
export const isOfSite = ({ hosts }: Pick<KnownSite, "hosts">, { protocol, hostname }: URL): boolean =>
  /^https?:$/.test(protocol) && hosts.some(host => hostname === host || hostname.endsWith(`.${host}`))

/** A comment that an address names. */
export interface NamedComment {
  readonly id: string
  /** What it answers: the post, or a comment; null where the address does not say. */
  readonly parent: string | null
}

/** What stands in the query of an address under the first of the names where that has the form of a number. */
export const numberIn = (search: URLSearchParams, names: readonly string[], form: RegExp): string | null =>
  names.map(name => search.get(name) ?? "").find(value => form.test(value)) ?? null

export const nowhere = { pageType: "other", postId: null, permalink: null } as const satisfies Place
