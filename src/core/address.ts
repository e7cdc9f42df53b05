/**
 * An address without a name and a password of HTTP: the page itself is not told
 * of them, and no record may keep them. Any other text stays as it is.
 */
export function withoutCredentials(address: string): string {
  if (!/^https?:\/\/[^/?#]*@/i.test(address) || !URL.canParse(address)) return address
  const url = new URL(address)
  url.username = ""
  url.password = ""
  return url.href
}

/** The host of an address, in the letters that the network uses (punycode); null where there is none. */
export function hostOf(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { host, protocol } = new URL(url)
  if (host !== "" && /^https?:$/.test(protocol)) return host
  return protocol === "file:" ? "file://" : null
}

/** The address without what names a place within its page: what a server is asked for. */
export const withoutFragment = (address: string): string => address.replace(/#.*$/s, "")

/** What of a fragment names a page: some sites do so after `#/`. Anywhere else it is a place within one page, and "". */
export const routeIn = (hash: string): string => (/^#!?\/./.test(hash) ? hash : "")

/** Whether two addresses are of one page, as far as they tell: places within it aside. */
export const isSamePage = (one: string, other: string): boolean => pagePart(one) === pagePart(other)

const pagePart = (address: string): string =>
  `${withoutFragment(address)}${routeIn(address.slice(withoutFragment(address).length))}`

/** The practice post, a page of the extension itself: what is captured of it is made up. */
export const isPractice = (address: string): boolean =>
  /^(?:chrome|moz)-extension:\/\/[^/]+\/practice\/index\.html(?:[?#]|$)/.test(address)
