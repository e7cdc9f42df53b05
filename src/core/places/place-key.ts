/**
 * What an address is known again by. A post of a known site: by its site and its
 * own number, whatever link it was come to by. Any other page: by its address
 * without what only says how its reader came by it. Two addresses with one key
 * are of one page; two pages never have one key, as far as anybody knows: what
 * might tell pages apart stays in.
 */
import { routeIn } from "../address.ts"
import { knownSites, placesOf } from "./all.ts"
import { type KnownSite } from "./place.ts"

/** An address that is none of the web is its own key. */
export function placeKey(address: string): string {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return address
  const url = new URL(address)
  const site = placesOf(url)
  return (site === null ? null : postKey(site, url)) ?? pageKey(url, site)
}

/** Whether two ids of posts of one site are of one post, each in either of its forms. */
export function isSamePost(siteId: string, one: string, other: string): boolean {
  if (one === other) return true
  const { oneForm } = knownSites.find(({ id }) => id === siteId) ?? {}
  return oneForm !== undefined && oneForm(one) === oneForm(other)
}

function postKey(site: KnownSite, url: URL): string | null {
  const place = site.locate(url)
  if (place?.postId == null || place.permalink === null) return null
  const { postId, permalink } = place
  return `post:${site.id}:${site.nameOf?.({ ...place, postId }, url) ?? permalink}`
}

/** What networks of advertisers and of sharing add to any address. */
const TRACKERS =
  /^(?:utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|_ga|_gl|spm)$/

function pageKey({ origin, pathname, search, hash }: URL, site: KnownSite | null): string {
  const tokens = new Set(site?.tokens)
  const kept = search
    .slice(1)
    .split("&")
    .filter(pair => {
      const [name = ""] = new URLSearchParams(pair).keys()
      return pair !== "" && !tokens.has(name) && !TRACKERS.test(name)
    })
  return `${origin}${pathname}${kept.length === 0 ? "" : `?${kept.join("&")}`}${routeIn(hash)}`
}
