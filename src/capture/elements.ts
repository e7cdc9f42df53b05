/** What the page draws, wherever it stands: in the document, in shadow roots, in frames of its own origin. */
import { withoutFragment } from "../core/address.ts"
import { shadowOf } from "./shadow.ts"
import { isDrawn, parentOf } from "./unclobbered.ts"

export type Root = Document | ShadowRoot

/** Every element that can be reached. The inside of a shadow root or frame comes after the whole of its surroundings. */
export const allElements = (): Element[] => collect(element => shadowOf(element) ?? documentIn(element))

/** Those that are laid out in the page's own viewport: without what is in frames. `onShadow` is told of each shadow root. */
export function elementsOfPage(onShadow: (root: ShadowRoot) => void): Element[] {
  return collect(element => {
    const shadow = shadowOf(element)
    if (shadow) onShadow(shadow)
    return shadow
  })
}

function collect(insideOf: (element: Element) => Root | null): Element[] {
  const found: Element[] = []
  const roots: Root[] = [document]
  for (const root of roots) {
    for (const element of elementsIn(root)) {
      found.push(element)
      const inner = insideOf(element)
      if (inner) roots.push(inner)
    }
  }
  return found
}

/** The elements of one document or shadow root, without what shadow roots and frames in it hold. */
export function elementsIn(root: Root): readonly Element[] {
  if (!isDocument(root)) return Array.from(root.querySelectorAll("*"))
  const top = Reflect.get(Document.prototype, "documentElement", root) as Element | null
  return top === null ? [] : [top, ...top.querySelectorAll("*")]
}

// An object of a frame is no instance of this document's classes.
export const isDocument = (root: Root): root is Document => root.nodeType === Node.DOCUMENT_NODE

export const isFrame = (element: Element): boolean =>
  element.localName === "iframe" || element.localName === "frame"

/** The document in a frame; null for one of another origin, and for what is no frame. */
export function documentIn(element: Element): Document | null {
  return isFrame(element) ? (element as HTMLIFrameElement).contentDocument : null
}

/** Whether a person sees it, as far as styles tell: an element in a frame needs the frame to be seen. */
export function isVisible(element: Element): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || !isDrawn(element)) {
    return false
  }
  const frame = element.ownerDocument.defaultView?.frameElement ?? null
  return frame === null || isVisible(frame)
}

/** The nearest element that matches, itself included, out of shadow roots too. */
export function closestOf(element: Element, selector: string): Element | null {
  for (let at: Element | null = element; at; at = hostOf(at)) {
    const found = at.closest(selector)
    if (found) return found
  }
  return null
}

/** The element around: a parent, the host of a shadow root, or the frame of a document. */
export const outwards = (element: Element): Element | null =>
  parentOf(element) ?? hostOf(element) ?? element.ownerDocument.defaultView?.frameElement ?? null

/** Whether an element stands in another, in shadow roots and frames of it too. */
export function isWithin(element: Element, outer: Element): boolean {
  for (let at: Element | null = element; at; at = outwards(at)) if (at === outer) return true
  return false
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode()
  return "host" in root ? (root as ShadowRoot).host : null
}

const LISTS_OF_LINKS =
  "nav, menu, [role=navigation], [role=menu], [role=menubar], [role=tablist], [role=listbox], select"
const BESIDE = `${LISTS_OF_LINKS}, aside, [role=complementary]`
const AROUND = "header, footer, [role=banner], [role=contentinfo]"
const CONTENT = "article, main, [role=article], [role=main]"

/** True for lists of ways to go elsewhere: menus and the like. */
export const isNavigation = (element: Element): boolean => closestOf(element, LISTS_OF_LINKS) !== null

/** True for what stands around the content of a page: menus, side columns, the head and foot of the site. */
export function isAround(element: Element): boolean {
  if (closestOf(element, BESIDE) !== null) return true
  const around = closestOf(element, AROUND)
  // An article has a head and a foot of its own.
  return around !== null && closestOf(around, CONTENT) === null
}

/** The link around an element that leads to another document; null where a click stays on this page. */
export function linkAway(element: Element): Element | null {
  const link = closestOf(element, "a[href], area[href]")
  const address = link?.getAttribute("href")?.trim() ?? ""
  if (
    link === null ||
    address === "" ||
    address.startsWith("#") ||
    !URL.canParse(address, document.baseURI)
  ) {
    return null
  }
  const { protocol, href } = new URL(address, document.baseURI)
  if (!/^https?:$/.test(protocol)) return null
  return withoutFragment(href) === withoutFragment(location.href) && href.includes("#") ? null : link
}
