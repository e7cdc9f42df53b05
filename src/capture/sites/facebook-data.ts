/**
 * The data of a page of Facebook: answers to many questions, in each of which a
 * post stands in pieces, next to those of others. A piece counts where it has a
 * name of the post: its number, its address, or the number of a piece that has one.
 */
import { type FacebookPost, facebookPostIn } from "../../core/places/facebook.ts"
import { at, gatherJson, type JsonFields, listAt, textAt } from "./from-json.ts"
import { type Gather } from "./gather.ts"
import { type SitePage } from "./site.ts"

export function readData({ data }: SitePage, post: FacebookPost, into: Gather): void {
  const pieces = objectsIn(data.ofType("application/json"))
  const names = namesOf(pieces, post.id)
  if (post.comment === null) {
    for (const piece of pieces) {
      if (isVideo(piece, post.id)) gatherJson(into, piece, "Video", VIDEO)
    }
    for (const piece of pieces) {
      if (names.stories.has(textAt(piece, "id"))) gatherJson(into, piece, "Story", STORY)
    }
    readPictures(
      pieces.filter(piece => names.stories.has(textAt(piece, "id"))),
      into,
    )
    const feedback = feedbackIdsOf(pieces, names)
    for (const piece of pieces) {
      if (feedback.has(textAt(piece, "id"))) gatherJson(into, piece, "Feedback", FEEDBACK)
    }
  }
  readComments(pieces, names, post.comment, into)
}

/** As much as is looked at; a page has some ten thousand. */
const MOST_OBJECTS = 300_000

function objectsIn(given: readonly unknown[]): readonly object[] {
  const found: object[] = []
  const left: unknown[] = [...given].reverse()
  while (left.length > 0 && found.length < MOST_OBJECTS) {
    const each = left.pop()
    if (typeof each !== "object" || each === null) continue
    if (!Array.isArray(each)) found.push(each)
    for (const inner of Object.values(each).reverse()) left.push(inner)
  }
  return found
}

interface Names {
  /** The post's number, and its names in letters. */
  readonly posts: ReadonlySet<string>
  /** What its pieces are numbered by among themselves. */
  readonly stories: ReadonlySet<string>
}

const ADDRESSES = ["wwwURL", "url", "permalink_url"]

/** The post that a piece says that it is of, by its address; of a comment, none. */
function addressedIn(piece: unknown): string | null {
  for (const key of ADDRESSES) {
    const address = textAt(piece, key)
    const found = URL.canParse(address) ? facebookPostIn(new URL(address)) : null
    if (found?.comment === null) return found.id
  }
  return null
}

const isStory = (piece: unknown): boolean => textAt(piece, "id").startsWith("Uzpf")

const isVideo = (piece: unknown, id: string): boolean =>
  textAt(piece, "id") === id && (at(piece, "publish_time") ?? at(piece, "creation_story")) !== undefined

function namesOf(pieces: readonly object[], id: string): Names {
  const posts = new Set([id])
  const stories = new Set<string>()
  for (const piece of pieces) {
    if (isStory(piece) && (textAt(piece, "post_id") === id || addressedIn(piece) === id)) {
      stories.add(textAt(piece, "id"))
    }
    const story = at(piece, "creation_story")
    if (isVideo(piece, id) && isStory(story)) stories.add(textAt(story, "id"))
  }
  for (const piece of pieces) {
    if (!stories.has(textAt(piece, "id"))) continue
    for (const name of [textAt(piece, "post_id"), addressedIn(piece) ?? ""]) if (name !== "") posts.add(name)
  }
  return { posts, stories }
}

const VIDEO: JsonFields = {
  authorName: "owner.name",
  authorId: "owner.id",
  authorUrl: "owner.url",
  publishedAt: "publish_time",
  views: "play_count",
  media: ["preferred_thumbnail.image.uri", "thumbnailImage.uri"],
}

const OWNER = "short_form_video_context.video_owner"
const STORY: JsonFields = {
  authorName: ["actors.0.name", `${OWNER}.name`],
  authorId: ["actors.0.id", `${OWNER}.id`],
  authorUrl: ["actors.0.url", "actors.0.profile_url", `${OWNER}.url`],
  publishedAt: "creation_time",
  text: "message.text",
  parent: "attached_story.post_id",
}

/** In the pieces of a post stand its pictures, in some of them not all; what passes another on might have those of that one. */
function readPictures(stories: readonly object[], into: Gather): void {
  if (stories.some(story => at(story, "attached_story") != null)) return
  const [most = []] = stories.map(picturesOf).sort((a, b) => b.length - a.length)
  into.add("media", most.join("\n"), "page-json", "Story.attachments")
}

const picturesOf = (story: object): readonly string[] =>
  listAt(story, "attachments").flatMap(each => {
    const attachment = at(each, "styles.attachment")
    const all = listAt(attachment, "all_subattachments.nodes")
    return (all.length > 0 ? all : [attachment]).map(pictureOf).filter(Boolean)
  })

/** A link that leads elsewhere has a picture, too, which is that page's. */
function pictureOf(attachment: unknown): string {
  const media = at(attachment, "media")
  if (!/^(?:Photo|Video)$/.test(textAt(media, "__typename"))) return ""
  return PICTURES.map(path => textAt(media, path)).find(Boolean) ?? ""
}

const PICTURES = [
  "viewer_image.uri",
  "photo_image.uri",
  "image.uri",
  "preferred_thumbnail.image.uri",
  "thumbnailImage.uri",
]

const FEEDBACK: JsonFields = {
  likes: ["reaction_count.count", "likers.count", "unified_reactors.count"],
  comments: ["total_comment_count", "comment_rendering_instance.comments.total_count"],
  reposts: ["share_count.count", "share_count_reduced"],
}

/** What is counted of a post has the post's number in its own, or is right in a piece of it. */
function feedbackIdsOf(pieces: readonly object[], { posts, stories }: Names): ReadonlySet<string> {
  const numbers = [...posts].filter(name => /^\d+$/.test(name))
  const inside = pieces
    .filter(piece => stories.has(textAt(piece, "id")))
    .map(piece => textAt(piece, "feedback.id"))
  return new Set([...numbers.map(number => btoa(`feedback:${number}`)), ...inside].filter(Boolean))
}

const COMMENT: JsonFields = {
  authorName: "author.name",
  authorId: "author.id",
  authorUrl: "author.url",
  publishedAt: "created_time",
  text: "body.text",
  likes: ["feedback.reactors.count", "feedback.reactors.count_reduced"],
}

/** A comment has the number of its post in its own. One that the address names is the post then. */
function readComments(
  pieces: readonly object[],
  { posts }: Names,
  wanted: string | null,
  into: Gather,
): void {
  const comments = new Map<string, object[]>()
  for (const piece of pieces) {
    const number = textAt(piece, "legacy_fbid")
    const isOwn =
      /^\d+$/.test(number) &&
      [...posts].some(post => /^\d+$/.test(post) && btoa(`comment:${post}_${number}`) === textAt(piece, "id"))
    if (isOwn) comments.set(number, [...(comments.get(number) ?? []), piece])
  }
  if (wanted !== null && !comments.has(wanted)) return
  for (const [number, said] of comments) {
    const found = number === wanted ? into : into.comment()
    if (found === null) continue
    found.add("postId", number, "page-json", "Comment.legacy_fbid")
    for (const piece of said) gatherJson(found, piece, "Comment", COMMENT)
  }
}
