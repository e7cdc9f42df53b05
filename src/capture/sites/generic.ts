/**
 * Any page, by what it says of itself for machines. It claims little: where the
 * page is not clearly about one post, it says nothing of that post.
 */
import { gatherJson, at, textAt } from "./from-json.ts"
import { type Gather } from "./gather.ts"
import { type SitePage } from "./site.ts"

export const GENERIC = { id: "generic", version: "2026-11-25" } as const

/** @param isKnown whether the page is of a site with an adapter of its own: then only what names this very address counts */
export function readGeneric(page: SitePage, isKnown: boolean, into: Gather): void {
  for (const posting of postingsOf(page, isKnown)) readPosting(posting, into)
}

const POSTINGS =
  /^(?:SocialMediaPosting|DiscussionForumPosting|BlogPosting|Article|NewsArticle|VideoObject|Comment|Answer|Question)$/

/** What JSON-LD says of a posting: of the one that names the address, or of the only one that there is. */
function postingsOf({ data, url }: SitePage, isKnown: boolean): readonly unknown[] {
  const postings = data
    .ofType("application/ld+json")
    .flatMap(json => (Array.isArray(json) ? (json as unknown[]) : [json]))
    .flatMap(json => {
      const graph = at(json, "@graph")
      return Array.isArray(graph) ? (graph as unknown[]) : [json]
    })
    .filter(json => POSTINGS.test(textAt(json, "@type")))
  const named = postings.filter(posting => isAbout(posting, url))
  if (named.length > 0) return named.length === 1 ? named : []
  return postings.length === 1 && !isKnown && addressesOf(postings[0]).length === 0 ? postings : []
}

const addressesOf = (posting: unknown): string[] =>
  ["url", "@id", "mainEntityOfPage", "mainEntityOfPage.@id"]
    .map(path => textAt(posting, path))
    .filter(address => /^https?:/.test(address) && URL.canParse(address))

const isAbout = (posting: unknown, { host, pathname }: URL): boolean =>
  addressesOf(posting).some(address => {
    const said = new URL(address)
    return said.host === host && said.pathname === pathname
  })

function readPosting(posting: unknown, into: Gather): void {
  gatherJson(
    into,
    posting,
    "JSON-LD",
    {
      postId: ["identifier", "identifier.value"],
      authorName: ["author.name", "author.0.name"],
      authorUrl: ["author.url", "author.0.url"],
      publishedAt: ["datePublished", "dateCreated", "uploadDate"],
      text: ["articleBody", "text"],
      comments: "commentCount",
    },
    "json-ld",
  )
}
