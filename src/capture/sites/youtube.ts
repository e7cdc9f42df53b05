/**
 * YouTube: a video stands in the data that the page was sent with
 * (youtube-data.ts), and in what it shows (youtube-drawn.ts). Its reader goes from
 * one video to the next in one page, and the data stays that of the first: each
 * counts only where it says which video it is of (law.md §6.1).
 */
import { channelIn, youtubePartIn, youtubePlaces } from "../../core/places/youtube.ts"
import { at, gatherJson, textAt } from "./from-json.ts"
import { type Gather } from "./gather.ts"
import { type Site, type SitePage } from "./site.ts"
import { readCommunityPost, readPlayer, readWatchPage } from "./youtube-data.ts"
import { readComments, readShownPost, readShownVideo, readVideoItem } from "./youtube-drawn.ts"

export const youtube: Site = {
  ...youtubePlaces,
  version: "2026-11-27",
  // Days that it names are those of its own country's west, as far as is known.
  utcOffsetMinutes: -480,
  read(page, into) {
    const part = youtubePartIn(page.url)
    if (part === null) {
      if (page.place.pageType === "profile") readChannel(page, into)
      return
    }
    if (part.comment !== null) {
      readComments(page, part, into)
      return
    }
    if (part.kind === "post") {
      readCommunityPost(page.data, part.id, into)
      readShownPost(page, part.id, into)
    } else {
      readPlayer(page.data, part.id, into)
      readVideoItem(page.root, part.id, into)
      if (part.kind === "watch") {
        readShownVideo(page.root, part.id, into)
        readWatchPage(page.data, part.id, into)
      }
    }
    readComments(page, part, into)
  },
}

function readChannel({ url, data }: SitePage, into: Gather): void {
  const named = channelIn(url.pathname)
  if (named === undefined) return
  into.add(named.startsWith("@") ? "authorHandle" : "authorId", named, "url", "address")
  for (const state of data.assigned("ytInitialData")) {
    const path = "metadata.channelMetadataRenderer"
    const channel = at(state, path)
    const isOwn =
      textAt(channel, "externalId") === named || textAt(channel, "vanityChannelUrl").endsWith(`/${named}`)
    if (!isOwn) continue
    gatherJson(into, channel, `ytInitialData.${path}`, {
      authorName: "title",
      authorId: "externalId",
      authorUrl: ["vanityChannelUrl", "channelUrl"],
    })
  }
}
