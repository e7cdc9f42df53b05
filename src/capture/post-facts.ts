/**
 * Reads what the page says of the post that its address names, by the site's own
 * adapter and by the one for all sites. What an adapter throws is noted; the
 * other one reads all the same. Nothing of the page is changed or run.
 */
import { EvidenceError } from "../core/errors.ts"
import { type PageType } from "../core/post-facts/fields.ts"
import { nowhere, type Place } from "../core/places/place.ts"
import { MOST_WANTED, type PostReading } from "../core/post-facts/reading.ts"
import { gatherWords, type Gather } from "./sites/gather.ts"
import { GENERIC, readGeneric } from "./sites/generic.ts"
import { dataOf, type PageWorld } from "./sites/page-data.ts"
import { type Site, type SitePage } from "./sites/site.ts"
import { attributeOf, findIn } from "./unclobbered.ts"

/** A page is looked at for no longer than this. */
const LIMIT_MS = 1_500

export interface Given {
  /** What an earlier reading wanted of the page's own world. */
  readonly world?: PageWorld
  /** What the user pointed at: on a page that is of no one post, the post that it is of is read. */
  readonly chosen?: Element | null
}

/**
 * @param site the adapter of the page's site; null where there is none
 * @param elapsedMs milliseconds since the reading began
 * @param given what is known besides
 */
export function readPostFacts(
  root: Element,
  href: string,
  site: Site | null,
  elapsedMs: () => number,
  { world = {}, chosen = null }: Given = {},
): PostReading {
  const faults: PostReading["faults"][number][] = []
  const attempt = (adapter: string, work: () => void) => {
    try {
      work()
    } catch (thrown) {
      faults.push({ adapter, message: EvidenceError.from(thrown).message })
    }
  }
  const checkTime = () => {
    if (elapsedMs() > LIMIT_MS)
      throw new EvidenceError("capture/page-silent", "the page is too large to be read in time")
  }

  const url = new URL(href)
  const found = gatherWords(checkTime)
  let place: Place = nowhere
  const { id, version } = site ?? GENERIC
  let page: SitePage = { url, place, root, data: dataOf(root, checkTime, world) }
  if (site !== null) {
    attempt(id, () => {
      place = site.locate(url) ?? nowhere
      page = { ...page, place }
      const picked = chosen === null || OF_ONE.has(place.pageType) ? null : site.pick?.(chosen, url)
      if (picked != null) {
        place = site.locate(picked.url) ?? nowhere
        page = { ...page, url: picked.url, place, root: picked.around }
      }
    })
    const into = page.root === root ? found : inChosen(found)
    attempt(id, () => {
      addPlace(place, into, page.root === root ? "url" : "dom")
      site.read(page, into)
    })
  }
  attempt(GENERIC.id, () => {
    // What a site says for machines of the address of a comment, it says of the post.
    if (site?.readsLinkedData === true || place.pageType === "comment") return
    const pageType = readGeneric(page, site !== null, found)
    if (pageType !== null) place = { ...place, pageType }
  })
  return {
    href,
    base: baseOf(root, url),
    adapter: { id, version },
    siteOffsetMinutes: site?.utcOffsetMinutes ?? null,
    pageType: place.pageType,
    candidates: found.candidates(),
    comments: found.comments(),
    commentsLeft: found.commentsLeft(),
    wanted: page.data.wanted().slice(0, MOST_WANTED),
    faults,
  }
}

/** Null where the page's addresses are relative to its own. */
function baseOf(root: Element, url: URL): string | null {
  const said = findIn(root, "base[href]")
    .slice(0, 1)
    .map(base => attributeOf(base, "href") ?? "")
  return said.map(base => (URL.canParse(base, url) ? new URL(base, url).href : null))[0] ?? null
}

/** A page of these says itself which post it is of. */
const OF_ONE: ReadonlySet<PageType> = new Set(["post", "comment"])

/** Whoever looks it up finds it in what the user pointed at. */
const inChosen = (into: Gather): Gather => ({
  ...into,
  add: (field, raw, source, where) => {
    into.add(field, raw, source, `chosen post: ${where}`)
  },
})

function addPlace({ permalink, postId }: Place, into: Gather, source: "url" | "dom"): void {
  into.add("permalink", permalink, source, "address")
  into.add("postId", postId, source, "address")
}
