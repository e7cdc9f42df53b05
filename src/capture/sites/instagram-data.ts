/**
 * Instagram's data: it stands in scripts that are nothing but data, deep inside
 * what the site's parts say to each other. Where it stands there changes; that a
 * post has its letters, and a comment its number, does not.
 */
import { type InstagramPost, instagramPostIn } from "../../core/places/instagram.ts"
import { attributeOf } from "../unclobbered.ts"
import { elementsAt } from "./from-dom.ts"
import { at, gatherJson, listAt, textAt } from "./from-json.ts"
import { type Gather } from "./gather.ts"
import { type SitePage } from "./site.ts"

/** As many values as a page is asked for. */
const MOST_VALUES = 400_000

/** All objects of the page's data. */
function objectsIn({ data }: SitePage): object[] {
  // Older pages have it in a variable; it is not asked for where no script speaks of it.
  const isOld = data.texts().some(text => text.includes("_sharedData"))
  const waiting: unknown[] = [
    ...data.ofType("application/json"),
    ...(isOld ? data.assigned("_sharedData") : []),
  ]
  const found: object[] = []
  for (const value of waiting) {
    if (typeof value !== "object" || value === null) continue
    if (!Array.isArray(value)) found.push(value)
    if (waiting.length > MOST_VALUES) break
    for (const inner of Object.values(value)) waiting.push(inner)
  }
  return found
}

const isStory = (id: string): boolean => /^\d{13,20}$/.test(id)

/** @param id a post's letters, or a story's digits */
export function readMedia(page: SitePage, id: string, into: Gather): void {
  const names = isStory(id) ? ["pk"] : ["code", "shortcode"]
  const isOwn = (value: unknown) =>
    names.some(name => at(value, name) === id) &&
    ["taken_at", "taken_at_timestamp"].some(name => textAt(value, name) !== "")
  for (const object of objectsIn(page)) {
    if (isOwn(object)) readOne(object, `{${names.join("|")}: ${id}}`, into)
    // A story has its author above it, once for all that stand there.
    if (isStory(id) && listAt(object, "items").some(isOwn)) {
      gatherJson(into, object, "{items}", {
        authorName: "user.full_name",
        authorHandle: "user.username",
        authorId: "user.pk",
      })
    }
  }
}

function readOne(media: object, name: string, into: Gather): void {
  gatherJson(into, media, name, {
    authorName: ["user.full_name", "owner.full_name"],
    authorHandle: ["user.username", "owner.username"],
    authorId: ["user.pk", "owner.pk", "owner.id"],
    publishedAt: ["taken_at", "taken_at_timestamp"],
    text: ["caption.text", "edge_media_to_caption.edges.0.node.text"],
    comments: ["comment_count", "edge_media_to_parent_comment.count", "edge_media_to_comment.count"],
  })
  // Where its author hides how many, the data has a number all the same, which is not how many.
  if (at(media, "like_and_view_counts_disabled") !== true) {
    gatherJson(into, media, name, {
      likes: ["like_count", "edge_media_preview_like.count"],
      views: ["play_count", "video_view_count", "view_count"],
    })
  }
  const pictures = [media, ...listAt(media, "carousel_media")].map(
    picture => textAt(picture, "image_versions2.candidates.0.url") || textAt(picture, "display_url"),
  )
  into.add("media", pictures.filter(Boolean).join("\n"), "page-json", `${name}.image_versions2`)
}

/**
 * A comment's link names the post and the comment; its words are those that the
 * data has under that number. One that the address names is the post then.
 */
export function readComments(page: SitePage, { code, comment: wanted }: InstagramPost, into: Gather): void {
  const links = new Map<string, { readonly link: Element; readonly parent: string | null }>()
  for (const link of elementsAt(page.root, 'a[href*="/c/"]')) {
    const address = attributeOf(link, "href") ?? ""
    const named = URL.canParse(address, page.url) ? instagramPostIn(new URL(address, page.url)) : null
    if (named?.code !== code || named.comment === null || links.has(named.comment.id)) continue
    const { id, parent } = named.comment
    links.set(id, { link, parent: parent === code ? null : parent })
  }
  if (links.size === 0 || (wanted !== null && !links.has(wanted.id))) return
  const said = objectsIn(page).filter(object => typeof at(object, "text") === "string")
  for (const [id, { link, parent }] of links) {
    const comment = id === wanted?.id ? into : into.comment()
    comment?.add("postId", id, "dom", "a @href")
    comment?.add("permalink", attributeOf(link, "href"), "dom", "a @href")
    comment?.add("parent", parent, "dom", "a @href")
    for (const time of elementsAt(link, "time")) {
      comment?.add("publishedAt", attributeOf(time, "datetime"), "dom", "a time @datetime")
    }
    for (const object of said.filter(each => textAt(each, "pk") === id)) {
      if (comment === null) break
      gatherJson(comment, object, `{pk: ${id}}`, {
        authorName: "user.full_name",
        authorHandle: "user.username",
        authorId: "user.pk",
        publishedAt: "created_at",
        text: "text",
        likes: "comment_like_count",
        comments: "child_comment_count",
      })
    }
  }
}

export function readAccountData(page: SitePage, account: string, into: Gather): void {
  for (const object of objectsIn(page)) {
    if (at(object, "username") !== account) continue
    gatherJson(into, object, `{username: ${account}}`, { authorName: "full_name", authorId: "pk" })
  }
}
