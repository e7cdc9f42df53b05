/**
 * What the page holds that neither the pictures nor the texts show: the ground
 * on which `complete` stands. When in doubt a gap is stated: a gap too many is a
 * question, one too few is a lie.
 */
import { type Gap } from "../core/evidence.ts"
import { describe } from "./changes.ts"
import { commentGap } from "./comments.ts"
import { allElements, documentIn, isFrame, isNavigation, isVisible } from "./elements.ts"
import { foldedTexts } from "./folded.ts"
import { boxOf, lengthOf, pageRoot, pageScroller } from "./unclobbered.ts"

/** Out of sight counts from here on, in CSS pixels: less is rounding. */
const HIDDEN_PIXELS = 4
const WHERE_LIMIT = 5

export function readGaps(): Gap[] {
  const all = allElements()
  const named = (name: string) => all.filter(element => element.localName === name && isVisible(element))
  const found: (Gap | null)[] = [
    gap("pictures", "not-loaded", all.filter(isBrokenPicture)),
    gap("inner-scroller", "not-scrolled", all.filter(isInnerScroller)),
    gap("folded", "not-unfolded", foldedTexts(all)),
    gap("frame-content", "cross-origin", all.filter(isClosedFrame)),
    gap("video", "not-downloaded", named("video")),
    widthGap(),
    commentGap(all),
  ]
  return found.filter(each => each !== null)
}

function gap(what: Gap["what"], reason: Gap["reason"], elements: readonly Element[]): Gap | null {
  if (elements.length === 0) return null
  const where = elements.slice(0, WHERE_LIMIT).map(describe).join("; ")
  return { what, reason, count: elements.length, where }
}

function isBrokenPicture(element: Element): boolean {
  if (element.localName !== "img") return false
  const { src, srcset, naturalWidth } = element as HTMLImageElement
  if ((src === "" && srcset === "") || naturalWidth > 0 || !isVisible(element)) return false
  // A counting pixel shows nothing, whether it comes or not.
  const { width, height } = boxOf(element)
  return !(width > 0 && width <= 2 && height > 0 && height <= 2)
}

function isInnerScroller(element: Element): boolean {
  const inner = documentIn(element)
  if (inner)
    return isVisible(element) && reachesFurther(inner.scrollingElement ?? inner.documentElement, isOpenFrame)
  // The outermost elements of a document hand their scrolling on to the viewport, which is the page's or the frame's own.
  if (element.localName === "html" || (element.localName === "body" && !isBodyOfItsOwn(element))) return false
  if (element.localName === "textarea" || element.localName === "input" || isNavigation(element)) return false
  return lengthOf(element, "clientHeight") >= 8 && reachesFurther(element, isScrollable) && isVisible(element)
}

function reachesFurther(element: Element, may: (overflow: string) => boolean): boolean {
  const down = lengthOf(element, "scrollHeight") - lengthOf(element, "clientHeight")
  const across = lengthOf(element, "scrollWidth") - lengthOf(element, "clientWidth")
  if (down <= HIDDEN_PIXELS && across <= HIDDEN_PIXELS) return false
  const { overflowX, overflowY } = getComputedStyle(element)
  return (down > HIDDEN_PIXELS && may(overflowY)) || (across > HIDDEN_PIXELS && may(overflowX))
}

const isScrollable = (overflow: string): boolean => overflow === "auto" || overflow === "scroll"
const isOpenFrame = (overflow: string): boolean => overflow !== "hidden" && overflow !== "clip"

/** Where the root has an overflow of its own, the body scrolls by itself, and the page does not. */
function isBodyOfItsOwn(body: Element): boolean {
  const { overflowX, overflowY } = getComputedStyle(body.ownerDocument.documentElement)
  return overflowX !== "visible" || overflowY !== "visible"
}

const isClosedFrame = (element: Element): boolean =>
  isFrame(element) &&
  documentIn(element) === null &&
  isVisible(element) &&
  lengthOf(element, "clientHeight") > 2 &&
  lengthOf(element, "clientWidth") > 2

function widthGap(): Gap | null {
  const page = pageScroller()
  const hidden = lengthOf(page, "scrollWidth") - lengthOf(page, "clientWidth")
  if (hidden <= HIDDEN_PIXELS || isCutAcross()) return null
  return { what: "width", reason: "not-scrolled", count: null, where: `${String(hidden)} px` }
}

/** Whether nobody can scroll the page sideways: the root says so, or where it says nothing, the body. */
function isCutAcross(): boolean {
  const root = getComputedStyle(pageRoot())
  const isSilent = root.overflowX === "visible" && root.overflowY === "visible"
  const said = isSilent ? getComputedStyle(document.body).overflowX : root.overflowX
  return !isOpenFrame(said)
}
