/**
 * 哔哩哔哩: videos and articles stand in `__INITIAL_STATE__` with their ids (law.md
 * §6.1). The site leaves it behind as its reader goes on to the next video, so it
 * counts by the id only; what is shown counts where nothing on the page names
 * another.
 */
import { bilibiliPlaces, commentIn, partOf } from "../../core/places/bilibili.ts"
import { attributeOf, findIn } from "../unclobbered.ts"
import { readComments } from "./bilibili-comments.ts"
import { aroundComment, onlyComments } from "./comment-page.ts"
import { gatherDom } from "./from-dom.ts"
import { at, gatherJson, listAt, textAt } from "./from-json.ts"
import { type Gather } from "./gather.ts"
import { type Site, type SitePage } from "./site.ts"

export const bilibili: Site = {
  ...bilibiliPlaces,
  version: "2026-11-26",
  utcOffsetMinutes: 480,
  read(page, into) {
    const { kind = null, id = null } = partOf(page.url) ?? {}
    if (kind === "space") readSpace(page, into)
    if (kind === null || kind === "space") return
    // Its comments do not say their numbers: which one is meant is not known.
    const comment = commentIn(page.url)
    into.add("parent", comment?.parent, "url", "address")
    const post = aroundComment(page, id)
    const found = comment === null ? into : onlyComments(into)
    if (kind === "video") readVideo(post, found)
    if (kind === "opus") {
      readOpus(post, found)
      if (page.url.hostname === "t.bilibili.com") readMoment(page.root, found)
    }
  },
}

/** The ids of what the page's data is of, on the desktop and on phones. */
const VIDEOS = ["videoData", "video.viewInfo"]

const idsOf = (video: unknown): string[] => {
  const [bvid, aid] = [textAt(video, "bvid"), textAt(video, "aid")]
  return [bvid, aid === "" ? "" : `av${aid}`].filter(Boolean)
}

/** Letters of BV ids differ by their case; those of `av` do not. */
const isId = (given: string, wanted: string): boolean =>
  given === wanted || (/^av\d+$/i.test(wanted) && given.toLowerCase() === wanted.toLowerCase())

function readVideo({ root, data, place }: SitePage, into: Gather): void {
  const id = place.postId ?? ""
  const names = new Set([id])
  let isOther = false
  for (const state of data.assigned("__INITIAL_STATE__")) {
    for (const path of VIDEOS) {
      const video = at(state, path)
      const ids = idsOf(video)
      if (ids.some(known => isId(known, id))) {
        for (const known of ids) names.add(known)
        readVideoData(video, `__INITIAL_STATE__.${path}`, into)
      } else isOther ||= ids.length > 0
    }
  }
  const heads = findIn(root, 'link[rel="canonical"], meta[itemprop="url"], meta[property="og:url"]').flatMap(
    element =>
      /\/video\/(\w+)/.exec(attributeOf(element, "href") ?? attributeOf(element, "content") ?? "")?.[1] ?? [],
  )
  const isOwn = heads.length > 0 && heads.every(head => [...names].some(name => isId(head, name)))
  if (!isOwn || isOther) return
  readShownVideo(root, into)
  readHead(root, into)
  readComments(root, into)
}

function readVideoData(video: unknown, name: string, into: Gather): void {
  gatherJson(into, video, name, {
    authorName: "owner.name",
    authorId: "owner.mid",
    publishedAt: "pubdate",
    title: "title",
    media: "pic",
    views: "stat.view",
    reposts: "stat.share",
    comments: "stat.reply",
    likes: "stat.like",
    collects: "stat.favorite",
  })
  // A dash stands for no words.
  const words = at(video, "desc")
  if (typeof words === "string" && words.trim() !== "-") into.add("text", words, "page-json", `${name}.desc`)
}

const NUMBER = /^([\d.,]+\s*[万亿]?)$/

function readShownVideo(root: Element, into: Gather): void {
  const author = ".up-info-container a.up-name, .up-panel-container a.up-name"
  gatherDom(into, root, {
    title: [{ css: "h1.video-title", attribute: "title" }, { css: "h1.video-title, .video-info-title h1" }],
    authorName: author,
    authorId: { css: author, attribute: "href", pattern: /space\.bilibili\.com\/(\d+)/ },
    authorUrl: { css: author, attribute: "href", pattern: /^(.*space\.bilibili\.com\/\d+.*)$/ },
    publishedAt: {
      css: ".video-info-detail .pubdate-ip-text, .video-info-detail .pubdate-text",
      pattern: /^(\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2})/,
    },
    text: { css: "#v_desc .desc-info-text, #v_desc .basic-desc-info", pattern: /^(?!-$)([^]+)$/ },
    views: { css: ".video-info-detail .view-text", pattern: NUMBER },
    likes: { css: ".video-toolbar-left .video-like-info", pattern: NUMBER },
    collects: { css: ".video-toolbar-left .video-fav-info", pattern: NUMBER },
    reposts: { css: ".video-toolbar-left .video-share-info-text", pattern: NUMBER },
  })
  gatherDom(into, root, {
    publishedAt: { css: 'meta[itemprop="datePublished"]', attribute: "content" },
  })
}

const SUMMARY =
  /视频播放量 (\d+)、弹幕量 \d+、点赞数 (\d+)、投硬币枚数 \d+、收藏人数 (\d+)、转发人数 (\d+), 视频作者/g

/** The page's summary for machines; it has the author's words in it, which could say the like. */
function readHead(root: Element, into: Gather): void {
  gatherDom(
    into,
    root,
    {
      comments: { css: 'meta[itemprop="commentCount"]', attribute: "content" },
      // What stands behind the sign is the size that it is sent in.
      media: { css: 'meta[itemprop="thumbnailUrl"]', attribute: "content", pattern: /^([^@]+)/ },
    },
    undefined,
    "meta",
  )
  for (const summary of findIn(root, 'meta[name="description"]')) {
    const said = [...(attributeOf(summary, "content") ?? "").matchAll(SUMMARY)]
    const [, views, likes, collects, reposts] = said.length === 1 ? (said[0] ?? []) : []
    const where = 'meta[name="description"]'
    into.add("views", views, "meta", where)
    into.add("likes", likes, "meta", where)
    into.add("collects", collects, "meta", where)
    into.add("reposts", reposts, "meta", where)
  }
}

const OPUS = ["detail", "opus.detail"]

function readOpus({ root, data, place }: SitePage, into: Gather): void {
  let isOther = false
  for (const state of data.assigned("__INITIAL_STATE__")) {
    for (const path of OPUS) {
      const detail = at(state, path)
      const id = textAt(detail, "id_str")
      if (id === place.postId) readModules(detail, `__INITIAL_STATE__.${path}.modules`, into)
      else isOther ||= id !== ""
    }
  }
  const shown = findIn(root, ".opus-detail, .bili-opus-view")
  const [opus] = shown
  if (isOther || opus === undefined || shown.length !== 1) return
  gatherDom(into, opus, {
    title: ".opus-module-title__text",
    authorName: ".opus-module-author__name",
    publishedAt: { css: ".opus-module-author__pub__text", pattern: /^(?!编辑于)([\d年月日:\s-]+)/ },
    editedAt: { css: ".opus-module-author__pub__text", pattern: /^(编辑于[\d年月日:\s-]+)/ },
    text: ".opus-module-content",
    media: {
      css: ".opus-module-top .horizontal-scroll-album__pic__img img, .opus-module-content .opus-para-pic img",
      attribute: "src",
    },
  })
  readComments(root, into)
}

/** What a moment passes on stands in it, marked so. */
const PASSED_ON = ".bili-dyn-content__orig.reference, .bili-dyn-content__orig__author"

const WORDS = ".bili-rich-text__content"

/** A moment on a page of its own: nothing in it says its number, so it counts where it is the only one. */
function readMoment(root: Element, into: Gather): void {
  const moments = findIn(root, ".bili-dyn-item")
  const [moment] = moments
  if (moment === undefined || moments.length > 1 || findIn(root, ".opus-detail, .bili-opus-view").length > 0)
    return
  gatherDom(
    into,
    moment,
    {
      authorName: ".bili-dyn-item__header .bili-dyn-title__text",
      authorId: { css: ".bili-dyn-item__following", attribute: "data-mid", pattern: /^(\d+)$/ },
      // How long ago, or a day; behind it may stand what was done.
      publishedAt: {
        css: ".bili-dyn-item__header .bili-dyn-time",
        pattern:
          /^((?:\d{4}年)?\d{1,2}月\d{1,2}日(?: \d{1,2}:\d{2})?|昨天 \d{1,2}:\d{2}|\d+(?:分钟|小时|天)前)/,
      },
    },
    PASSED_ON,
  )
  // What passes another on has words of both; what passes none on has one piece of words.
  const isAlone = findIn(moment, WORDS).length === 1
  const css = isAlone ? WORDS : `.bili-dyn-content__forw__desc ${WORDS}`
  gatherDom(into, moment, { text: css }, PASSED_ON)
  // Pictures of what is passed on are none of its own.
  if (!isAlone || findIn(moment, ".bili-dyn-content__forw__desc").length > 0) return
  const media = { css: ".bili-album__preview__picture img", attribute: "src" }
  gatherDom(into, moment, { media }, PASSED_ON)
}

function readModules(detail: unknown, name: string, into: Gather): void {
  into.add("media", picturesIn(detail).join("\n"), "page-json", name)
  for (const [index, module] of listAt(detail, "modules").entries()) {
    const where = `${name}.${String(index)}`
    const isEdited = textAt(module, "module_author.pub_time").startsWith("编辑于")
    gatherJson(into, module, where, {
      title: "module_title.text",
      authorName: "module_author.name",
      authorId: "module_author.mid",
      ...(isEdited ? { editedAt: "module_author.pub_time" } : { publishedAt: "module_author.pub_ts" }),
      reposts: "module_stat.forward.count",
      comments: "module_stat.comment.count",
      likes: "module_stat.like.count",
      collects: "module_stat.favorite.count",
    })
    const paragraphs = listAt(module, "module_content.paragraphs").map(paragraph =>
      listAt(paragraph, "text.nodes")
        .map(node => wordsAt(node, "word.words") || wordsAt(node, "rich.text"))
        .join(""),
    )
    into.add("text", paragraphs.filter(Boolean).join("\n"), "page-json", `${where}.module_content`)
  }
}

/** Above the words stands an album, between them stand pictures. */
const picturesIn = (detail: unknown): readonly string[] =>
  listAt(detail, "modules")
    .flatMap(module => [
      ...listAt(module, "module_top.display.album.pics"),
      ...listAt(module, "module_content.paragraphs").flatMap(each => listAt(each, "pic.pics")),
    ])
    .map(picture => textAt(picture, "url"))
    .filter(Boolean)

function wordsAt(json: unknown, path: string): string {
  const words = at(json, path)
  return typeof words === "string" ? words : ""
}

function readSpace({ url, root }: SitePage, into: Gather): void {
  into.add("authorId", partOf(url)?.id, "url", "address")
  into.add("authorUrl", `${url.origin}/${partOf(url)?.id ?? ""}`, "url", "address")
  gatherDom(into, root, { authorName: "#h-name, .upinfo .nickname" })
}
