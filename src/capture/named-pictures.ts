/**
 * Pictures that are no `<img>`: a style names them (backgrounds, borders, list
 * marks, masks, what stands before and after an element), a video's poster, an
 * SVG image, a button that is a picture.
 */
import { isSvgImage, localNameOf } from "./unclobbered.ts"

/** A picture that is no element with a state of its own. */
export interface NamedPicture {
  readonly element: Element
  /** The property that names it; null where an attribute does. */
  readonly property: string | null
  /** The pseudo-element whose property it is; null: the element's own. */
  readonly pseudo: Pseudo | null
  /** Its addresses; of several, the browser chooses one. */
  readonly urls: readonly string[]
}

type Pseudo = "::before" | "::after"

const PSEUDOS: readonly Pseudo[] = ["::before", "::after"]
const PROPERTIES = ["background-image", "border-image-source", "mask-image", "content"] as const
/** `url(…)` as a browser writes it in a computed style. */
const ADDRESS = /url\("((?:[^"\\]|\\.)*)"\)/g

/** Those that an element shows, or would show. Pictures that are in the page's own code, and not at an address, are always there. */
export function namedPicturesOf(element: Element): NamedPicture[] {
  const named = namedByAttribute(element)
  const found: NamedPicture[] =
    named === null ? [] : [{ element, property: null, pseudo: null, urls: [named] }]
  const own = getComputedStyle(element)
  found.push(...namedByStyle(element, null, own))
  // List marks are handed down to what has none.
  if (own.display.includes("list-item")) found.push(...namedIn(element, null, own, "list-style-image"))
  for (const pseudo of PSEUDOS) {
    const style = getComputedStyle(element, pseudo)
    if (style.content === "none" || style.content === "normal" || style.display === "none") continue
    found.push(...namedByStyle(element, pseudo, style))
  }
  return found
}

const namedByStyle = (element: Element, pseudo: Pseudo | null, style: CSSStyleDeclaration): NamedPicture[] =>
  PROPERTIES.flatMap(property => namedIn(element, pseudo, style, property))

function namedIn(
  element: Element,
  pseudo: Pseudo | null,
  style: CSSStyleDeclaration,
  property: string,
): NamedPicture[] {
  const value = style.getPropertyValue(property)
  if (!value.includes("url(")) return []
  return layersOf(value)
    .map(addressesIn)
    .filter(urls => urls.length > 0)
    .map(urls => ({ element, property, pseudo, urls }))
}

const addressesIn = (layer: string): string[] =>
  Array.from(layer.matchAll(ADDRESS), ([, address = ""]) => address.replace(/\\(.)/g, "$1")).filter(
    isOnTheWeb,
  )

const isOnTheWeb = (address: string): boolean => /^https?:/i.test(address)

/** What commas part, outside of every parenthesis and string. */
function layersOf(value: string): string[] {
  const layers: string[] = [""]
  let depth = 0
  for (const [piece] of value.matchAll(/"(?:[^"\\]|\\.)*"|[^]/g)) {
    if (piece === "(") depth += 1
    else if (piece === ")") depth -= 1
    if (piece === "," && depth === 0) layers.push("")
    else layers.push(`${layers.pop() ?? ""}${piece}`)
  }
  return layers
}

function namedByAttribute(element: Element): string | null {
  const name = localNameOf(element)
  const written = isSvgImage(element)
    ? element.href.baseVal
    : name === "video"
      ? posterOf(element as HTMLVideoElement)
      : name === "input" && (element as HTMLInputElement).type === "image"
        ? (element as HTMLInputElement).src
        : ""
  if (written === "" || !URL.canParse(written, element.baseURI)) return null
  const { href } = new URL(written, element.baseURI)
  return isOnTheWeb(href) ? href : null
}

/** A video that plays, or was moved on, does not show it any more. */
const posterOf = ({ poster, paused, currentTime }: HTMLVideoElement): string =>
  paused && currentTime === 0 ? poster : ""
