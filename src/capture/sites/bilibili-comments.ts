/**
 * Comments on 哔哩哔哩: elements of the site's own, one in the shadow of another:
 * a list, its threads, in each the first comment and the replies, and in each of
 * those its author, its words, and its time.
 */
import { attributeOf, closestIn, elementsOf, findIn, openRootOf } from "../unclobbered.ts"
import { type Gather } from "./gather.ts"
import { wordsOf } from "./words.ts"

/** More threads than this are on no screen. */
const MOST_THREADS = 500

/** @param root what holds the list; comments of what else is on the page stand in no list */
export function readComments(root: Element, into: Gather): void {
  const lists = findIn(root, "bili-comments")
  const [list] = lists
  if (list === undefined || lists.length > 1) return
  for (const thread of inShadow(list, "bili-comment-thread-renderer").slice(0, MOST_THREADS)) {
    const [first] = inShadow(thread, "bili-comment-renderer")
    if (first !== undefined) readComment(first, into.comment())
    const replies = inShadow(thread, "bili-comment-replies-renderer").flatMap(each =>
      inShadow(each, "bili-comment-reply-renderer"),
    )
    for (const reply of replies) readComment(reply, into.comment())
  }
}

function readComment(comment: Element, into: Gather | null): void {
  if (into === null) return
  const [author] = deep(comment, "bili-comment-user-info", "#user-name a")
  if (author !== undefined) {
    const href = attributeOf(author, "href") ?? ""
    const uid = attributeOf(author, "data-user-profile-id") ?? UID.exec(href)?.[1]
    into.add("authorName", wordsOf(author), "dom", "bili-comment-user-info #user-name")
    into.add("authorId", uid, "dom", "bili-comment-user-info #user-name")
    if (UID.test(href)) into.add("authorUrl", href, "dom", "bili-comment-user-info #user-name @href")
  }
  const say = (field: "text" | "publishedAt" | "ipLocation" | "likes", element: string, css: string) => {
    for (const found of deep(comment, element, css).slice(0, 1)) {
      into.add(field, wordsOf(found), "dom", `${element} ${css}`)
    }
  }
  say("text", "bili-rich-text", "#contents")
  say("publishedAt", "bili-comment-action-buttons-renderer", "#pubdate")
  say("ipLocation", "bili-comment-action-buttons-renderer", "#location")
  say("likes", "bili-comment-action-buttons-renderer", "#like #count")
}

const UID = /space\.bilibili\.com\/(\d+)/

const deep = (comment: Element, element: string, css: string): Element[] =>
  inShadow(comment, element)
    .slice(0, 1)
    .flatMap(each => inShadow(each, css))

/** Those that match in the shadow of an element. */
function inShadow(element: Element, css: string): Element[] {
  const shadow = openRootOf(element)
  if (shadow === null) return []
  return elementsOf(shadow).flatMap(each => [
    ...(closestIn(each, css) === each ? [each] : []),
    ...findIn(each, css),
  ])
}
