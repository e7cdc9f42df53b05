/** What a page says of its post in JSON-LD, as schema.org names it. */
import { at, gatherJson, type JsonFields, listAt, textAt } from "./from-json.ts"
import { type Gather } from "./gather.ts"
import { markupText } from "./markup-text.ts"
import { type SitePage } from "./site.ts"

const POSTING =
  /^(?:SocialMediaPosting|DiscussionForumPosting|Conversation|(?:Live)?BlogPosting|(?:News|OpinionNews|ReportageNews|AnalysisNews|Tech)?Article|Report|(?:User|Critic|Employer)?Review|VideoObject|Question|Answer|Comment)$/
const MOST_ENTITIES = 500

const POST: JsonFields = {
  authorName: ["author.name", "author.0.name", "creator.name"],
  authorHandle: ["author.alternateName", "author.0.alternateName"],
  authorUrl: ["author.url", "author.0.url", "author.0.sameAs", "author.sameAs"],
  publishedAt: ["datePublished", "dateCreated", "uploadDate"],
  title: ["headline", "name"],
  comments: ["commentCount", "answerCount"],
}

/**
 * @param isKnown the page is of a site with an adapter of its own: then only what names this very address counts
 */
export function readJsonLd({ data, url }: SitePage, isKnown: boolean, into: Gather): void {
  const postings = entitiesIn(data.ofType("application/ld+json")).filter(entity =>
    typesOf(entity).some(type => POSTING.test(type)),
  )
  const named = postings.filter(posting => isAbout(posting, url))
  const nameless = postings.filter(posting => addressesOf(posting).length === 0)
  // Of several that say nothing of where they belong, any may be the post.
  const isList = postings.length !== 1 || url.pathname === "/"
  const [own] = named.length > 0 ? named : isKnown || isList ? [] : nameless
  if (own === undefined || named.length > 1) return
  readPosting(own, into)
  for (const name of ["comment", "acceptedAnswer", "suggestedAnswer"]) {
    for (const comment of manyAt(own, name)) {
      const found = into.comment()
      if (found === null) continue
      // Not by "@id": what is named by it need not be a page.
      found.add("permalink", textAt(comment, "url"), "json-ld", "JSON-LD.url")
      readPosting(comment, found)
    }
  }
}

/** One is as good as a list of one. */
const manyAt = (json: unknown, path: string): readonly unknown[] => {
  const found = at(json, path)
  return Array.isArray(found) ? (found as unknown[]) : found === undefined ? [] : [found]
}

/** Some write them with their vocabulary: `schema:Review`, `https://schema.org/Review`. */
const typesOf = (entity: unknown): string[] =>
  manyAt(entity, "@type")
    .filter(type => typeof type === "string")
    .map(type => type.replace(/^(?:https?:\/\/schema\.org\/|schema:)/, ""))

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

const isAbout = (posting: unknown, url: URL): boolean =>
  addressesOf(posting).some(address => {
    const said = new URL(address)
    // Where the number of the post stands in the query, all posts have one path.
    const isSameQuery = [...said.searchParams].every(([name, value]) => url.searchParams.get(name) === value)
    return placeOf(said) === placeOf(url) && isSameQuery
  })

const placeOf = ({ host, pathname }: URL): string =>
  `${host.replace(/^(?:www|m|mobile)\./, "")}${pathname.replace(/\/+$/, "")}`

function readPosting(posting: unknown, into: Gather): void {
  gatherJson(into, posting, "JSON-LD", POST, "json-ld")
  const words = ["articleBody", "reviewBody", "text"].find(path => textAt(posting, path) !== "")
  if (words !== undefined) into.add("text", wordsIn(textAt(posting, words)), "json-ld", `JSON-LD.${words}`)
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

/** Some sites put the markup of the post in it; a lone sign is no markup. */
const wordsIn = (text: string): string =>
  /<\/(?:p|div|a|span)>|<br\s*\/?>/i.test(text) ? markupText(text) : text

const KINDS = [
  [/(?:View|Watch|Read)Action$/, "views"],
  [/ShareAction$/, "reposts"],
  [/CommentAction$/, "comments"],
  [/LikeAction$/, "likes"],
  [/BookmarkAction$/, "collects"],
] as const
