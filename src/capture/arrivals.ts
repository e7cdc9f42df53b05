/**
 * Whether a picture that a style, a poster or an SVG document names has come.
 * No property of the page tells that, and nothing may be asked for a second
 * time: what is looked at is what the browser holds already.
 *
 * - A computed style is drawn on a canvas of its own (Chromium): a picture that
 *   is there makes the canvas one that cannot be read any more, and one that is
 *   not there leaves it as it was.
 * - An image element that is given an address is complete in the same breath
 *   where the page has that picture (Firefox), and the address is taken away
 *   again before a request would be made. Chromium keeps no such list for styles.
 * - Where neither can be had (a pseudo-element in Chromium), what the browser
 *   wrote down of the request: another site need not say how it ended, and then
 *   it counts as come.
 */
import { type NamedPicture } from "./named-pictures.ts"
import { isSvgImage, styleMapOf } from "./unclobbered.ts"

export type Arrival = "come" | "failed" | "pending"

export interface Arrivals {
  readonly of: (picture: NamedPicture) => Arrival
  /** When it came, on the page's own clock; null where the browser does not tell. */
  readonly at: (picture: NamedPicture) => number | null
  /** Begins to keep what the browser writes down of requests: a page may have it forgotten, and after a few hundred it forgets by itself. */
  readonly watch: () => void
  readonly stop: () => void
}

type Timing = PerformanceResourceTiming & { readonly contentType?: string }

/** As many as a browser keeps unless the page wants more. */
const MOST_TIMINGS = 250

export function arrivalsOfPage(): Arrivals {
  const come = new WeakSet<NamedPicture>()
  const decoded = new WeakMap<NamedPicture, { state: Arrival }>()
  const ended = new Map<string, Timing>()
  const note = (entries: readonly PerformanceEntry[]) => {
    for (const entry of entries) ended.set(withoutHash(entry.name), entry as Timing)
  }
  const observer = new PerformanceObserver(list => {
    note(list.getEntries())
  })

  const timingOf = (picture: NamedPicture): Timing | null => {
    note(observer.takeRecords())
    const { performance: its } = viewOf(picture)
    for (const url of picture.urls.map(withoutHash)) {
      const found = ended.get(url) ?? its.getEntriesByName(url, "resource").at(-1)
      if (found !== undefined) return found as Timing
    }
    return null
  }

  const told = (picture: NamedPicture): Arrival => {
    const timing = timingOf(picture)
    if (timing !== null) return hasFailed(timing) ? "failed" : "come"
    // Where some were forgotten, one that is not there tells nothing.
    const { performance: its } = viewOf(picture)
    return its.getEntriesByType("resource").length < MOST_TIMINGS ? "pending" : "come"
  }

  const judge = (picture: NamedPicture): Arrival => {
    const { element } = picture
    if (isSvgImage(element) && isDecodable(element)) return decodedOf(picture, element)
    const isThere = isDrawable(picture) ?? isAvailable(picture)
    if (isThere === null) return told(picture)
    if (isThere) return "come"
    const timing = timingOf(picture)
    if (timing === null) return "pending"
    return isAvailable(picture) === null && mayHaveNoSize(timing) ? "come" : "failed"
  }

  /** Its answer comes later, and is there at the next look. */
  const decodedOf = (picture: NamedPicture, element: Decodable): Arrival => {
    const known = decoded.get(picture)
    if (known !== undefined) return known.state
    const found: { state: Arrival } = { state: "pending" }
    decoded.set(picture, found)
    element.decode().then(
      () => {
        found.state = "come"
      },
      () => {
        found.state = "failed"
      },
    )
    return found.state
  }

  return {
    of(picture) {
      if (come.has(picture)) return "come"
      const arrival = judge(picture)
      if (arrival === "come") come.add(picture)
      return arrival
    },
    at: picture => timingOf(picture)?.responseEnd ?? null,
    watch() {
      note(performance.getEntriesByType("resource"))
      observer.observe({ type: "resource" })
    },
    stop() {
      note(observer.takeRecords())
      observer.disconnect()
    },
  }
}

/** As both browsers have it. */
interface Decodable extends Element {
  decode(): Promise<void>
}

const isDecodable = (element: Element): element is Decodable => "decode" in element

const viewOf = ({ element }: NamedPicture): Window => element.ownerDocument.defaultView ?? window

const withoutHash = (url: string): string => url.replace(/#.*/, "")

const isPicture = ({ contentType = "" }: Timing): boolean => contentType.startsWith("image/")

const hasFailed = (timing: Timing): boolean => {
  const { responseStatus, contentType = "" } = timing
  return responseStatus >= 400 || (responseStatus > 0 && contentType !== "" && !isPicture(timing))
}

/** A drawing without a size leaves a canvas as it was, though it has come. */
const mayHaveNoSize = (timing: Timing): boolean =>
  timing.responseStatus > 0
    ? isPicture(timing) && timing.responseStatus < 400 && (timing.contentType ?? "").includes("svg")
    : /\.svg\b/i.test(timing.name)

/** Null where the browser hands out no drawable style: of a pseudo-element, of several layers, of what is no background. */
function isDrawable({ element, property, pseudo }: NamedPicture): boolean | null {
  if (property === null || pseudo !== null) return null
  const value = styleMapOf(element)?.get(property)
  if (value === undefined || !isImageValue(value)) return null
  const canvas = document.createElement("canvas")
  canvas.width = canvas.height = 1
  const brush = canvas.getContext("2d")
  if (brush === null) return null
  brush.drawImage(value, 0, 0, 1, 1)
  try {
    brush.getImageData(0, 0, 1, 1)
    return false
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === "SecurityError") return true
    throw thrown
  }
}

// The standard's own type of a picture in a style; TypeScript does not know that a canvas takes it.
const isImageValue = (value: object): value is CSSImageValue & CanvasImageSource =>
  typeof CSSImageValue === "function" && value instanceof CSSImageValue

/**
 * Null where the browser has styles that can be drawn: it keeps no list of the pictures of the page then. Null for
 * masks too, which are asked for by the rules for other sites: such a picture is the page's own, and not ours to have.
 */
function isAvailable({ property, urls }: NamedPicture): boolean | null {
  if ("computedStyleMap" in Element.prototype || property === "mask-image") return null
  return urls.some(url => {
    const image = new Image()
    image.src = url
    const { complete } = image
    image.removeAttribute("src")
    return complete
  })
}
