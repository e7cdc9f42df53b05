/**
 * 豆瓣: topics of groups, statuses, notes and reviews, each document of one of them;
 * what it is about stands in its JSON-LD and in its links (law.md §6.1). The words
 * are read off the page alone: its JSON-LD leaves out characters such as `&`.
 */
import {
  commentIn,
  type DoubanKind,
  doubanPlaces,
  type DoubanPost,
  idInPath,
  postIn,
} from "../../core/places/douban.ts"
import { attributeOf, findIn } from "../unclobbered.ts"
import { onlyComments } from "./comment-page.ts"
import { type DomFields, gatherDom } from "./from-dom.ts"
import { at, gatherJson, listAt, textAt } from "./from-json.ts"
import { type Gather } from "./gather.ts"
import { type Site, type SitePage } from "./site.ts"

export const douban: Site = {
  ...doubanPlaces,
  version: "2026-11-26",
  utcOffsetMinutes: 480,
  readsLinkedData: true,
  read(page, into) {
    if (page.place.pageType === "profile") readProfile(page, into)
    const post = postIn(page.url)
    if (post === null || isOfAnother(page, post)) return
    const wanted = commentIn(page.url)
    const found = wanted === null ? into : onlyComments(into)
    readLinkedData(page, post, found)
    const kind = KINDS[post.kind]
    const roots = findIn(page.root, kind.root(post.id))
    const [root] = roots
    if (root === undefined || roots.length > 1 || findIn(root, kind.sign).length === 0) return
    gatherDom(found, root, kind.fields, APART)
    gatherDom(found, root, kind.again, APART)
    gatherDom(found, root, REACTIONS, APART)
    for (const entry of findIn(page.root, COMMENT)) {
      readComment(entry, attributeOf(entry, "data-cid") === wanted ? into : into.comment())
    }
  },
}

interface Kind {
  /** Where all of the post stands, by its number. */
  readonly root: (id: string) => string
  /** What has to stand there: without it, it is a notice. */
  readonly sign: string
  readonly fields: DomFields
  /** What stands in a second place too. */
  readonly again: DomFields
}

/** A button says what it is for, and its number behind that. */
const REACTIONS: DomFields = {
  likes: { css: ".react-btn", pattern: /^赞\s*(\d[\d,.]*)$/ },
  collects: { css: ".react-btn", pattern: /^收藏\s*(\d[\d,.]*)$/ },
}

const COMMENT = "li.comment-item[data-cid], div.comment-item[data-cid]"
/** Comments, what else there is to read, who is signed in; posts of others in a status. */
const APART =
  ".comment-item, #comments, .comments-wrapper, .topic-reply, .aside, .global-nav, .nav, .status-item, .recommend"
const PERSON = /\/people\/([^/?#]+)/
const personAt = (css: string): DomFields => ({
  authorName: css,
  authorId: { css, attribute: "href", pattern: PERSON },
  authorUrl: { css, attribute: "href" },
})

const TOPIC: Kind = {
  root: () => "#content",
  sign: ".topic-doc",
  fields: {
    ...personAt('.topic-doc h3 .from a[href*="/people/"]'),
    publishedAt: [".topic-doc h3 .create-time", ".topic-doc h3 > .color-green:not(.create-ip)"],
    ipLocation: ".topic-doc h3 .create-ip",
    text: [
      ".topic-doc .topic-richtext",
      "#link-report .rich-content",
      "#link-report .topic-content",
      "#link-report",
      ".topic-doc .topic-content",
    ],
    title: "h1",
    media: { css: "#link-report img", attribute: "src" },
  },
  again: { authorName: { css: "#topic-content > .user-face img", attribute: "alt" } },
}

const STATUS: Kind = {
  root: id => `.status-item[data-sid="${id}"]`,
  sign: ".hd",
  fields: {
    ...personAt('.hd .text a.lnk-people[href*="/people/"]'),
    publishedAt: [
      { css: ".actions .created_at", attribute: "title" },
      ".actions .created_at",
      ".hd .pubtime",
    ],
    text: [".status-saying blockquote", ".status-saying > p"],
    media: { css: ".status-images img, .pics-wrapper img", attribute: "src" },
  },
  again: {},
}

const NOTE: Kind = {
  root: id => `#note-${id}`,
  sign: ".note-header",
  fields: {
    ...personAt('.note-header a.note-author[href*="/people/"]'),
    publishedAt: ".note-header .pub-date",
    ipLocation: ".note-header .pub-ip, .note-header .create-ip",
    title: ".note-header h1",
    text: ["#link-report .note", "#link-report"],
    media: { css: "#link-report img", attribute: "src" },
  },
  again: {},
}

const REVIEW: Kind = {
  root: () => "#content .article",
  sign: ".main-hd",
  fields: {
    authorName: ['.main-hd [property="v:reviewer"]', '.main-hd > a[href*="/people/"]:not(.avatar)'],
    authorId: { css: '.main-hd > a[href*="/people/"]:not(.avatar)', attribute: "href", pattern: PERSON },
    authorUrl: { css: '.main-hd > a[href*="/people/"]:not(.avatar)', attribute: "href" },
    publishedAt: ['.main-hd [property="v:dtreviewed"]', ".main-hd .main-meta"],
    title: ['h1 [property="v:summary"]', "h1"],
    text: [".review-content", '[property="v:description"]'],
    media: { css: ".review-content img", attribute: "src" },
    reposts: { css: ".main-ft .rec-num", pattern: /^(\d[\d,.]*)$/ },
  },
  again: { authorName: { css: ".review-content", attribute: "data-author" } },
}

const KINDS: Readonly<Record<DoubanKind, Kind>> = { topic: TOPIC, status: STATUS, note: NOTE, review: REVIEW }

/** What the page says in its head of where it is, names another post of that kind. */
function isOfAnother(page: SitePage, { kind, id }: DoubanPost): boolean {
  const said = [
    ...findIn(page.root, 'head link[rel="canonical"]').map(link => attributeOf(link, "href") ?? ""),
    ...findIn(page.root, 'head meta[property="og:url"], head meta[name="mobile-agent"]').map(meta =>
      (attributeOf(meta, "content") ?? "").replace(/^.*\burl=/, ""),
    ),
    ...page.data.ofType("application/ld+json").map(json => textAt(json, "url")),
  ]
  return said.some(address => {
    const path = address.startsWith("/") ? address : URL.canParse(address) ? new URL(address).pathname : ""
    const other = idInPath(kind, path)
    return other !== undefined && other !== id
  })
}

function readLinkedData(page: SitePage, { kind, id }: DoubanPost, into: Gather): void {
  for (const json of page.data.ofType("application/ld+json")) {
    const address = textAt(json, "url")
    const path = URL.canParse(address, page.url.origin) ? new URL(address, page.url.origin).pathname : ""
    if (idInPath(kind, path) !== id) continue
    gatherJson(
      into,
      json,
      "JSON-LD",
      {
        authorName: "author.name",
        publishedAt: ["dateCreated", "datePublished"],
        comments: "commentCount",
      },
      "json-ld",
    )
    const statistics = listAt(json, "interactionStatistic")
    for (const one of statistics.length > 0 ? statistics : [at(json, "interactionStatistic")]) {
      if (!textAt(one, "interactionType").endsWith("/LikeAction")) continue
      gatherJson(into, one, "JSON-LD.interactionStatistic", { likes: "userInteractionCount" }, "json-ld")
    }
  }
}

function readComment(entry: Element, into: Gather | null): void {
  if (into === null) return
  const author =
    '.reply-doc h4 > a[href*="/people/"], .comment-header > a[href*="/people/"], .header > a[href*="/people/"]'
  const time = ".pubtime, .comment-time, .time"
  into.add("postId", attributeOf(entry, "data-cid"), "dom", "@data-cid")
  gatherDom(
    into,
    entry,
    {
      ...personAt(author),
      text: [".reply-content", ".comment-content", ".comment-text"],
      publishedAt: { css: time, pattern: /^(\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2}(?::\d{2})?)?)/ },
      ipLocation: { css: time, pattern: /\s([\u4e00-\u9fff]{2,8})$/ },
    },
    ".reply-quote, .reply-list, .comment-item",
  )
}

function readProfile({ url, root }: SitePage, into: Gather): void {
  into.add("authorId", PERSON.exec(url.pathname)?.[1], "url", "address")
  into.add("authorUrl", `${url.origin}${url.pathname}`, "url", "address")
  gatherDom(
    into,
    root,
    { authorName: "#db-usr-profile .info h1", ipLocation: ".user-info .ip-location" },
    // In the heading, behind the name, stands what its owner says of themselves.
    "#db-usr-profile h1 > *, form",
  )
  // A name that more stands behind is another one than the portrait's: neither is then taken for certain.
  gatherDom(into, root, { authorName: { css: "#db-usr-profile .pic img", attribute: "alt" } })
}
