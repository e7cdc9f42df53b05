/** The files behind the larger pictures of the page, and behind videos that are one plain file. */
import {
  isWebAddress,
  LEAST_AREA,
  LONGEST_URL,
  type MediaFound,
  type MediaList,
  MOST_MEDIA,
} from "../core/media.ts"
import { allElements, isVisible } from "./elements.ts"

/** What the page shows now. A picture in `data:` or `blob:` has no file of its own that could be asked for. */
export function readMedia(): MediaList {
  const byUrl = new Map<string, MediaFound>()
  for (const media of allElements().map(mediaOf)) {
    if (media !== null && !byUrl.has(media.url)) byUrl.set(media.url, media)
  }
  const all = [...byUrl.values()].sort((a, b) => b.width * b.height - a.width * a.height)
  return { found: all.slice(0, MOST_MEDIA), left: Math.max(0, all.length - MOST_MEDIA) }
}

function mediaOf(element: Element): MediaFound | null {
  const media = element.localName === "img" ? pictureOf(element) : videoOf(element)
  if (media === null || media.url.length > LONGEST_URL || !isWebAddress(media.url)) return null
  return isVisible(element) ? media : null
}

function pictureOf(element: Element): MediaFound | null {
  const { currentSrc, src, naturalWidth, naturalHeight } = element as HTMLImageElement
  // One that did not come is asked for as well: the page says that it belongs there.
  const isBroken = naturalWidth === 0 && src !== ""
  if (!isBroken && naturalWidth * naturalHeight < LEAST_AREA) return null
  return { url: currentSrc || src, kind: "picture", width: naturalWidth, height: naturalHeight }
}

function videoOf(element: Element): MediaFound | null {
  if (element.localName !== "video") return null
  const { currentSrc, src, videoWidth, videoHeight } = element as HTMLVideoElement
  return { url: currentSrc || src, kind: "video", width: videoWidth, height: videoHeight }
}
