/** old.reddit.com: each post and comment is a `.thing` that names itself; comments stand in what they answer. */
import { type RedditPost, redditPostIn } from "../../core/places/reddit.ts"
import { attributeOf, findIn } from "../unclobbered.ts"
import { type DomFields, gatherDom } from "./from-dom.ts"
import { type Gather } from "./gather.ts"
import { AUTHORS_OWN, nameOfUser } from "./reddit-words.ts"

/** The thing itself, without those that answer it. */
const ENTRY = ":scope > .entry"

export function readOld(root: Element, { thread, comment: wanted }: RedditPost, into: Gather): void {
  const posts = findIn(root, `.thing[data-fullname="t3_${thread}"]`)
  const comments = findIn(root, '.thing[data-fullname^="t1_"][data-permalink]').filter(
    comment => redditPostIn(attributeOf(comment, "data-permalink") ?? "")?.thread === thread,
  )
  const own = wanted === null ? posts : comments.filter(comment => idOf(comment) === wanted)
  for (const thing of own) {
    if (wanted === null) readPost(thing, into)
    else readComment(thing, into)
  }
  if (own.length === 0) return
  for (const comment of comments) {
    const answer = own.includes(comment) ? null : into.comment()
    if (answer === null) continue
    answer.add("postId", idOf(comment), "dom", ".thing @data-fullname")
    readComment(comment, answer)
  }
}

const idOf = (thing: Element): string =>
  /^t[13]_(\w+)$/.exec(attributeOf(thing, "data-fullname") ?? "")?.[1] ?? ""

const TAGLINE: DomFields = {
  authorUrl: { css: `${ENTRY} .tagline a.author`, attribute: "href" },
  publishedAt: { css: `${ENTRY} .tagline time:not(.edited-timestamp)`, attribute: "datetime" },
  editedAt: { css: `${ENTRY} .tagline time.edited-timestamp`, attribute: "datetime" },
}

function readPost(post: Element, into: Gather): void {
  readAuthor(post, into)
  for (const [field, name] of [
    ["publishedAt", "data-timestamp"],
    ["likes", "data-score"],
    ["comments", "data-comments-count"],
  ] as const) {
    into.add(field, attributeOf(post, name), "dom", `.thing @${name}`)
  }
  gatherDom(into, post, {
    ...TAGLINE,
    title: { css: `${ENTRY} a.title`, pattern: AUTHORS_OWN },
    text: { css: `${ENTRY} .expando .usertext-body .md`, pattern: AUTHORS_OWN },
  })
}

function readComment(comment: Element, into: Gather): void {
  readAuthor(comment, into)
  into.add("permalink", attributeOf(comment, "data-permalink"), "dom", ".thing @data-permalink")
  gatherDom(into, comment, {
    ...TAGLINE,
    text: { css: `${ENTRY} .usertext-body .md`, pattern: AUTHORS_OWN },
    likes: { css: `${ENTRY} .tagline .score.unvoted`, attribute: "title" },
  })
}

function readAuthor(thing: Element, into: Gather): void {
  const user = nameOfUser(attributeOf(thing, "data-author") ?? "")
  into.add("authorName", user, "dom", ".thing @data-author")
  into.add("authorHandle", user, "dom", ".thing @data-author")
  into.add("authorId", attributeOf(thing, "data-author-fullname"), "dom", ".thing @data-author-fullname")
  gatherDom(into, thing, { authorName: { css: `${ENTRY} .tagline a.author`, pattern: /^([\w-]{3,20})$/ } })
}
