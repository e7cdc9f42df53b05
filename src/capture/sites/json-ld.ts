/** What a page says of its post in JSON-LD, as schema.org names it. */
import { type FieldName } from "../../core/post-facts/fields.ts"
import { at, gatherJson, type JsonFields, listAt, textAt } from "./from-json.ts"
import { type Gather } from "./gather.ts"
import { markupText } from "./markup-text.ts"
import { isSameMoment } from "./same-moment.ts"
import { type SitePage } from "./site.ts"

const POSTING =
  /^(?:SocialMediaPosting|DiscussionForumPosting|Conversation|(?:Live)?BlogPosting|(?:News|OpinionNews|ReportageNews|AnalysisNews|Tech)?Article|Report|(?:User|Critic|Employer)?Review|VideoObject|Question|Answer|Comment)$/
/** These stand on pages that are of something else: without an address they are of the page only where it says so. */
const PART = /^(?:VideoObject|(?:User|Employer)?Review|Comment|Answer)$/
const MOST_ENTITIES = 500

const POST: JsonFields = {
  publishedAt: ["datePublished", "dateCreated", "uploadDate"],
  title: ["headline", "name"],
  comments: ["commentCount", "answerCount"],
}

/**
 * @param isKnown the page is of a site with an adapter of its own: then only what names this very address counts
 */
export function readJsonLd({ data, url }: SitePage, isKnown: boolean, into: Gather): void {
  const entities = entitiesIn(data.ofType("application/ld+json"))
  const postings = entities.filter(entity => typesOf(entity).some(type => POSTING.test(type)))
  const main = new Set(entities.flatMap(entity => manyAt(entity, "mainEntity")))
  const named = postings.filter(posting => isAbout(posting, url))
  const ofPage = postings.filter(
    posting =>
      named.includes(posting) || main.has(posting) || !typesOf(posting).every(type => PART.test(type)),
  )
  const nameless = ofPage.filter(posting => addressesOf(posting).length === 0)
  // Of several that say nothing of where they belong, any may be the post.
  const isList = ofPage.length !== 1 || url.pathname === "/"
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

/** Lists, graphs and what stands in them as the main entity; but not the questions that a site answers itself. */
function entitiesIn(given: readonly unknown[]): unknown[] {
  const found: unknown[] = [...given]
  for (const entity of found) {
    if (found.length > MOST_ENTITIES) break
    const inner = Array.isArray(entity)
      ? (entity as unknown[])
      : [
          ...listAt(entity, "@graph"),
          ...(typesOf(entity).includes("FAQPage") ? [] : manyAt(entity, "mainEntity")),
        ]
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
  readAuthors(posting, into)
  const words = ["articleBody", "reviewBody", "text"].find(path => textAt(posting, path) !== "")
  if (words !== undefined) into.add("text", wordsIn(textAt(posting, words)), "json-ld", `JSON-LD.${words}`)
  const [published, modified] = [textAt(posting, "datePublished"), textAt(posting, "dateModified")]
  if (!isSameMoment(modified, published)) into.add("editedAt", modified, "json-ld", "JSON-LD.dateModified")
  const statistics = at(posting, "interactionStatistic")
  for (const counter of Array.isArray(statistics) ? (statistics as unknown[]) : [statistics]) {
    const kind = textAt(counter, "interactionType.@type") || textAt(counter, "interactionType")
    const field = KINDS.find(([form]) => form.test(kind))?.[1]
    const count = textAt(counter, "userInteractionCount")
    if (field !== undefined) into.add(field, count, "json-ld", `JSON-LD.interactionStatistic ${kind}`)
  }
}

const AUTHOR: readonly (readonly [field: FieldName, paths: readonly string[]])[] = [
  ["authorName", ["name"]],
  ["authorHandle", ["alternateName"]],
  ["authorUrl", ["url", "sameAs"]],
]

/** All of them: two are a contradiction. What is not said of each is said of none. */
function readAuthors(posting: unknown, into: Gather): void {
  const key = at(posting, "author") === undefined ? "creator" : "author"
  const given = at(posting, key)
  const authors = Array.isArray(given)
    ? given.map((author: unknown, index) => ({ author, name: `JSON-LD.${key}.${String(index)}` }))
    : [{ author: given, name: `JSON-LD.${key}` }]
  for (const [field, paths] of AUTHOR) {
    const found = authors.map(({ author, name }) => {
      // Some give the name alone; an address is none.
      if (typeof author === "string" && field === "authorName" && !/^https?:/.test(author))
        return { words: author, where: name }
      const path = paths.find(each => textAt(author, each).trim() !== "")
      return path === undefined ? null : { words: textAt(author, path), where: `${name}.${path}` }
    })
    const each = found.filter(saying => saying !== null)
    if (each.length < found.length) continue
    for (const { words, where } of each) into.add(field, words, "json-ld", where)
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
