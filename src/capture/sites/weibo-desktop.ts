/** 微博 on the desktop: a post as weibo.com draws it, with its comments below it. */
import { isSameMid } from "../../core/post-facts/id-time.ts"
import { type Place } from "../../core/places/place.ts"
import { attributeOf, closestIn, findIn, parentOf } from "../unclobbered.ts"
import { elementsAt, gatherDom, oneAround } from "./from-dom.ts"
import { type Gather } from "./gather.ts"
import { type Picked, type SitePage } from "./site.ts"
import { wordsOf } from "./words.ts"

/** Posts of others stand in a post that passes them on, and comments below it. */
const APART =
  '[class*="_retweet_"], .retweet, .wbpro-feed-reText, .wbpro-list, [class*="Comment_"], [class*="RepostComment"]'
const TIME = 'a[class*="_time_"], header a[title]'
const NAME = 'header a[class*="_name_"], header a[usercard]'

/** Reads the posts of the page whose own link is the address. */
export function readDesktop(page: SitePage, into: Gather): void {
  for (const article of findIn(page.root, "article")) {
    if (ownLinksOf(article, page.place).length > 0) readArticle(article, page, into)
  }
}

/** A post of a list; none where what was pointed at is another's post in it, or a comment. */
export function pickPost(element: Element, url: URL): Picked | null {
  const article = oneAround(element, "article")
  const around = article === null ? null : parentOf(article)
  if (article === null || around === null) return null
  const apart = closestIn(element, APART)
  if (apart !== null && closestIn(apart, "article") === article) return null
  const addresses = new Set(
    elementsAt(article, TIME, APART)
      .filter(link => idIn(link) !== "")
      .map(link => attributeOf(link, "href") ?? ""),
  )
  const [address] = addresses
  return address !== undefined && addresses.size === 1 && URL.canParse(address, url)
    ? { url: new URL(address, url), around }
    : null
}

const ownLinksOf = (article: Element, { postId }: Place): readonly Element[] =>
  elementsAt(article, TIME, APART).filter(link => isSameMid(idIn(link), postId ?? ""))

const idIn = (link: Element): string =>
  /\/\d+\/([0-9A-Za-z]+)(?:[?#]|$)/.exec(attributeOf(link, "href") ?? "")?.[1] ?? ""

function readArticle(article: Element, { root, place }: SitePage, into: Gather): void {
  into.add("postId", place.postId, "dom", `article ${TIME} @href`)
  gatherDom(
    into,
    article,
    {
      authorName: ['header a[class*="_name_"] span[title]', NAME],
      authorId: [
        { css: NAME, attribute: "usercard", pattern: /^(\d+)/ },
        { css: 'header a[href*="/u/"]', attribute: "href", pattern: /\/u\/(\d+)/ },
      ],
      authorUrl: [
        { css: NAME, attribute: "href", pattern: /^(.*\/u\/\d+.*)$/ },
        { css: 'header a[href*="/u/"]', attribute: "href" },
      ],
      ipLocation: 'header [class*="_ip_"], header [title^="发布于"], header [title^="發佈於"]',
      editedAt: 'header [class*="_edit_"]',
      text: ['[class*="_wbtext_"]', ".wbpro-feed-ogText"],
      media: { css: '[class*="picture"] img, video', attribute: "src" },
      likes: "footer .woo-like-count",
    },
    APART,
  )
  for (const link of ownLinksOf(article, place)) {
    into.add("publishedAt", wordsOf(link), "dom", `article ${TIME}`)
    into.add("publishedAt", attributeOf(link, "title"), "dom", `article ${TIME} @title`)
  }
  readLabel(article, into)
  readToolbar(article, "retweet", "reposts", into)
  readToolbar(article, "comment", "comments", into)
  const passedOn = APART.split(", ").slice(0, 3)
  gatherDom(into, article, {
    parent: { css: passedOn.map(part => `${part} a[class*="_time_"]`).join(", "), attribute: "href" },
  })
  for (const entry of findIn(root, ".wbpro-list .item1, .wbpro-list .item2"))
    readComment(entry, into.comment())
}

/** The bar below a post has its three numbers, in the order that it shows, as its name for readers of screens. */
function readLabel(article: Element, into: Gather): void {
  const number = String.raw`\s*[\d.]+\s*[万萬亿億]?\+?\s*`
  const label = (pattern: string) => ({
    css: "footer[aria-label]",
    attribute: "aria-label",
    pattern: new RegExp(pattern),
  })
  gatherDom(
    into,
    article,
    {
      reposts: label(`^(${number}),${number},${number}$`),
      comments: label(`^${number},(${number}),${number}$`),
      likes: label(`^${number},${number},(${number})$`),
    },
    APART,
  )
}

/** A number stands beside its icon, or one element further out; what holds more than it is not it. */
function readToolbar(
  article: Element,
  icon: "retweet" | "comment",
  field: "reposts" | "comments",
  into: Gather,
): void {
  const css = `footer .woo-font--${icon}`
  for (const mark of elementsAt(article, css, APART)) {
    const beside = parentOf(mark)
    for (const around of [beside, beside === null ? null : parentOf(beside)]) {
      const words = around === null ? "" : wordsOf(around)
      if (/^[\d.,]+\s*[万萬亿億]?\+?$/.test(words)) into.add(field, words, "dom", css)
    }
  }
}

function readComment(entry: Element, into: Gather | null): void {
  if (into === null) return
  const replies = ".list2, .item2"
  gatherDom(
    into,
    entry,
    {
      authorName: '.text > a[href*="/u/"]',
      authorId: { css: '.text > a[href*="/u/"]', attribute: "href", pattern: /\/u\/(\d+)/ },
      authorUrl: { css: '.text > a[href*="/u/"]', attribute: "href" },
      text: ".text > span",
      publishedAt: { css: ".info > div", pattern: /^(.*?)\s*(?:来自|$)/ },
      ipLocation: { css: ".info > div", pattern: /(来自\s*\S+)/ },
      likes: ".woo-like-count",
    },
    replies,
  )
}
