/** The files behind the larger pictures of the page, and behind videos that are one plain file. */
import {
  isWebAddress,
  LEAST_AREA,
  LONGEST_URL,
  type MediaFound,
  type MediaList,
  MOST_MEDIA,
} from "../core/media.ts"
import { allElements, isVisible, isWithin } from "./elements.ts"
import { isInPage } from "./unclobbered.ts"

/**
 * What the page shows now, those of the chosen post before all others. A picture
 * in `data:` or `blob:` has no file of its own that could be asked for.
 */
export function readMedia(post: Element | null): MediaList {
  const byUrl = new Map<string, MediaFound>()
  const inPost = post !== null && isInPage(post) ? post : null
  for (const element of allElements()) {
    const media = mediaOf(element)
    if (media === null) continue
    const found = { ...media, inPost: inPost !== null && isWithin(element, inPost) }
    // Shown twice, it is the post's where one of the two is.
    if (found.inPost || !byUrl.has(media.url)) byUrl.set(media.url, found)
  }
  const all = [...byUrl.values()].sort(
    (a, b) => Number(b.inPost) - Number(a.inPost) || b.width * b.height - a.width * a.height,
  )
  return { found: all.slice(0, MOST_MEDIA), left: Math.max(0, all.length - MOST_MEDIA) }
}

type Media = Omit<MediaFound, "inPost">

function mediaOf(element: Element): Media | null {
  const media = element.localName === "img" ? pictureOf(element) : videoOf(element)
  if (media === null || media.url.length > LONGEST_URL || !isWebAddress(media.url)) return null
  return isVisible(element) ? media : null
}

function pictureOf(element: Element): Media | null {
  const { currentSrc, src, naturalWidth, naturalHeight } = element as HTMLImageElement
  // One that did not come is asked for as well: the page says that it belongs there.
  const isBroken = naturalWidth === 0 && src !== ""
  if (!isBroken && naturalWidth * naturalHeight < LEAST_AREA) return null
  return { url: currentSrc || src, kind: "picture", width: naturalWidth, height: naturalHeight }
}

function videoOf(element: Element): Media | null {
  if (element.localName !== "video") return null
  const { currentSrc, src, videoWidth, videoHeight } = element as HTMLVideoElement
  return { url: currentSrc || src, kind: "video", width: videoWidth, height: videoHeight }
}
