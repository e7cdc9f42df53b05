/** The data that a page of YouTube was sent with: of the video that it plays, and of what stands below it. */
import { at, gatherJson, listAt, textAt } from "./from-json.ts"
import { type Gather } from "./gather.ts"
import { type PageData } from "./page-data.ts"

const PLAYER = "ytInitialPlayerResponse"
const STATE = "ytInitialData"

/** What the player was given; of another video, nothing. */
export function readPlayer(data: PageData, id: string, into: Gather): void {
  for (const player of data.assigned(PLAYER)) {
    if (textAt(player, "videoDetails.videoId") !== id) continue
    const about = at(player, "microformat.playerMicroformatRenderer")
    const named = textAt(about, "externalVideoId")
    gatherJson(into, at(player, "videoDetails"), `${PLAYER}.videoDetails`, {
      authorName: "author",
      authorId: "channelId",
      title: "title",
      text: "shortDescription",
      // Nobody says whether the number of a stream that runs is of its views, or of who watches.
      ...(at(player, "videoDetails.isLive") === true ? {} : { views: "viewCount" }),
    })
    into.add(
      "media",
      largestAt(player, "videoDetails.thumbnail"),
      "page-json",
      `${PLAYER}.videoDetails.thumbnail`,
    )
    if (named !== "" && named !== id) continue
    const where = `${PLAYER}.microformat.playerMicroformatRenderer`
    gatherJson(into, about, where, {
      authorName: "ownerChannelName",
      authorId: "externalChannelId",
      authorUrl: "ownerProfileUrl",
      publishedAt: "publishDate",
      likes: "likeCount",
    })
    into.add("media", largestAt(about, "thumbnail"), "page-json", `${where}.thumbnail`)
    addHandle(textAt(about, "ownerProfileUrl"), `${where}.ownerProfileUrl`, into)
  }
}

/** @param address of a channel, whole or not */
export function addHandle(address: string, where: string, into: Gather): void {
  into.add("authorHandle", /\/(@[^/?#%]+)\/?$/.exec(address)?.[1], "page-json", where)
}

const WATCHED = "contents.twoColumnWatchNextResults.results.results.contents"
const LIKE_BUTTON =
  "videoActions.menuRenderer.topLevelButtons.0.segmentedLikeDislikeButtonViewModel.likeButtonViewModel.likeButtonViewModel.likeCountEntity.likeCountIfIndifferentNumber"

/** What stands around the player, in the words that the page shows. */
export function readWatchPage(data: PageData, id: string, into: Gather): void {
  for (const state of data.assigned(STATE)) {
    if (textAt(state, "currentVideoEndpoint.watchEndpoint.videoId") !== id) continue
    for (const [index, part] of listAt(state, WATCHED).entries()) {
      const where = `${STATE}.${WATCHED}.${String(index)}`
      const primary = at(part, "videoPrimaryInfoRenderer")
      into.add("title", runsAt(primary, "title"), "page-json", `${where}.videoPrimaryInfoRenderer.title`)
      gatherJson(into, primary, `${where}.videoPrimaryInfoRenderer`, { publishedAt: "dateText.simpleText" })
      // It is counted on from one answer of the site to the next: one of them is enough.
      if (!into.has("likes")) {
        gatherJson(into, primary, `${where}.videoPrimaryInfoRenderer`, { likes: LIKE_BUTTON })
      }
      readOwner(at(part, "videoSecondaryInfoRenderer"), `${where}.videoSecondaryInfoRenderer`, into)
      gatherJson(into, part, where, {
        comments: "itemSectionRenderer.contents.0.commentsEntryPointHeaderRenderer.commentCount.simpleText",
      })
    }
  }
}

function readOwner(secondary: unknown, where: string, into: Gather): void {
  const owner = "owner.videoOwnerRenderer"
  const link = `${owner}.navigationEndpoint.browseEndpoint`
  into.add("authorName", runsAt(secondary, `${owner}.title`), "page-json", `${where}.${owner}.title`)
  gatherJson(into, secondary, where, {
    authorId: `${link}.browseId`,
    authorUrl: `${link}.canonicalBaseUrl`,
  })
  addHandle(textAt(secondary, `${link}.canonicalBaseUrl`), `${where}.${link}.canonicalBaseUrl`, into)
  const words = textAt(secondary, "attributedDescription.content")
  // Addresses in it are cut, and end in dots.
  if (!into.has("text") && !/\.\.\.|…/.test(words)) {
    into.add("text", words, "page-json", `${where}.attributedDescription.content`)
  }
}

const POST =
  "tabRenderer.content.sectionListRenderer.contents.0.itemSectionRenderer.contents.0.backstagePostThreadRenderer.post.backstagePostRenderer"

/** A post of a channel, on its own page. */
export function readCommunityPost(data: PageData, id: string, into: Gather): void {
  for (const state of data.assigned(STATE)) {
    const tabs = "contents.twoColumnBrowseResultsRenderer.tabs"
    for (const [index, tab] of listAt(state, tabs).entries()) {
      const post = at(tab, POST)
      if (textAt(post, "postId") !== id) continue
      const where = `${STATE}.${tabs}.${String(index)}.${POST}`
      into.add("authorName", runsAt(post, "authorText"), "page-json", `${where}.authorText`)
      into.add("publishedAt", runsAt(post, "publishedTimeText"), "page-json", `${where}.publishedTimeText`)
      gatherJson(into, post, where, {
        authorId: "authorEndpoint.browseEndpoint.browseId",
        authorUrl: "authorEndpoint.browseEndpoint.canonicalBaseUrl",
        likes: "voteCount.simpleText",
      })
      const address = "authorEndpoint.browseEndpoint.canonicalBaseUrl"
      addHandle(textAt(post, address), `${where}.${address}`, into)
      const runs = listAt(post, "contentText.runs")
      const isCut = runs.some(
        run => at(run, "navigationEndpoint") !== undefined && textAt(run, "text").endsWith("..."),
      )
      // A video that a post leads to has a picture, too, which is none of the post's.
      const pictures = [
        at(post, "backstageAttachment"),
        ...listAt(post, "backstageAttachment.postMultiImageRenderer.images"),
      ].map(each => largestAt(each, "backstageImageRenderer.image"))
      into.add("media", pictures.filter(Boolean).join("\n"), "page-json", `${where}.backstageAttachment`)
      if (!isCut) into.add("text", runsAt(post, "contentText"), "page-json", `${where}.contentText`)
    }
  }
}

/** The same picture stands there in many sizes, the largest last. */
const largestAt = (json: unknown, path: string): string =>
  textAt(listAt(json, `${path}.thumbnails`).at(-1), "url")

/** Its pieces, one behind the other; empty where one of them is no text. */
function runsAt(json: unknown, path: string): string {
  const pieces = listAt(json, `${path}.runs`).map(run => at(run, "text"))
  return pieces.every(piece => typeof piece === "string") ? pieces.join("") : ""
}
