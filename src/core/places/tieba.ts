/** Addresses of 百度贴吧: threads, floors, replies (law.md §6.1). */
import { type KnownSite, type Place } from "./place.ts"

export const tiebaPlaces: KnownSite = {
  id: "tieba",
  hosts: ["tieba.baidu.com"],
  locate,
  // By its portrait; behind the name of that may stand since when it is there.
  accountOf: ({ pathname, searchParams }) =>
    pathname === "/home/main" ? (/^tb\.1\.[\w.-]+/.exec(searchParams.get("id") ?? "")?.[0] ?? null) : null,
  tokens: [
    "fr",
    "red_tag",
    "lp",
    "mo_device",
    "is_jingpost",
    "share",
    "sfc",
    "client_type",
    "client_version",
  ],
}

function locate(url: URL): Place {
  const thread = threadIn(url)
  if (thread !== null) {
    const permalink = `https://tieba.baidu.com/p/${thread}`
    const { floor, reply } = namedIn(url)
    if (floor === null) return { pageType: "thread", postId: thread, permalink }
    const inFloor = `${permalink}?pid=${floor}`
    return {
      pageType: "comment",
      postId: reply ?? floor,
      permalink: reply === null ? inFloor : `${inFloor}&cid=${reply}`,
    }
  }
  const pageType =
    url.pathname === "/home/main" ? "profile" : /^\/(?:f\/?)?$/.test(url.pathname) ? "list" : "other"
  return { pageType, postId: null, permalink: null }
}

export const ID = /^[1-9]\d{5,19}$/

/** The number of the thread; on pages for phones of old it stands in `kz`. */
export function threadIn({ pathname, searchParams }: URL): string | null {
  const id =
    /^\/p\/(\d+)\/?$/.exec(pathname)?.[1] ?? (pathname.startsWith("/mo/") ? searchParams.get("kz") : null)
  return id !== null && ID.test(id) ? id : null
}

/** The floor that an address names, and the reply in that floor. A `cid` of 0, or the floor's own, names none. */
export function namedIn({ searchParams }: URL): {
  readonly floor: string | null
  readonly reply: string | null
} {
  const [floor, reply] = ["pid", "cid"].map(name => searchParams.get(name) ?? "")
  const isFloor = floor !== undefined && ID.test(floor)
  return {
    floor: isFloor ? floor : null,
    reply: isFloor && reply !== undefined && ID.test(reply) && reply !== floor ? reply : null,
  }
}
