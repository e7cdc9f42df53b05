/** What an element shows besides its content: a picture, a frame of a video, what was drawn on a canvas. */
import { boxOf } from "../unclobbered.ts"
import { type Drawn, type Part, type Parts } from "./parts.ts"
import { type Piece, resolved } from "./pieces.ts"

interface Surroundings {
  readonly base: string
  readonly parts: Parts
}

/** The attributes that show it, each with a space before it. @param name in lower case */
export function pictureAttributes(name: string, element: Element, around: Surroundings): Piece[] {
  switch (name) {
    case "img":
      return ofImage(element as HTMLImageElement, around)
    case "image":
      return isOurs(element, "href") ? [] : pictured("href", element, addressOf(element, "href"), around)
    case "feimage":
      return pictured("href", element, addressOf(element, "href"), around)
    case "input":
      return (element as HTMLInputElement).type === "image"
        ? pictured("src", element, element.getAttribute("src"), around)
        : []
    case "video":
      return ofVideo(element as HTMLVideoElement, around)
    default:
      return []
  }
}

/** What stands in an element's style for its pixels; nothing for what is no canvas. */
export function pixelStyle(name: string, element: Element, { parts }: Surroundings): Piece[] {
  if (name !== "canvas") return []
  const canvas = element as HTMLCanvasElement
  if (canvas.width === 0 || canvas.height === 0) return []
  const part = parts.wantPixels("canvas", { from: canvas, width: canvas.width, height: canvas.height })
  return [";background:", { kind: "file", part }, " 0 0/100% 100% no-repeat content-box!important"]
}

function ofImage(image: HTMLImageElement, { base, parts }: Surroundings): Piece[] {
  const { currentSrc, src, complete, naturalWidth, naturalHeight } = image
  const address = currentSrc || src
  if (address === "") return []
  if (/^data:image\//i.test(address)) return [` src="${address.replace(/["&<>]/g, encodeURIComponent)}"`]
  const url = resolved(address, base)
  if (url === null || !complete) return shown("src", image, notLoaded(url ?? address))
  const box = boxOf(image)
  // A drawing without a size of its own has none to be drawn in, but for that of its box.
  const width = naturalWidth || Math.round(box.width)
  const height = naturalHeight || Math.round(box.height)
  if (width === 0 || height === 0) return shown("src", image, notLoaded(url))
  return shown("src", image, parts.want("picture", url, { from: image, width, height }))
}

/** Not the part of that address: the page may have loaded it by the time of the next copy. */
const notLoaded = (url: string): Part => ({
  ...{ form: "picture", url, drawn: null },
  outcome: { kind: "missing", why: "not-loaded" },
})

function ofVideo(video: HTMLVideoElement, around: Surroundings): Piece[] {
  const { videoWidth: width, videoHeight: height, readyState, currentTime } = video
  const drawn: Drawn = { from: video, width, height }
  const hasFrame = readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && width > 0 && height > 0
  const poster = video.getAttribute("poster")
  // Before it is played its poster is what is seen.
  if (hasFrame && (currentTime > 0 || poster === null)) {
    return shown("poster", video, around.parts.wantPixels("video", drawn))
  }
  return poster === null ? [] : pictured("poster", video, poster, around)
}

/** A picture that is named by an attribute, and that no script can draw. */
export function pictured(
  attribute: string,
  element: Element,
  address: string | null,
  { base, parts }: Surroundings,
): Piece[] {
  if (address !== null && /^data:image\//i.test(address.trim())) {
    return [` ${attribute}="${address.trim().replace(/["&<>]/g, encodeURIComponent)}"`]
  }
  const url = address === null ? null : resolved(address, base)
  return url === null ? [] : shown(attribute, element, parts.want("file", url))
}

function shown(attribute: string, element: Element, part: Part): Piece[] {
  // A background that is not there leaves no place empty.
  const { width, height } = attribute === "background" ? { width: 0, height: 0 } : boxOf(element)
  return [` ${attribute}="`, { kind: "picture", part, width, height }, `"`]
}

const addressOf = (element: Element, name: string): string | null =>
  element.getAttribute(name) ?? element.getAttribute(`xlink:${name}`)

/** Whether an address is a name in the same document. */
const isOurs = (element: Element, name: string): boolean => addressOf(element, name)?.startsWith("#") ?? false
