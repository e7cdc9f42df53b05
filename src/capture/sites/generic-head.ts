/**
 * What any page says of its post in its head: OpenGraph, the name of an author, the
 * address that it is to be known by. It is written for those who pass the page on,
 * and much of it by the site for all of its pages; so it counts for little.
 */
import { attributeOf, findIn } from "../unclobbered.ts"
import { gatherDom } from "./from-dom.ts"
import { type Gathered } from "./gather.ts"
import { isSameMoment } from "./same-moment.ts"
import { type SitePage } from "./site.ts"

const metaAt = (name: string) => ({
  css: `meta[property="${name}"], meta[name="${name}"]`,
  attribute: "content",
})

/** Who wrote it and when. */
export function readMeta({ root, url }: SitePage, into: Gathered): void {
  gatherDom(
    into,
    root,
    {
      authorName: { ...metaAt("article:author"), pattern: /^(?!https?:)(.+)$/s },
      authorUrl: { ...metaAt("article:author"), pattern: /^(https?:.+)$/s },
      publishedAt: metaAt("article:published_time"),
    },
    undefined,
    "meta",
  )
  const author = contentsOf(root, "author")
  const known = wordsOn("authorName", into).map(bare)
  const isOfPost = url.pathname !== "/" && isArticle(root)
  // Most sites name themselves there.
  for (const name of author) {
    if (isOfPost ? name !== siteNameOf(root) : known.includes(bare(name)))
      into.add("authorName", name, "meta", `${metaAt("author").css} @content`)
  }
  const published = wordsOn("publishedAt", into)
  for (const edited of contentsOf(root, "article:modified_time")) {
    if (published.some(time => isSameMoment(time, edited))) continue
    into.add("editedAt", edited, "meta", `${metaAt("article:modified_time").css} @content`)
  }
}

/**
 * Its title, its pictures and its address. `og:description` is left out: it is a
 * summary, and no field is for one.
 *
 * @param isOfPost what the page is of is clear
 */
export function readHead({ root, url }: SitePage, isOfPost: boolean, into: Gathered): void {
  if (url.pathname === "/") return
  const isOfOne = isOfPost || isArticle(root)
  const addresses = ownAddresses(root, url)
  const namesItself = addresses.some(({ address }) => isSamePlace(address, url))
  if (!isOfOne && !namesItself) return
  const title = titleIn(root)
  // What is said to whom the page is passed on to may be said in other words.
  if (!into.has("title") && title !== "")
    into.add("title", title, "meta", `${metaAt("og:title").css} @content`)
  addAddress(url, into)
  for (const { address, where } of addresses) into.add("permalink", address.href, "meta", where)
  // The pages of a site that are of nothing have its own picture.
  if (isOfOne && !into.has("media"))
    gatherDom(into, root, { media: [metaAt("og:image"), metaAt("og:image:url")] }, undefined, "meta")
}

/** The address as it is, but for marks of where its reader came from. */
export function addAddress(url: URL, into: Gathered): void {
  const own = new URL(url)
  own.hash = ""
  // Not by keys(): in a page's script Firefox's are no iterable.
  const names: string[] = []
  own.searchParams.forEach((_value, name) => names.push(name))
  for (const name of names) if (TRACKING.test(name)) own.searchParams.delete(name)
  into.add("permalink", own.href, "url", "address")
}

const TRACKING = /^(?:utm_\w+|fbclid|gclid|spm|share_\w+|from|ref|si)$/i

const isArticle = (root: Element): boolean =>
  contentsOf(root, "og:type").some(type => /^article$/i.test(type))

const siteNameOf = (root: Element): string => contentsOf(root, "og:site_name")[0] ?? ""

/** Without the name of the site, which many write behind it. */
function titleIn(root: Element): string {
  const title = contentsOf(root, "og:title")[0] ?? ""
  const site = siteNameOf(root)
  if (site === "" || !title.endsWith(site)) return title
  return title.slice(0, -site.length).replace(/\s*[-–—|_·:：]\s*$/, "")
}

interface OwnAddress {
  readonly address: URL
  readonly where: string
}

/** Those of the same site that name a page of it. */
function ownAddresses(root: Element, url: URL): OwnAddress[] {
  const said = [
    { css: 'link[rel~="canonical"][href]', attribute: "href" },
    { css: metaAt("og:url").css, attribute: "content" },
  ]
  return said
    .flatMap(({ css, attribute }) =>
      findIn(root, css).map(element => ({
        where: `${css} @${attribute}`,
        raw: (attributeOf(element, attribute) ?? "").trim(),
      })),
    )
    .filter(({ raw }) => raw !== "" && URL.canParse(raw, url))
    .map(({ raw, where }) => ({ where, address: new URL(raw, url) }))
    .filter(({ address }) => hostOf(address) === hostOf(url) && address.pathname !== "/")
}

const hostOf = ({ host }: URL): string => host.replace(/^(?:www|m|mobile)\./, "")
const isSamePlace = (a: URL, b: URL): boolean =>
  hostOf(a) === hostOf(b) && a.pathname.replace(/\/+$/, "") === b.pathname.replace(/\/+$/, "")

const contentsOf = (root: Element, name: string): string[] =>
  findIn(root, metaAt(name).css)
    .map(element => (attributeOf(element, "content") ?? "").trim())
    .filter(content => content !== "")

const wordsOn = (field: "authorName" | "publishedAt", into: Gathered): string[] =>
  into
    .candidates()
    .filter(candidate => candidate.field === field)
    .map(({ raw }) => raw)

const bare = (name: string): string => name.replace(/\s+/g, " ").trim()
