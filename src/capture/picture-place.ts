/** Where a picture stands, as a person who scrolls sees it. */
import { isVisible } from "./elements.ts"
import { leftByBoxes, shownOf } from "./shown-part.ts"
import { boxOf, isDrawn, lengthOf, pageScroller } from "./unclobbered.ts"

/** A counting pixel shows nothing. */
const NOTHING = 2

/**
 * Whether a person who scrolls the page sees it, wherever the window stands: what boxes cut off, and what stands
 * beside the page, is not seen. One that `mayGrow` has not come, and may have no size yet.
 */
export function isOnPage(element: Element, mayGrow: boolean): boolean {
  if (!isVisible(element)) return false
  const box = boxOf(element)
  if (mayGrow && (box.width <= 0 || box.height <= 0)) return true
  const { seen } = leftByBoxes(element, box)
  const right = Math.min(innerWidth, lengthOf(pageScroller(), "clientWidth"))
  if (seen.width <= NOTHING && seen.height <= NOTHING) return false
  return (
    seen.width > 0 &&
    seen.height > 0 &&
    seen.left < right &&
    seen.left + seen.width > 0 &&
    seen.top + seen.height > -scrollY
  )
}

/** Whether a person sees any of it in the window. */
export function isSeen(element: Element, mayGrow: boolean): boolean {
  const box = boxOf(element)
  const { left, top, right, bottom, width, height } = box
  const isBlank = width <= 0 || height <= 0
  if (isBlank ? !mayGrow : width <= NOTHING && height <= NOTHING) return false
  if (!isInFrame(element) && (bottom < 0 || top >= innerHeight || right <= 0 || left >= innerWidth))
    return false
  // One that is there needs no closer look: boxes around it may cut it off.
  if ((!mayGrow || isBlank) && !isInFrame(element)) return isDrawn(element)
  const seen = shownOf(element)
  return seen.width > 0 && seen.height > 0
}

/** In a frame of the page, its own window is not the one that is photographed. */
const isInFrame = (element: Element): boolean => element.ownerDocument !== document

/** Whether the frames from this one on show all of it: on the way down, the ones before have nothing of it. */
export const isFromItsTop = (element: Element): boolean => isInFrame(element) || boxOf(element).top >= 0

export const isAbove = (element: Element): boolean => !isInFrame(element) && boxOf(element).bottom <= 0

/** Whether any of it could stand in the window of its own document: a first look, before boxes around it are asked. */
export function isNear(element: Element): boolean {
  const { left, top, right, bottom } = boxOf(element)
  const { innerHeight: height, innerWidth: width } = element.ownerDocument.defaultView ?? window
  return bottom > 0 && top < height && right > 0 && left < width
}
