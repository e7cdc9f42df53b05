/** 知乎's cards, which name what they show in `data-zop`: an answer, an article, a pin. */
import { closestIn, findIn, parentOf } from "../unclobbered.ts"
import { dataAt } from "./attribute-data.ts"
import { elementsAt, gatherDom, oneAround } from "./from-dom.ts"
import { textAt } from "./from-json.ts"
import { type Gather } from "./gather.ts"
import { type Picked, type SitePage } from "./site.ts"
import { wordsOf } from "./words.ts"

const TYPES = { answers: "answer", articles: "article", pins: "pin" } as const

/** Other cards in one, comments, and what is recommended below. */
const APART = '[data-zop], [class*="Comment"], [class*="Recommend"], .Card .Card .List-item'

export function readCards({ root, place }: SitePage, kind: keyof typeof TYPES, into: Gather): void {
  for (const card of findIn(root, "[data-zop]")) {
    const zop = dataAt(card, "data-zop")
    if (textAt(zop, "itemId") !== place.postId || textAt(zop, "type") !== TYPES[kind]) continue
    into.add("authorName", textAt(zop, "authorName"), "dom", "[data-zop] @data-zop.authorName")
    if (kind === "articles") into.add("title", textAt(zop, "title"), "dom", "[data-zop] @data-zop.title")
    readCard(card, into)
    for (const entry of elementsAt(card, ".CommentItemV2, .CommentItem")) readComment(entry, into.comment())
  }
}

const TIME = ".ContentItem-time"
const URL_TOKEN = /\/(?:people|org)\/([\w-]+)/

export function readCard(card: Element, into: Gather): void {
  const meta = (name: string) => ({ css: `meta[itemprop="${name}"]`, attribute: "content" })
  const ofAuthor = (name: string) => ({ css: `.AuthorInfo meta[itemprop="${name}"]`, attribute: "content" })
  gatherDom(
    into,
    card,
    {
      authorName: [".AuthorInfo-name .UserLink-link", ofAuthor("name"), ".AuthorInfo-name"],
      authorHandle: [
        { ...ofAuthor("url"), pattern: URL_TOKEN },
        { css: '.AuthorInfo-name a[href*="/people/"]', attribute: "href", pattern: URL_TOKEN },
      ],
      authorUrl: [
        { ...ofAuthor("url"), pattern: /^(.*\/(?:people|org)\/[\w-]+)$/ },
        { css: '.AuthorInfo-name a[href*="/people/"]', attribute: "href" },
      ],
      publishedAt: { css: TIME, pattern: /^((?:发布|发表)于.*?)(?:\s*[・·]?\s*IP\s*属地.*)?$/ },
      editedAt: { css: TIME, pattern: /^(编辑于.*?)(?:\s*[・·]?\s*IP\s*属地.*)?$/ },
      ipLocation: { css: TIME, pattern: /(IP\s*属地\s*[:：]?\s*[\u4e00-\u9fff]{2,8})(?![\u4e00-\u9fff])/ },
      media: { css: ".RichText figure img", attribute: "data-original" },
      comments: meta("commentCount"),
      likes: meta("upvoteCount"),
    },
    APART,
  )
  gatherDom(
    into,
    card,
    {
      publishedAt: {
        css: `${TIME} [data-tooltip]`,
        attribute: "data-tooltip",
        pattern: /^((?:发布|发表)于.+)$/,
      },
      comments: { css: ".ContentItem-actions button", pattern: /^([\d.,]+\s*[万亿]?)\s*条评论$/ },
      likes: {
        css: ".VoteButton--up, .VoteButton",
        attribute: "aria-label",
        pattern: /^赞同\s*([\d.,]+\s*[万亿]?)$/,
      },
      collects: { css: ".ContentItem-actions button", pattern: /^收藏\s*([\d.,]+\s*[万亿]?)$/ },
    },
    APART,
  )
  gatherDom(into, card, { publishedAt: meta("dateCreated") }, APART)
  readShownText(card, into)
}

function readShownText(card: Element, into: Gather): void {
  const isFolded = elementsAt(card, ".RichContent.is-collapsed", APART).length > 0
  if (!isFolded) gatherDom(into, card, { text: ".RichText.ztext" }, APART)
  else if (!into.has("text")) {
    for (const inner of elementsAt(card, ".RichContent-inner", APART)) {
      const words = wordsOf(inner).replace(/[\s.…]*阅读全文\s*$/, "")
      into.add("text", `${words}…阅读全文`, "dom", ".RichContent.is-collapsed .RichContent-inner")
    }
  }
}

/** An answer below its question, or any of these in a list. */
export function pickCard(element: Element): Picked | null {
  // Who points at a question means no answer to it.
  const card = findIn(element, ".QuestionHeader").length > 0 ? null : oneAround(element, "[data-zop]")
  const around = card === null ? null : parentOf(card)
  const zop = card === null ? undefined : dataAt(card, "data-zop")
  const [type, id] = [textAt(zop, "type"), textAt(zop, "itemId")]
  const kind = Object.hasOwn(ADDRESS_OF, type) ? ADDRESS_OF[type] : undefined
  if (around === null || kind === undefined || !/^\d+$/.test(id)) return null
  return closestIn(element, APART_IN_CARD) === null ? { url: new URL(`${kind}${id}`), around } : null
}

const ADDRESS_OF: Readonly<Record<string, string>> = {
  answer: "https://www.zhihu.com/answer/",
  article: "https://zhuanlan.zhihu.com/p/",
  pin: "https://www.zhihu.com/pin/",
}
const APART_IN_CARD = '[class*="Comment"]'

function readComment(entry: Element, into: Gather | null): void {
  if (into === null) return
  gatherDom(into, entry, {
    authorName: ".UserLink-link",
    authorHandle: { css: ".UserLink-link", attribute: "href", pattern: URL_TOKEN },
    authorUrl: { css: ".UserLink-link", attribute: "href" },
    text: ".CommentItemV2-content .RichText, .CommentItem-content .RichText",
    publishedAt: ".CommentItemV2-time, .CommentItem-time",
  })
}
