/**
 * 今日头条: what a page was made from stands in `RENDER_DATA`, escaped as a part of an
 * address; an article is shown in `.article-content`, a short post (微头条) in
 * `.weitoutiao-html`. The data and the canonical link say which post it is.
 */
import { articleIn, POST, PROFILE, toutiaoPlaces } from "../../core/places/toutiao.ts"
import { attributeOf, findIn, parentOf } from "../unclobbered.ts"
import { aroundComment, onlyComments } from "./comment-page.ts"
import { gatherDom } from "./from-dom.ts"
import { at, gatherJson, type JsonFields, listAt, textAt } from "./from-json.ts"
import { type Gather } from "./gather.ts"
import { markupText } from "./markup-text.ts"
import { type Site, type SitePage } from "./site.ts"
import { wordsOf } from "./words.ts"

export const toutiao: Site = {
  ...toutiaoPlaces,
  version: "2026-11-26",
  utcOffsetMinutes: 480,
  read(page, into) {
    if (page.place.pageType === "profile") readProfile(page, into)
    if (page.place.pageType === "post") readPost(page, into)
    // Its comments do not say their numbers: which one is meant is not known.
    if (page.place.pageType === "comment") {
      readPost(aroundComment(page, articleIn(page.url)), onlyComments(into))
    }
  },
}

function readPost(page: SitePage, into: Gather): void {
  if (isOfAnother(page)) return
  readData(page, into)
  readArticle(page, into)
  readShortPost(page, into)
  for (const entry of findIn(page.root, COMMENT)) readComment(entry, into.comment())
}

const ID_KEYS = ["itemId", "item_id", "groupId", "group_id", "threadId", "thread_id", "gid"] as const
/** Where the post that the page was made for stands in its data. */
const PLACES = ["data", "articleInfo", "data.articleInfo", "data.initialVideo"] as const

const idsOf = (post: unknown): string[] => ID_KEYS.map(key => textAt(post, key)).filter(id => id !== "")

function isOfAnother({ root, place, data }: SitePage): boolean {
  const links = [
    ...findIn(root, 'head link[rel="canonical"]').map(link => attributeOf(link, "href") ?? ""),
    ...findIn(root, 'head meta[property="og:url"]').map(meta => attributeOf(meta, "content") ?? ""),
  ]
  const linked = links.flatMap(address => {
    const id = URL.canParse(address) ? POST.exec(new URL(address).pathname)?.[2] : undefined
    return id === undefined ? [] : [id]
  })
  const state = data.byId("RENDER_DATA")
  const stated = PLACES.map(path => idsOf(at(state, path))).filter(ids => ids.length > 0)
  return [...linked.map(id => [id]), ...stated].some(ids => !ids.includes(place.postId ?? ""))
}

const FIELDS: JsonFields = {
  authorName: ["mediaUser.screenName", "mediaInfo.name", "user.screenName", "user.name", "userInfo.name"],
  authorId: ["mediaUser.id", "mediaInfo.userId", "user.userId", "user.id", "userInfo.userId"],
  authorVerified: ["mediaUser.userAuthInfo.authInfo", "mediaUser.verifiedContent"],
  ipLocation: ["ipLocation", "publishLocInfo"],
  publishedAt: ["publishTime", "publish_time", "createTime", "create_time"],
  title: "title",
  views: ["readCount", "itemCell.itemCounter.readCount"],
  likes: ["likeCount", "diggCount", "itemCell.itemCounter.diggCount"],
  comments: ["commentCount", "itemCell.itemCounter.commentCount"],
  reposts: "itemCell.itemCounter.shareCount",
  collects: "itemCell.itemCounter.repinCount",
}

function readData({ place, data }: SitePage, into: Gather): void {
  const state = data.byId("RENDER_DATA")
  for (const path of PLACES) {
    const post = at(state, path)
    if (!idsOf(post).includes(place.postId ?? "")) continue
    const name = `RENDER_DATA.${path}`
    gatherJson(into, post, name, FIELDS)
    const words = markupText(textAt(post, "content"))
    // A character by a name that is not known would not be the author's.
    if (!/&[a-z]{2,12};/i.test(words)) into.add("text", words, "page-json", `${name}.content`)
    const pictures = listAt(post, "imageList").map(picture => textAt(picture, "url"))
    into.add("media", pictures.filter(Boolean).join("\n"), "page-json", `${name}.imageList`)
  }
}

const COMMENT = ".comment-list > li .comment-info"
const APART =
  ".comment-list, .ttp-comment-wrapper, .detail-side, .right-sidebar, .related-list, .toutiao-header"
const DATE =
  /^((?:\d{4}-)?\d{1,2}-\d{1,2}(?: \d{1,2}:\d{2}(?::\d{2})?)?|\d+\s*(?:分钟|小时|天|周|个月|年)前|(?:昨天|前天)(?: ?\d{1,2}:\d{2})?|刚刚)$/
const REGION = /^((?:发布于|来自|IP属地[:：]?)\s*[\u4e00-\u9fff]{2,8})$/

function readArticle({ root }: SitePage, into: Gather): void {
  const articles = findIn(root, ".article-content").filter(article => findIn(article, "article").length === 1)
  const [article] = articles
  if (article === undefined || articles.length > 1) return
  const author = '.article-meta .name a, .article-meta a[href*="/c/user/"]'
  gatherDom(
    into,
    article,
    {
      authorName: author,
      authorUrl: { css: '.article-meta a[href*="/c/user/"]', attribute: "href" },
      publishedAt: { css: ".article-meta span", pattern: DATE },
      ipLocation: { css: ".article-meta span", pattern: REGION },
      title: "h1",
      text: ["article.syl-article-base", "article.tt-article-content", "article"],
      media: { css: "article img", attribute: "src" },
    },
    APART,
  )
  readCounters(root, into)
}

function readShortPost({ root }: SitePage, into: Gather): void {
  const posts = findIn(root, ".weitoutiao-html")
  const [post] = posts
  if (post === undefined || posts.length > 1) return
  into.add("text", wordsOf(post), "dom", ".weitoutiao-html")
  readCounters(root, into)
  const around = aroundPost(post)
  if (around === null) return
  const author = ".author-info .desc a"
  gatherDom(
    into,
    around,
    {
      authorName: [`${author}.name`, author],
      authorUrl: { css: `${author}[href*="/c/user/"]`, attribute: "href" },
      publishedAt: { css: ".author-info .desc span", pattern: DATE },
      ipLocation: { css: ".author-info .desc span", pattern: REGION },
      media: { css: ".image-list .weitoutiao-img", attribute: "src" },
    },
    APART,
  )
}

/** The part of the page, close by, that says whose words they are; further out, others are named. */
function aroundPost(post: Element): Element | null {
  let around = parentOf(post)
  for (let steps = 1; around !== null && steps < 3; steps++) {
    if (findIn(around, ".author-info").length > 0) break
    around = parentOf(around)
  }
  return around
}

function readCounters(root: Element, into: Gather): void {
  gatherDom(into, root, {
    likes: ".detail-like > span",
    comments: [".detail-interaction-comment > span", ".ttp-comment-wrapper > .title span"],
  })
}

function readComment(entry: Element, into: Gather | null): void {
  if (into === null) return
  gatherDom(
    into,
    entry,
    {
      authorName: ".header a.name, .header .name",
      authorUrl: { css: '.header a[href*="/c/user/"]', attribute: "href" },
      text: ".body > p, p.content",
      publishedAt: { css: ".time, .create-time", pattern: DATE },
    },
    ".reply-list",
  )
}

function readProfile({ url, root }: SitePage, into: Gather): void {
  const [, token, number] = PROFILE.exec(url.pathname) ?? []
  into.add("authorId", token ?? number, "url", "address")
  into.add("authorUrl", `${url.origin}${url.pathname}`, "url", "address")
  gatherDom(into, root, { authorName: ".profile-info-wrapper .name" })
}
