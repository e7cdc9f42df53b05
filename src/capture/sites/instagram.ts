/**
 * Instagram: posts and stories stand in the page's data by their ids (law.md
 * §6.1), and in its head where that names the post. What is drawn has no names of
 * its own but its links: the one on the time names the post, and those of the
 * comments name it and the comment.
 */
import { accountIn, codeIn, instagramPlaces, instagramPostIn } from "../../core/places/instagram.ts"
import { attributeOf, closestIn, findIn, parentOf } from "../unclobbered.ts"
import { elementsAt, gatherDom, oneAround } from "./from-dom.ts"
import { type Gather } from "./gather.ts"
import { readAccountData, readComments, readMedia } from "./instagram-data.ts"
import { readAccountHead, readHead } from "./instagram-head.ts"
import { type Picked, type Site, type SitePage } from "./site.ts"
import { wordsOf } from "./words.ts"

export const instagram: Site = {
  ...instagramPlaces,
  version: "2026-11-27",
  // It may lack the zone of its times, and has a time of change where nothing was.
  readsLinkedData: true,
  pick: pickArticle,
  read(page, into) {
    const { postId } = page.place
    const account = accountIn(page.url)
    const post = instagramPostIn(page.url)
    if (post !== null) {
      into.add("parent", post.comment?.parent, "url", "address")
      if (post.comment === null) {
        readMedia(page, post.code, into)
        readHead(page, post.code, into)
        readShown(page, post.code, into)
      }
      readComments(page, post, into)
    } else if (postId !== null) readMedia(page, postId, into)
    else if (account !== null) {
      into.add("authorHandle", account, "url", "address")
      into.add("authorUrl", `https://www.instagram.com/${account}/`, "url", "address")
      readAccountData(page, account, into)
      readAccountHead(page, account, into)
    }
  },
}

const codeOf = (link: Element): string | null => codeIn(attributeOf(link, "href") ?? "")

/** Links on times, without those of comments: each names the post that it stands in. */
const timeLinksIn = (root: Element): Element[] =>
  elementsAt(root, "a[href]").filter(link => codeOf(link) !== null && findIn(link, "time").length > 0)

function readShown({ root }: SitePage, code: string, into: Gather): void {
  for (const link of timeLinksIn(root)) {
    if (codeOf(link) !== code) continue
    gatherDom(into, link, { publishedAt: { css: "time", attribute: "datetime" } })
    const [, handle] =
      /^(?:https?:\/\/[^/]+)?\/([\w.]{1,30})\/(?:p|reel|tv)\//.exec(attributeOf(link, "href") ?? "") ?? []
    into.add("authorHandle", handle, "dom", "a @href")
    const article = closestIn(link, "article")
    if (article !== null && codesIn(article).size === 1) readArticle(article, into)
  }
  for (const link of elementsAt(root, 'a[href$="/liked_by/"]')) {
    if (codeIn((attributeOf(link, "href") ?? "").replace(/liked_by\/$/, "")) !== code) continue
    // "Liked by … and 12 others" counts without the one that it names.
    const [, likes] =
      /^(\d[\d.,]*(?:\s?[KMB万亿萬億])?)\s*(?:likes?|次赞|个赞|個讚)$/i.exec(wordsOf(link)) ?? []
    into.add("likes", likes, "dom", 'a[href$="/liked_by/"]')
  }
}

const codesIn = (article: Element): ReadonlySet<string> =>
  new Set(timeLinksIn(article).map(link => codeOf(link) ?? ""))

/** The head of a post has its author, or several; its words are the one heading of the first rank. */
function readArticle(article: Element, into: Gather): void {
  for (const link of elementsAt(article, "header a[href]")) {
    const [, handle] =
      /^(?:https?:\/\/(?:www\.)?instagram\.com)?\/([\w.]{1,30})\/?$/.exec(attributeOf(link, "href") ?? "") ??
      []
    // Its picture leads to the same place, and says nothing.
    if (handle === undefined || wordsOf(link) !== handle) continue
    into.add("authorHandle", handle, "dom", "article header a")
    into.add("authorUrl", attributeOf(link, "href"), "dom", "article header a @href")
  }
  const headings = elementsAt(article, "h1")
  const isName = headings.some(heading => closestIn(heading, "header") !== null)
  if (headings.length === 1 && !isName) gatherDom(into, article, { text: "h1" })
}

/** A post of a list; none where it names no one post. */
function pickArticle(element: Element, url: URL): Picked | null {
  const article = oneAround(element, "article")
  const around = article === null ? null : parentOf(article)
  if (article === null || around === null) return null
  const codes = codesIn(article)
  const [code] = codes
  return code !== undefined && codes.size === 1 ? { url: new URL(`/p/${code}/`, url), around } : null
}
