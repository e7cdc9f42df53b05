/** X: a post as it is drawn, in a list or above its answers. */
import { type FieldName } from "../../core/post-facts/fields.ts"
import { attributeOf, closestIn, findIn, parentOf } from "../unclobbered.ts"
import { elementsAt, gatherDom, oneAround, type Spot } from "./from-dom.ts"
import { type Gather } from "./gather.ts"
import { type Picked, type SitePage } from "./site.ts"
import { postWordsOf, wordsOf } from "./words.ts"

const ARTICLE = 'article[data-testid="tweet"]'
/** A post that is quoted, and a note that readers put below: each leads elsewhere as a whole. */
const APART = 'div[role="link"]'
const NAME = '[data-testid="User-Name"]'
const LINK = /^(?:https?:\/\/(?:(?:www|mobile)\.)?(?:x|twitter)\.com)?\/(\w{1,20})\/status\/(\d+)(\/\w+)?\/?$/

interface Own {
  readonly handle: string
  readonly id: string
  readonly name: string | undefined
  /** The links on its times. */
  readonly links: readonly Element[]
}

/** Reads the post of that number, and what stands in its conversation below it. */
export function readArticles({ root }: SitePage, id: string, into: Gather): void {
  let section: Element | null = null
  let isBelow = false
  const known = new Set([id])
  for (const element of findIn(root, `${ARTICLE}, [data-testid="cellInnerDiv"] [role="heading"]`)) {
    const article = closestIn(element, ARTICLE)
    // Under a heading of its own stands what is no answer: other posts that one might read next.
    if (article === null) isBelow &&= closestIn(element, "section") !== section
    if (article === null || article !== element) continue
    const own = ownOf(article)
    if (own?.id === id) {
      readArticle(article, own, into)
      section = closestIn(article, "section")
      isBelow = section !== null && isOpened(own)
    } else if (own !== null && isBelow && !known.has(own.id) && closestIn(article, "section") === section) {
      known.add(own.id)
      readAnswer(article, own, into.comment())
    }
  }
}

/** A post of a list; none where what was pointed at is another's post in it, or the page's own post. */
export function pickArticle(element: Element, url: URL): Picked | null {
  const article = oneAround(element, ARTICLE)
  const around = article === null ? null : parentOf(article)
  if (article === null || around === null) return null
  const apart = closestIn(element, APART)
  if (apart !== null && closestIn(apart, ARTICLE) === article) return null
  const own = ownOf(article)
  if (own === null || url.pathname.split("/").includes(own.id)) return null
  return { url: new URL(`/${own.handle}/status/${own.id}`, url), around }
}

const linkOf = (link: Element): RegExpExecArray | null => LINK.exec(hrefOf(link))

const hrefOf = (link: Element): string => (attributeOf(link, "href") ?? "").replace(/[?#].*$/, "")

/** Which post an article is of; null where it names none, several, or an author who is not the one in its link. */
function ownOf(article: Element): Own | null {
  const links = elementsAt(article, 'a[href*="/status/"]', APART).filter(link => linkOf(link) !== null)
  const timed = links.filter(link => findIn(link, "time").length > 0)
  // Where no link stands on the time, the one to the numbers names the post as well.
  const naming = timed.length > 0 ? timed : links.filter(link => linkOf(link)?.[3] === "/analytics")
  const names = new Set(naming.map(link => linkOf(link)?.slice(1, 3).join("/") ?? ""))
  const heads = elementsAt(article, NAME, APART)
  const [said] = names
  const [head] = heads
  if (said === undefined || head === undefined || names.size > 1 || heads.length > 1) return null
  const [handle = "", id = ""] = said.split("/")
  const [, name, shown] = /^(?:([^\n]+)\n+)?@(\w{1,20})(?:\n|$)/.exec(wordsOf(head)) ?? []
  return shown?.toLowerCase() === handle.toLowerCase() ? { handle, id, name, links: timed } : null
}

/** Above its answers, a post has its time below its words; in a list, beside its author's name. */
const isOpened = ({ links }: Own): boolean => links.every(link => closestIn(link, NAME) === null)

function readAnswer(article: Element, own: Own, into: Gather | null): void {
  if (into === null) return
  into.add("permalink", `https://x.com/${own.handle}/status/${own.id}`, "dom", `${ARTICLE} a @href`)
  readArticle(article, own, into)
}

function readArticle(article: Element, own: Own, into: Gather): void {
  into.add("postId", own.id, "dom", `${ARTICLE} a @href`)
  into.add("authorHandle", own.handle, "dom", `${ARTICLE} a @href`)
  into.add("authorName", own.name, "dom", NAME)
  gatherDom(
    into,
    article,
    {
      authorHandle: { css: NAME, pattern: /(?:^|\n)@(\w{1,20})(?:\n|$)/ },
      authorUrl: {
        css: `${NAME} a`,
        attribute: "href",
        pattern: /^((?:https?:\/\/(?:x|twitter)\.com)?\/\w{1,20})$/,
      },
      authorVerified: { css: `${NAME} [data-testid="icon-verified"]`, attribute: "aria-label" },
      media: [
        { css: '[data-testid="tweetPhoto"] img', attribute: "src" },
        { css: '[data-testid="videoPlayer"] video', attribute: "poster" },
      ],
    },
    APART,
  )
  readTimes(article, own, into)
  readText(article, into)
  readLabel(article, into)
  for (const [field, css] of BUTTONS) readButton(article, field, css, into)
  readButton(article, "views", `a[href$="/status/${own.id}/analytics"]`, into)
}

function readTimes(article: Element, own: Own, into: Gather): void {
  const time = { css: "time", attribute: "datetime" }
  for (const link of own.links) {
    // The time of an edit leads to the versions of the post.
    const isEdit = linkOf(link)?.[3] === "/history"
    gatherDom(into, link, isEdit ? { editedAt: time } : { publishedAt: time })
  }
  const times = elementsAt(article, "time[datetime]", APART)
  if (own.links.length === 0 && times.length === 1) gatherDom(into, article, { publishedAt: time }, APART)
}

/** A long post in a list has its first lines only, and a link to the rest below them. */
function readText(article: Element, into: Gather): void {
  const css = '[data-testid="tweetText"]'
  const isCut = elementsAt(article, '[data-testid="tweet-text-show-more-link"]', APART).length > 0
  for (const element of elementsAt(article, css, APART)) {
    const words = postWordsOf(element, () => false)
    if (words !== "") into.add("text", isCut ? `${words}…Show more` : words, "dom", css)
  }
}

const PARTS = [
  ["comments", /repl(?:y|ies)\b|回复|回覆/i],
  ["reposts", /re(?:post|tweet)s?\b|转帖|转推|转发|轉發|轉推/i],
  ["likes", /\blikes?\b|喜欢|喜歡/i],
  ["collects", /bookmarks?\b|书签|書籤/i],
  ["views", /\bviews?\b|观看|查看|觀看|瀏覽/i],
] as const satisfies readonly (readonly [FieldName, RegExp])[]

/** The bar below a post has its numbers, those that are not nought, as its name for readers of screens. */
function readLabel(article: Element, into: Gather): void {
  for (const bar of elementsAt(article, '[role="group"][aria-label]', APART)) {
    const parts = (attributeOf(bar, "aria-label") ?? "").split(/,\s+|[、，]\s*/)
    for (const [field, form] of PARTS) {
      const own = parts.filter(part => form.test(part))
      if (own.length === 1) into.add(field, own[0], "dom", '[role="group"] @aria-label')
    }
  }
}

const BUTTONS = [
  ["comments", '[data-testid="reply"]'],
  ["reposts", '[data-testid="retweet"], [data-testid="unretweet"]'],
  ["likes", '[data-testid="like"], [data-testid="unlike"]'],
  ["collects", '[data-testid="bookmark"], [data-testid="removeBookmark"]'],
] as const satisfies readonly (readonly [FieldName, string])[]

/** A button has its number in full in its name, and written short in its words. */
function readButton(article: Element, field: FieldName, css: string, into: Gather): void {
  const spots: Spot[] = [
    { css, attribute: "aria-label", pattern: /^(\d[\d,.]*)\s*\D/ },
    { css, pattern: /^(\d[\d,.]*\s*[KMB千万亿萬億]?)$/i },
  ]
  for (const spot of spots) gatherDom(into, article, { [field]: spot }, APART)
}
