/**
 * Reddit: a post and each comment is an element that names itself and what is of
 * it in its attributes (law.md §6.1); what it shows of them stands in its slots,
 * right below it. old.reddit.com has a page of its own (reddit-old.ts).
 */
import { type RedditPost, redditPlaces, redditPostIn, redditUserIn } from "../../core/places/reddit.ts"
import { type FieldName } from "../../core/post-facts/fields.ts"
import { attributeOf, closestIn, findIn } from "../unclobbered.ts"
import { elementsAt, gatherDom } from "./from-dom.ts"
import { type Gather } from "./gather.ts"
import { readOld } from "./reddit-old.ts"
import { AUTHORS_OWN, nameOfUser, userIn } from "./reddit-words.ts"
import { type Picked, type Site } from "./site.ts"

export const reddit: Site = {
  ...redditPlaces,
  version: "2026-11-27",
  pick,
  read({ url, place, root }, into) {
    const named = redditPostIn(url.pathname)
    if (named !== null) {
      readNew(root, named, into)
      readOld(root, named, into)
    } else if (place.pageType === "profile") {
      const user = redditUserIn(url.pathname)
      into.add("authorHandle", user, "url", "address")
      if (user !== undefined) {
        into.add("authorUrl", `https://www.reddit.com/user/${user}/`, "url", "address")
      }
    }
  },
}

function pick(element: Element, url: URL): Picked | null {
  const post = closestIn(element, "shreddit-post[permalink]")
  const address = post === null ? "" : (attributeOf(post, "permalink") ?? "")
  // The post of another stands in the one that passes it on.
  if (post === null || closestIn(element, CROSSPOST) !== null || !URL.canParse(address, url)) return null
  const around = closestIn(post, "article, shreddit-feed, main, body")
  return around === null ? null : { url: new URL(address, url), around }
}

const POST = "shreddit-post"
const COMMENT = "shreddit-comment"
const CROSSPOST = '[slot="crosspost"], [post-type="crosspost"] > [slot="post-media-container"]'
/** Buttons of the site, and what is of others. */
const APART = `button, ${COMMENT}, ${POST} ${POST}, ${CROSSPOST}`

type Said = readonly (readonly [field: FieldName, attribute: string])[]

const OF_POST: Said = [
  ["authorId", "author-id"],
  ["publishedAt", "created-timestamp"],
  ["likes", "score"],
  ["comments", "comment-count"],
]
const OF_COMMENT: Said = [
  ["permalink", "permalink"],
  ["authorId", "author-id"],
  ["publishedAt", "created"],
  ["likes", "score"],
  ["parent", "parentid"],
]

function readNew(root: Element, { thread, comment: wanted }: RedditPost, into: Gather): void {
  const posts = findIn(root, `${POST}[id="t3_${thread}"]`).filter(post => isOf(post, thread))
  const comments = findIn(root, `${COMMENT}[thingid]`).filter(comment => isOf(comment, thread))
  const own = wanted === null ? posts : comments.filter(comment => idOf(comment) === `t1_${wanted}`)
  for (const element of own) {
    if (wanted === null) readPost(element, thread, into)
    else readComment(element, into)
  }
  if (own.length === 0) return
  for (const comment of comments) {
    const answer = own.includes(comment) ? null : into.comment()
    if (answer === null) continue
    answer.add("postId", /^t1_(\w+)$/.exec(idOf(comment))?.[1], "dom", `${COMMENT} @thingid`)
    readComment(comment, answer)
  }
}

const idOf = (comment: Element): string => attributeOf(comment, "thingid") ?? ""

/** It says so in each place where it says of which thread it is. */
function isOf(element: Element, thread: string): boolean {
  const permalink = attributeOf(element, "permalink")
  const post = attributeOf(element, "postid")
  const said = [
    ...(permalink === null ? [] : [/\/comments\/([0-9a-z]+)(?:\/|$)/.exec(permalink)?.[1]]),
    ...(post === null ? [] : [/^t3_(\w+)$/.exec(post)?.[1]]),
  ]
  return said.length > 0 && said.every(each => each === thread)
}

function readPost(post: Element, thread: string, into: Gather): void {
  readSaid(post, POST, OF_POST, into)
  readAuthor(post, POST, "credit-bar", into)
  // In a list it is a link to all of the text, of which it may show less.
  const body = ':scope > [slot="text-body"]:not(a)'
  gatherDom(
    into,
    post,
    {
      title: { css: ':scope > [slot="title"]', pattern: AUTHORS_OWN },
      text: [`${body} [id="t3_${thread}-post-rtjson-content"]`, body].map(css => ({
        css,
        pattern: AUTHORS_OWN,
      })),
      media: { css: ':scope > [slot="post-media-container"] img', attribute: "src" },
    },
    APART,
  )
  into.add(
    "title",
    AUTHORS_OWN.exec(attributeOf(post, "post-title") ?? "")?.[1],
    "dom",
    `${POST} @post-title`,
  )
}

function readComment(comment: Element, into: Gather): void {
  readSaid(comment, COMMENT, OF_COMMENT, into)
  readAuthor(comment, COMMENT, "commentMeta", into)
  gatherDom(into, comment, { text: { css: ':scope > [slot="comment"]', pattern: AUTHORS_OWN } }, APART)
}

function readSaid(element: Element, name: string, said: Said, into: Gather): void {
  for (const [field, attribute] of said) {
    into.add(field, attributeOf(element, attribute), "dom", `${name} @${attribute}`)
  }
}

/** @param slot where it shows whose it is, and since when */
function readAuthor(element: Element, name: string, slot: string, into: Gather): void {
  const user = nameOfUser(attributeOf(element, "author") ?? "")
  into.add("authorName", user, "dom", `${name} @author`)
  into.add("authorHandle", user, "dom", `${name} @author`)
  const inSlot = `:scope > [slot="${slot}"]`
  for (const link of elementsAt(element, `${inSlot} a[href*="/user/"]`, APART)) {
    const href = attributeOf(link, "href") ?? ""
    // Others may stand there too: who approved it, to whom it was answered.
    if (user !== "" && userIn(href) === user) into.add("authorUrl", href, "dom", `${name} ${inSlot} a @href`)
  }
  const times = new Set(
    elementsAt(element, `${inSlot} time[datetime]`, APART).map(time => attributeOf(time, "datetime") ?? ""),
  )
  // Of two, one would be of its last change.
  const [time] = times
  if (times.size === 1) into.add("publishedAt", time, "dom", `${name} ${inSlot} time @datetime`)
}
