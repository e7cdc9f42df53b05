/** What a page says of its post in JSON-LD, as schema.org names it. */
import { at, gatherJson, type JsonFields, listAt, textAt } from "./from-json.ts"
import { type Gather } from "./gather.ts"
import { type SitePage } from "./site.ts"

const POSTING =
  /^(?:SocialMediaPosting|DiscussionForumPosting|BlogPosting|Article|NewsArticle|Report|VideoObject|Question|Answer|Comment)$/
const MOST_ENTITIES = 500

const POST: JsonFields = {
  authorName: ["author.name", "author.0.name", "creator.name"],
  authorHandle: ["author.alternateName", "author.0.alternateName"],
  authorUrl: ["author.url", "author.0.url", "author.0.sameAs", "author.sameAs"],
  publishedAt: ["datePublished", "dateCreated", "uploadDate"],
  title: ["headline", "name"],
  text: ["articleBody", "text"],
  comments: ["commentCount", "answerCount"],
}

/**
 * @param isKnown the page is of a site with an adapter of its own: then only what names this very address counts
 */
export function readJsonLd({ data, url }: SitePage, isKnown: boolean, into: Gather): void {
  const postings = entitiesIn(data.ofType("application/ld+json")).filter(entity =>
    POSTING.test(typeOf(entity)),
  )
  const named = postings.filter(posting => isAbout(posting, url))
  const nameless = postings.filter(posting => addressesOf(posting).length === 0)
  // Of several that say nothing of where they belong, any may be the post.
  const isList = postings.length !== 1 || url.pathname === "/"
  const [own] = named.length > 0 ? named : isKnown || isList ? [] : nameless
  if (own === undefined || named.length > 1) return
  readPosting(own, into)
  for (const comment of listAt(own, "comment")) {
    const found = into.comment()
    if (found !== null) readPosting(comment, found)
  }
}

const typeOf = (entity: unknown): string => textAt(entity, "@type") || textAt(entity, "@type.0")

/** Lists, graphs and what stands in them as the main entity. */
function entitiesIn(given: readonly unknown[]): unknown[] {
  const found: unknown[] = [...given]
  for (const entity of found) {
    if (found.length > MOST_ENTITIES) break
    const inner = Array.isArray(entity)
      ? (entity as unknown[])
      : [...listAt(entity, "@graph"), at(entity, "mainEntity")].filter(each => each !== undefined)
    found.push(...inner)
  }
  return found
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
  gatherJson(into, posting, "JSON-LD", POST, "json-ld")
  const [published, modified] = [textAt(posting, "datePublished"), textAt(posting, "dateModified")]
  if (modified !== published) into.add("editedAt", modified, "json-ld", "JSON-LD.dateModified")
  const statistics = at(posting, "interactionStatistic")
  for (const counter of Array.isArray(statistics) ? (statistics as unknown[]) : [statistics]) {
    const kind = textAt(counter, "interactionType.@type") || textAt(counter, "interactionType")
    const field = KINDS.find(([form]) => form.test(kind))?.[1]
    const count = textAt(counter, "userInteractionCount")
    if (field !== undefined) into.add(field, count, "json-ld", `JSON-LD.interactionStatistic ${kind}`)
  }
}

const KINDS = [
  [/(?:View|Watch|Read)Action$/, "views"],
  [/ShareAction$/, "reposts"],
  [/CommentAction$/, "comments"],
  [/LikeAction$/, "likes"],
  [/BookmarkAction$/, "collects"],
] as const
