/**
 * Addresses at which a site's own pages ask for the data of one post. App shells
 * say nothing in their HTML, so the server record asks there as well: the same
 * origin, the same grant, and no address that would need a signature.
 */
interface Site {
  readonly hosts: readonly string[]
  readonly path: RegExp
  /** The path and query of the data, of what `path` found. */
  readonly data: (found: RegExpExecArray) => string
}

const sites: readonly Site[] = [
  {
    hosts: ["weibo.com", "www.weibo.com"],
    path: /^\/\d{5,12}\/([A-Za-z0-9]{6,16})\/?$/,
    data: ([, post = ""]) => `/ajax/statuses/show?id=${post}`,
  },
]

/** Null where no site is known to have one for the page at `url`. Always of the origin of `url`. */
export function postDataAddress(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { origin, host, pathname, protocol } = new URL(url)
  if (protocol !== "https:") return null
  for (const { hosts, path, data } of sites) {
    const found = hosts.includes(host) ? path.exec(pathname) : null
    if (found !== null) return `${origin}${data(found)}`
  }
  return null
}
