/**
 * Facebook on its hosts for phones, as they were long built: a post is an article
 * that has its number and its owner's as JSON in `data-ft`, and links to itself on
 * its time; what is passed on stands in it as an article of its own. Known from
 * public readers of these pages, and so is what the hosts draw now: boxes of words
 * without names or links, of which nothing is read but the address.
 */
import { type FacebookPost, facebookPostIn } from "../../core/places/facebook.ts"
import { attributeOf, closestIn } from "../unclobbered.ts"
import { dataAt } from "./attribute-data.ts"
import { elementsAt, gatherDom } from "./from-dom.ts"
import { at, textAt } from "./from-json.ts"
import { type Gather } from "./gather.ts"
import { type SitePage } from "./site.ts"
import { wordsOf } from "./words.ts"

const STORY = 'article, [data-sigil~="m-story-view"]'
const BODY = ".story_body_container"
/** What is passed on, and what is below the post. */
const APART = `article article, ${BODY} ${BODY}, [data-sigil~="comment"]`
const TIME = '[data-sigil~="m-feed-voice-subtitle"]'

export function readMobile({ root, url }: SitePage, { id }: FacebookPost, into: Gather): void {
  for (const body of elementsAt(root, BODY, APART)) {
    const story = closestIn(body, STORY)
    const facts = story === null ? undefined : dataAt(story, "data-ft")
    if (story === null || !isOf(id, [textAt(facts, "top_level_post_id"), ...linkedIn(body, url)])) continue
    readFacts(facts, into)
    readAuthor(body, into)
    for (const time of elementsAt(body, `${TIME} abbr`, APART)) {
      into.add("publishedAt", at(dataAt(time, "data-store"), "time"), "dom", `${TIME} abbr @data-store`)
    }
    gatherDom(into, body, { publishedAt: `${TIME} abbr`, text: TEXT }, APART)
    gatherDom(into, story, { likes: LIKES }, APART)
  }
}

/** A post has a number, and names in letters: neither tells anything of the other. */
function isOf(id: string, names: readonly string[]): boolean {
  const isNumber = (name: string) => /^\d+$/.test(name)
  const known = names.filter(name => name !== "" && isNumber(name) === isNumber(id))
  return known.length > 0 && known.every(name => name === id)
}

const linkedIn = (body: Element, url: URL): string[] =>
  elementsAt(body, `${TIME} a[href]`, APART).flatMap(link => {
    const address = attributeOf(link, "href") ?? ""
    const found = URL.canParse(address, url) ? facebookPostIn(new URL(address, url)) : null
    return found === null ? [] : [found.id]
  })

function readFacts(facts: unknown, into: Gather): void {
  const owner = textAt(facts, "content_owner_id_new")
  const published = at(facts, `page_insights.${owner}.post_context.publish_time`)
  into.add("authorId", owner, "page-json", "@data-ft.content_owner_id_new")
  into.add("publishedAt", published, "page-json", "@data-ft.page_insights.*.post_context.publish_time")
}

/** `*s` is what the site calls the words of a post. */
const TEXT = `:scope > [data-ft*='"*s"']`

/** "You and 1.2K others" is a number less two. */
const LIKES = {
  css: '[data-sigil~="reactions-sentence-container"]',
  pattern: /^(\d[\d.,]*(?:\s?[KM万萬])?)$/,
}

/** What its head begins with; behind that may stand with whom its author was, and in which group. */
function readAuthor(body: Element, into: Gather): void {
  const css = ":scope > header h3 a[href]"
  const [link] = elementsAt(body, css, APART)
  const head = link === undefined ? null : closestIn(link, "h3")
  if (link === undefined || head === null) return
  const [name, href] = [wordsOf(link), attributeOf(link, "href") ?? ""]
  if (!wordsOf(head).startsWith(name) || /\/groups\/[^/?]+\/?(?:\?|$)/.test(href)) return
  into.add("authorName", name, "dom", css)
  into.add("authorId", /\/profile\.php\?(?:[^#]*&)?id=(\d+)/.exec(href)?.[1], "dom", `${css} @href`)
}
