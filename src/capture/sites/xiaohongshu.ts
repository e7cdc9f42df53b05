/**
 * 小红书: a note's data stands in `__INITIAL_STATE__`, which holds bare `undefined`,
 * by the note's id, and on phones in `__SETUP_SERVER_STATE__`; what is shown stands
 * in `#noteContainer` (law.md §6.1). Opened over a list, the data is of the page
 * below: then only what is shown is read.
 */
import { commentIn, noteIn, xiaohongshuPlaces } from "../../core/places/xiaohongshu.ts"
import { attributeOf, closestIn, findIn } from "../unclobbered.ts"
import { aroundComment, onlyComments } from "./comment-page.ts"
import { gatherDom } from "./from-dom.ts"
import { at, gatherJson, type JsonFields, keysAt, listAt, textAt } from "./from-json.ts"
import { type Gather } from "./gather.ts"
import { type Site, type SitePage } from "./site.ts"

export const xiaohongshu: Site = {
  ...xiaohongshuPlaces,
  version: "2026-11-26",
  utcOffsetMinutes: 480,
  read(page, into) {
    if (page.place.pageType === "profile") readProfile(page, into)
    const note = noteIn(page.url)
    if (note !== null) readNote(aroundComment(page, note), commentIn(page.url), into)
  },
}

const NOTE: JsonFields = {
  postId: ["noteId", "id"],
  authorName: ["user.nickname", "user.nickName"],
  authorId: "user.userId",
  ipLocation: "ipLocation",
  publishedAt: "time",
  title: "title",
  reposts: "interactInfo.shareCount",
  comments: "interactInfo.commentCount",
  likes: "interactInfo.likedCount",
  collects: "interactInfo.collectedCount",
}

/** @param wanted the number of the comment that the address names, which is the post then */
function readNote(page: SitePage, wanted: string | null, into: Gather): void {
  const id = page.place.postId ?? ""
  const found = wanted === null ? into : onlyComments(into)
  let isOther = false
  for (const [name, state] of statesOf(page)) {
    const own = placesOf(id).filter(({ note }) => isNote(at(state, note), id))
    for (const { note, comments } of own) {
      readState(at(state, note), `${name}.${note}`, found)
      for (const comment of listAt(state, comments)) {
        const isWanted = textAt(comment, "id") === wanted
        readSent(comment, `${name}.${comments}`, isWanted ? into : into.comment())
      }
    }
    isOther ||= own.length === 0 && keysAt(state, "note.noteDetailMap").some(key => key !== id)
  }
  const containers = findIn(page.root, "#noteContainer")
  const shown = containers.length === 1 ? containers[0] : undefined
  if (shown === undefined) return
  // Over a list, the layer around it says which note it is; else the page's data may say that it is another.
  const layer = closestIn(shown, "[note-id]")
  if (layer === null ? isOther : attributeOf(layer, "note-id") !== id) return
  readShown(shown, found)
  for (const entry of findIn(shown, ".comment-item")) {
    readComment(entry, attributeOf(entry, "id") === `comment-${wanted ?? ""}` ? into : into.comment())
  }
}

const statesOf = ({ data }: SitePage) =>
  ["__INITIAL_STATE__", "__SETUP_SERVER_STATE__"].flatMap(name =>
    data.assigned(name).map(state => [name, state] as const),
  )

/** Where a note stands; on phones, the comments that were sent with it too, which others show. */
const placesOf = (id: string) => [
  { note: `note.noteDetailMap.${id}.note`, comments: "" },
  { note: "noteData.data.noteData", comments: "noteData.data.commentData.comments" },
  {
    note: "LAUNCHER_SSR_STORE_PAGE_DATA.noteData",
    comments: "LAUNCHER_SSR_STORE_PAGE_DATA.commentData.comments",
  },
]

const isNote = (note: unknown, id: string): boolean =>
  [textAt(note, "noteId"), textAt(note, "id")].includes(id)

function readSent(comment: unknown, name: string, into: Gather | null): void {
  if (into === null) return
  gatherJson(into, comment, name, {
    postId: "id",
    authorName: ["userInfo.nickname", "user.nickname", "user.nickName"],
    authorId: ["userInfo.userId", "user.userId"],
    ipLocation: "ipLocation",
    publishedAt: ["createTime", "time"],
    text: "content",
    likes: "likeCount",
  })
}

function readState(note: unknown, name: string, into: Gather): void {
  gatherJson(into, note, name, NOTE)
  // Written when it was made, too: an edit is later. Alone it may be either.
  if (!["", textAt(note, "lastUpdateTime")].includes(textAt(note, "time"))) {
    gatherJson(into, note, name, { editedAt: "lastUpdateTime" })
  }
  // `#词[话题]#` in the data is `#词` on the page.
  into.add("text", textAt(note, "desc").replaceAll("[话题]#", ""), "page-json", `${name}.desc`)
  const pictures = listAt(note, "imageList").map(
    picture => textAt(picture, "urlDefault") || textAt(picture, "url"),
  )
  into.add("media", pictures.filter(Boolean).join("\n"), "page-json", `${name}.imageList`)
}

const COMMENTS = ".comments-el, .comments-container, .comment-item"
const EDIT = String.raw`(?:编辑于|編輯於|Edited(?: on)?)\s*`
/** A region follows a day, or how long ago it was; in English it has spaces. */
const AREA = String.raw`(?:\s[\u4e00-\u9fff]{2,8}|(?<=\d|ago)\s[A-Z][A-Za-z .'-]{2,40})`
const REGION = new RegExp(`(${AREA})$`)
const EDITED = new RegExp(`^${EDIT}(.+?)${AREA}?$`)
const PUBLISHED = new RegExp(`^(?!${EDIT})(.+?)${AREA}?$`)

function readShown(note: Element, into: Gather): void {
  gatherDom(
    into,
    note,
    {
      authorName: [".author-wrapper .username", ".author-wrapper .name"],
      authorId: {
        css: '.author-wrapper a[href*="/user/profile/"]',
        attribute: "href",
        pattern: /\/user\/profile\/([0-9a-f]{24})/,
      },
      authorUrl: { css: '.author-wrapper a[href*="/user/profile/"]', attribute: "href" },
      title: "#detail-title",
      text: "#detail-desc",
      publishedAt: { css: ".bottom-container .date", pattern: PUBLISHED },
      editedAt: { css: ".bottom-container .date", pattern: EDITED },
      ipLocation: { css: ".bottom-container .date", pattern: REGION },
      likes: ".interact-container .like-wrapper .count",
      collects: ".interact-container .collect-wrapper .count",
      comments: ".interact-container .chat-wrapper .count",
      media: { css: ".media-container img, .swiper-slide img", attribute: "src" },
    },
    COMMENTS,
  )
}

function readComment(entry: Element, into: Gather | null): void {
  if (into === null) return
  const replies = ".reply-container"
  gatherDom(
    into,
    entry,
    {
      authorName: ".author-wrapper .name",
      authorId: {
        css: '.author-wrapper a[href*="/user/profile/"]',
        attribute: "href",
        pattern: /\/user\/profile\/([0-9a-f]{24})/,
      },
      authorUrl: { css: '.author-wrapper a[href*="/user/profile/"]', attribute: "href" },
      text: ".note-text",
      publishedAt: ".info .date > span:first-child",
      ipLocation: ".info .location",
      likes: ".info .like-wrapper .count",
    },
    replies,
  )
  const [, id] = /^comment-([0-9a-f]{24})$/.exec(attributeOf(entry, "id") ?? "") ?? []
  into.add("postId", id, "dom", ".comment-item @id")
}

function readProfile({ url, root, data }: SitePage, into: Gather): void {
  into.add("authorId", /\/profile\/([0-9a-f]{24})/.exec(url.pathname)?.[1], "url", "address")
  into.add("authorUrl", `${url.origin}${url.pathname}`, "url", "address")
  for (const state of data.assigned("__INITIAL_STATE__")) {
    const name = "user.userPageData.basicInfo"
    gatherJson(into, at(state, name), `__INITIAL_STATE__.${name}`, {
      authorName: "nickname",
      authorHandle: "redId",
      ipLocation: "ipLocation",
    })
  }
  gatherDom(into, root, {
    authorName: ".user-info .user-name",
    authorHandle: { css: ".user-info .user-redId", pattern: /小红书号[:：]\s*(\S+)/ },
    ipLocation: ".user-info .user-IP",
  })
}
