/**
 * 快手: on the desktop `__APOLLO_STATE__` holds a video and its author as entries
 * that name each other; on mobile hosts `INIT_STATE` holds it under a key that
 * changes (law.md §6.1). What is shown has no address of its own, and the next
 * video slides into its place: it is read only where the data is of the same video.
 */
import { kuaishouPlaces, PROFILE, videoIn } from "../../core/places/kuaishou.ts"
import { findIn } from "../unclobbered.ts"
import { aroundComment, onlyComments } from "./comment-page.ts"
import { gatherDom } from "./from-dom.ts"
import { at, gatherJson, type JsonFields, listAt, textAt } from "./from-json.ts"
import { type Gather } from "./gather.ts"
import { type Site, type SitePage } from "./site.ts"

export const kuaishou: Site = {
  ...kuaishouPlaces,
  version: "2026-11-26",
  utcOffsetMinutes: 480,
  read(page, into) {
    if (page.place.pageType === "profile") readProfile(page, into)
    const { pageType, postId } = page.place
    if (pageType === "comment") readApollo(aroundComment(page, videoIn(page.url)), into, postId)
    if (pageType !== "post") return
    if (readApollo(page, into)) readShown(page, into)
    readInit(page, into)
  },
}

interface Entry {
  readonly key: string
  readonly value: unknown
}

const PHOTO: JsonFields = {
  postId: "id",
  text: "caption",
  publishedAt: "timestamp",
  views: "viewCount",
  likes: ["realLikeCount", "likeCount"],
  comments: "commentCount",
  media: "coverUrl",
}

/**
 * @param wanted the number of the comment that the address names, which is the post then
 * @returns whether the page's data is of the video in the address
 */
function readApollo({ place, data }: SitePage, into: Gather, wanted: string | null = null): boolean {
  const id = place.postId ?? ""
  const found = wanted === null ? into : onlyComments(into)
  let isOwn = false
  for (const state of data.assigned("__APOLLO_STATE__")) {
    const entries = entriesOf(at(state, "defaultClient"))
    const entryOf = (key: string) => entries.find(entry => entry.key === key)
    const photo = entryOf(`VisionVideoDetailPhoto:${id}`)
    if (photo === undefined || textAt(photo.value, "id") !== id) continue
    isOwn = true
    gatherJson(found, photo.value, photo.key, PHOTO)
    // Which of the authors is the video's own, only the answer that names both says.
    const answers = entries.filter(({ value }) => textAt(value, "photo.id") === photo.key)
    for (const key of new Set(answers.map(({ value }) => textAt(value, "author.id")))) {
      gatherJson(found, entryOf(key)?.value, key, { authorName: "name", authorId: "id" })
    }
    for (const { key, value } of entries) {
      if (!/\bvisionCommentList\(/.test(key) || !key.includes(`"photoId":"${id}"`)) continue
      for (const comment of listAt(value, "rootComments")) {
        const entry = entryOf(textAt(comment, "id"))
        const isWanted = wanted !== null && textAt(entry?.value, "commentId") === wanted
        readComment(entry, isWanted ? into : into.comment())
      }
    }
  }
  return isOwn
}

const entriesOf = (json: unknown): Entry[] =>
  typeof json === "object" && json !== null
    ? Object.entries(json).map(([key, value]) => ({ key, value: value as unknown }))
    : []

function readComment(entry: Entry | undefined, into: Gather | null): void {
  if (into === null || entry === undefined) return
  gatherJson(into, entry.value, "VisionCommentItem", {
    postId: "commentId",
    authorName: "authorName",
    authorId: "authorId",
    text: "content",
    publishedAt: "timestamp",
    likes: ["realLikedCount", "likedCount"],
  })
}

function readInit({ url, place, data }: SitePage, into: Gather): void {
  for (const state of data.assigned("INIT_STATE")) {
    for (const { value } of entriesOf(state)) {
      const photo = at(value, "photo")
      const shared = new URLSearchParams(textAt(photo, "share_info"))
      const ids = [textAt(photo, "photoId"), shared.get("photoId")]
      // The number of a video is another way to write its id; addresses that were shared name both.
      const isOwn = ids.some(id => id !== null && id !== "" && [place.postId, sharedNumber(url)].includes(id))
      if (!isOwn) continue
      const name = "INIT_STATE[…].photo"
      gatherJson(into, photo, name, {
        authorName: "userName",
        authorId: "userEid",
        text: "caption",
        publishedAt: "timestamp",
        views: "viewCount",
        likes: "likeCount",
        comments: "commentCount",
        reposts: "shareCount",
        media: "coverUrls.0.url",
      })
      into.add("authorId", shared.get("userId"), "page-json", `${name}.share_info`)
      if (shared.get("photoId") === place.postId) {
        into.add("postId", shared.get("photoId"), "page-json", `${name}.share_info`)
      }
    }
  }
}

/** Only where the address says itself that both are of one video. */
const sharedNumber = ({ searchParams }: URL): string | null => searchParams.get("shareObjectId")

function readShown({ root }: SitePage, into: Gather): void {
  const shown = findIn(root, ".short-video-info")
  const [info] = shown
  if (info === undefined || shown.length > 1) return
  gatherDom(
    into,
    info,
    {
      authorName: ".profile-user-name-title",
      authorId: { css: 'a[href*="/profile/"]', attribute: "href", pattern: /\/profile\/([0-9A-Za-z_-]+)/ },
      authorUrl: { css: 'a[href*="/profile/"]', attribute: "href" },
      publishedAt: ".photo-time",
      text: ".video-info-title",
    },
    ".comment-container, .comment-list, .comment-item, .recommend-list",
  )
}

function readProfile({ url, data }: SitePage, into: Gather): void {
  const uid = PROFILE.exec(url.pathname)?.[1]
  into.add("authorId", uid, "url", "address")
  into.add("authorUrl", `${url.origin}${url.pathname}`, "url", "address")
  for (const state of data.assigned("__APOLLO_STATE__")) {
    // The reader's own entry has another number.
    for (const { key, value } of entriesOf(at(state, "defaultClient"))) {
      if (uid !== undefined && textAt(value, "user_id") === uid) {
        gatherJson(into, value, key, { authorName: "user_name" })
      }
    }
  }
}
