/**
 * Any page, by what it says of itself for machines, and by the marks of common
 * forums. It claims little: where a page is not clearly about one post, it says
 * nothing of that post.
 */
import { type PageType } from "../../core/post-facts/fields.ts"
import { attributeOf } from "../unclobbered.ts"
import { type DomFields, elementsAt, gatherDom } from "./from-dom.ts"
import { type Gather, type Gathered } from "./gather.ts"
import { readForum } from "./forum.ts"
import { addAddress, readHead, readMeta } from "./generic-head.ts"
import { readJsonLd } from "./json-ld.ts"
import { type SitePage } from "./site.ts"

export const GENERIC = { id: "generic", version: "2026-11-27" } as const

/**
 * On a page of a site with an adapter of its own it is the second to read, and
 * takes JSON-LD alone that names this very address: what stands in the head of such
 * a page is of the page that was loaded first, and the site's own marks of a post
 * are the adapter's to know.
 *
 * @param isKnown the page is of such a site
 * @returns what the page is of; null where that is not clear
 */
export function readGeneric(page: SitePage, isKnown: boolean, into: Gathered): PageType | null {
  if (isKnown) {
    readJsonLd(page, true, into)
    return null
  }
  const pageType = readForum(page, into) ? "thread" : readPost(page, into) ? "post" : null
  if (pageType !== null) addAddress(page.url, into)
  readHead(page, pageType !== null, into)
  return pageType
}

/** True where the page is of one post. */
function readPost(page: SitePage, into: Gathered): boolean {
  readJsonLd(page, false, into)
  readMicrodata(page, into)
  readMeta(page, into)
  readArticle(page, into)
  return into.has("authorName") || into.has("publishedAt") || into.has("text")
}

const POSTING = '[itemscope][itemtype*="schema.org/"][itemtype*="Posting"], [itemscope][itemtype$="/Article"]'
const COMMENT = '[itemprop="comment"], [itemtype$="/Comment"], [itemtype$="/UserComments"]'

function readMicrodata({ root }: SitePage, into: Gather): void {
  const postings = elementsAt(root, POSTING, COMMENT)
  const [own] = postings
  if (own === undefined || postings.length > 1) return
  gatherDom(into, own, ITEM, COMMENT)
}

const value = (name: string, attribute: string) => ({
  css: `[itemprop~="${name}"][${attribute}]`,
  attribute,
})
const ITEM: DomFields = {
  authorName: ['[itemprop~="author"] [itemprop~="name"]', '[itemprop~="author"]:not([itemscope])'],
  authorUrl: { css: '[itemprop~="author"] [itemprop~="url"][href]', attribute: "href" },
  publishedAt: [value("datePublished", "datetime"), value("datePublished", "content")],
  text: ['[itemprop~="articleBody"]', '[itemprop~="text"]'],
  title: '[itemprop~="headline"]',
  comments: [value("commentCount", "content"), '[itemprop~="commentCount"]'],
}

const ASIDE =
  'nav, aside, footer, [role="complementary"], [class*="comment"], [id*="comment"], [class*="related"]'

/** A page with one article, and one time in it. */
function readArticle({ root, url }: SitePage, into: Gather): void {
  const articles = elementsAt(root, "article", ASIDE)
  const [own] = articles
  if (own === undefined || articles.length > 1 || url.pathname === "/") return
  // The one entry of a list leads to its own page.
  const leadsAway = elementsAt(own, "h1 a[href], h2 a[href], h3 a[href]", ASIDE).some(link => {
    const address = attributeOf(link, "href") ?? ""
    return URL.canParse(address, url) && new URL(address, url).pathname !== url.pathname
  })
  if (leadsAway) return
  const times = elementsAt(own, "time[datetime]", ASIDE)
  if (times.length === 1) {
    gatherDom(into, own, { publishedAt: { css: "time[datetime]", attribute: "datetime" } }, ASIDE)
  }
  if (!into.has("authorName")) {
    gatherDom(into, own, { authorName: ['[rel~="author"]', ".author .name, .p-author"] }, ASIDE)
  }
}
