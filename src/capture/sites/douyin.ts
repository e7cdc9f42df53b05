/**
 * 抖音: a work's data stands in `RENDER_DATA` on the desktop and in `_ROUTER_DATA`
 * on shared pages (law.md §6.1). The site leaves the first behind as its reader goes
 * on to the next work, so both count by the id only. What is shown stands under
 * `data-e2e` names. An account is told by its sec_uid, which its address has.
 */
import { douyinPlaces, SEC_UID, workIn } from "../../core/places/douyin.ts"
import { attributeOf, closestIn, findIn } from "../unclobbered.ts"
import { aroundComment, onlyComments } from "./comment-page.ts"
import { elementsAt, gatherDom } from "./from-dom.ts"
import { at, gatherJson, type JsonFields, keysAt, listAt, textAt } from "./from-json.ts"
import { type Gather } from "./gather.ts"
import { type Site, type SitePage } from "./site.ts"
import { wordsOf } from "./words.ts"

export const douyin: Site = {
  ...douyinPlaces,
  version: "2026-11-26",
  utcOffsetMinutes: 480,
  read(page, into) {
    if (page.place.pageType === "profile") readProfile(page, into)
    const { pageType } = page.place
    if (pageType === "post") readPost(page, into)
    // Its comments do not say their numbers: which one is meant is not known.
    if (pageType === "comment") {
      readPost(aroundComment(page, workIn(page.url)?.id ?? null), onlyComments(into))
    }
  },
}

function readPost(page: SitePage, into: Gather): void {
  for (const { work, name } of worksOf(page)) readWork(work, name, into)
  readShown(page, into)
}

/** On the desktop. */
const DETAIL: JsonFields = {
  postId: "awemeId",
  authorName: "authorInfo.nickname",
  authorHandle: "authorInfo.uniqueId",
  authorId: "authorInfo.secUid",
  authorVerified: ["authorInfo.enterpriseVerifyReason", "authorInfo.customVerify"],
  ipLocation: "ipLabel",
  publishedAt: "createTime",
  text: "desc",
  reposts: "stats.shareCount",
  comments: "stats.commentCount",
  likes: "stats.diggCount",
  collects: "stats.collectCount",
}

/** Shared. */
const ITEM: JsonFields = {
  postId: "aweme_id",
  authorName: "author.nickname",
  authorHandle: "author.unique_id",
  authorId: "author.sec_uid",
  authorVerified: ["author.enterprise_verify_reason", "author.custom_verify"],
  ipLocation: "ip_label",
  publishedAt: "create_time",
  text: "desc",
  reposts: "statistics.share_count",
  comments: "statistics.comment_count",
  likes: "statistics.digg_count",
  collects: "statistics.collect_count",
}

const COVER = ["video.cover", "video.coverUrlList.0", "video.cover.urlList.0", "video.cover.url_list.0"]

interface Work {
  readonly work: unknown
  readonly name: string
}

/** What the page's data has under the id of the address; other works stand beside it. */
function worksOf({ data, place }: SitePage): readonly Work[] {
  const rendered = data.byId("RENDER_DATA")
  const found: Work[] = [
    "app.videoDetail",
    "app.noteDetail",
    ...topKeysOf(rendered).map(key => `${key}.aweme.detail`),
    "app.videoInfoRes.item_list.0",
  ].map(path => ({ work: at(rendered, path), name: `RENDER_DATA.${path}` }))
  for (const state of data.assigned("_ROUTER_DATA")) {
    for (const key of keysAt(state, "loaderData")) {
      for (const [index, work] of listAt(state, `loaderData.${key}.videoInfoRes.item_list`).entries()) {
        found.push({ work, name: `_ROUTER_DATA.loaderData.${key}.videoInfoRes.item_list.${String(index)}` })
      }
    }
  }
  return found.filter(({ work }) =>
    [textAt(work, "awemeId"), textAt(work, "aweme_id")].includes(place.postId ?? ""),
  )
}

const topKeysOf = (json: unknown): readonly string[] =>
  keysAt({ json }, "json").filter(key => key !== "app" && !key.includes("."))

function readWork(work: unknown, name: string, into: Gather): void {
  const isItem = textAt(work, "aweme_id") !== ""
  gatherJson(into, work, name, isItem ? ITEM : DETAIL)
  // Nobody but its author is told how often it was played: all others are told none.
  const plays = isItem ? "statistics.play_count" : "stats.playCount"
  if (Number(textAt(work, plays)) > 0) gatherJson(into, work, name, { views: plays })
  const pictures = listAt(work, "images").map(
    picture => textAt(picture, "urlList.0") || textAt(picture, "url_list.0"),
  )
  // A note of pictures has the first of them as its cover.
  if (pictures.length === 0) gatherJson(into, work, name, { media: COVER })
  into.add("media", pictures.filter(Boolean).join("\n"), "page-json", `${name}.images`)
}

const INFO = '[data-e2e="detail-video-info"], [data-e2e="video-info"], .video-info-detail'
const COMMENT = '[data-e2e="comment-item"]'
const APART = `[data-e2e="comment-list"], ${COMMENT}, [data-e2e="related-video"], [data-e2e="recommend-list"]`
/** A button says its number, or what it is for. */
const NUMBER = /^([\d.,]+\s*[万亿wW]?\+?)$/
const COUNTERS = {
  likes: { css: '[data-e2e="video-player-digg"]', pattern: NUMBER },
  comments: { css: '[data-e2e="feed-comment-icon"]', pattern: NUMBER },
  collects: { css: '[data-e2e="video-player-collect"]', pattern: NUMBER },
  reposts: { css: '[data-e2e="video-player-share"]', pattern: NUMBER },
}

/** The work's own part of the page says which one it is. */
function readShown({ root, place }: SitePage, into: Gather): void {
  const infos = findIn(root, INFO).filter(info => attributeOf(info, "data-e2e-aweme-id") === place.postId)
  const details = new Set(infos.map(info => closestIn(info, '[data-e2e="video-detail"]')))
  const layers = new Set(infos.map(info => closestIn(info, '[data-e2e="feed-active-video"]')))
  for (const detail of details) if (detail !== null) readDetail(detail, into)
  for (const layer of layers) if (layer !== null) readLayer(layer, into)
  if (![...details, ...layers].some(part => part !== null)) return
  // The site keeps the comments that it was sent with out of sight, besides those that it shows.
  const known = new Set<string>()
  for (const entry of findIn(root, `[data-e2e="comment-list"] ${COMMENT}`)) {
    const words = wordsOf(entry)
    if (!known.has(words)) readComment(entry, into.comment())
    known.add(words)
  }
}

function readDetail(detail: Element, into: Gather): void {
  gatherDom(
    into,
    detail,
    {
      text: '[data-e2e="detail-video-info"] h1',
      publishedAt: {
        css: '[data-e2e="detail-video-publish-time"]',
        pattern: /^(?:发布时间[:：]\s*)?(.+)$/,
      },
      ...COUNTERS,
    },
    APART,
  )
  readAuthor(detail, '[data-e2e="user-info"] a[href*="/user/"]', into)
}

function readAuthor(part: Element, css: string, into: Gather): void {
  for (const link of elementsAt(part, css, APART)) {
    const href = attributeOf(link, "href") ?? ""
    into.add("authorId", SEC_UID.exec(href)?.[1], "dom", `${css} @href`)
    if (SEC_UID.test(href)) into.add("authorUrl", href, "dom", `${css} @href`)
    // The other link is around the picture, which has words of its own.
    if (findIn(link, "img").length === 0) into.add("authorName", wordsOf(link), "dom", css)
  }
}

function readLayer(layer: Element, into: Gather): void {
  gatherDom(
    into,
    layer,
    {
      authorName: { css: '[data-e2e="feed-video-nickname"]', pattern: /^@(.+)$/ },
      authorId: { css: '[data-e2e="video-avatar"]', attribute: "href", pattern: SEC_UID },
      authorUrl: { css: '[data-e2e="video-avatar"]', attribute: "href" },
      text: '[data-e2e="video-desc"]',
      publishedAt: { css: ".video-create-time", pattern: /^[·\s]*(.+)$/ },
      ...COUNTERS,
    },
    APART,
  )
}

const WRITER = '[class*="comment-item-info-wrap"]'
const WORDS = `${WRITER} + div`
const WHEN = String.raw`刚刚|\d+\s*(?:秒|分钟|小时|天|周|个?月|年)前|(?:昨天|今天|前天)(?:\s?\d{1,2}:\d{2})?|(?:\d{4}-)?\d{1,2}-\d{1,2}(?:\s\d{1,2}:\d{2})?`

function readComment(entry: Element, into: Gather | null): void {
  if (into === null) return
  const person = `${WRITER} a[href*="/user/"]`
  gatherDom(
    into,
    entry,
    {
      authorName: person,
      authorId: { css: person, attribute: "href", pattern: SEC_UID },
      authorUrl: { css: person, attribute: "href" },
      text: WORDS,
      likes: { css: '[class*="comment-item-stats-container"] p', pattern: NUMBER },
    },
    COMMENT,
  )
  gatherDom(
    into,
    entry,
    {
      publishedAt: {
        css: "div, span, p",
        pattern: new RegExp(`^(${WHEN})(?:\\s*[·・]\\s*[\\u4e00-\\u9fff]{2,8})?$`),
      },
      ipLocation: {
        css: "div, span, p",
        pattern: new RegExp(`^(?:${WHEN})\\s*[·・]\\s*([\\u4e00-\\u9fff]{2,8})$`),
      },
    },
    // Beside the name and the words it stands: when, and mostly from where.
    `${COMMENT}, ${WRITER}, ${WORDS}`,
  )
}

function readProfile({ url, root, data }: SitePage, into: Gather): void {
  const id = SEC_UID.exec(url.pathname)?.[1]
  into.add("authorId", id, "url", "address")
  into.add("authorUrl", `${url.origin}${url.pathname}`, "url", "address")
  // `app.user.info` is who is signed in.
  const rendered = data.byId("RENDER_DATA")
  for (const path of topKeysOf(rendered).map(key => `${key}.user.user`)) {
    if (textAt(rendered, `${path}.secUid`) !== id) continue
    gatherJson(into, at(rendered, path), `RENDER_DATA.${path}`, {
      authorName: "nickname",
      authorHandle: "uniqueId",
      authorVerified: ["enterpriseVerifyReason", "customVerify"],
    })
  }
  const details = findIn(root, '[data-e2e="user-detail"]')
  const [detail] = details
  if (details.length !== 1 || detail === undefined) return
  gatherDom(
    into,
    detail,
    {
      authorName: "h1",
      authorHandle: { css: "span, p", pattern: /^抖音号[:：]\s*([\w.-]{2,40})$/ },
      ipLocation: { css: "span, p", pattern: /^(IP属地[:：]\s*\S+)$/ },
    },
    '[data-e2e="user-post-list"]',
  )
}
