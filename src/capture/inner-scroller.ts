/** Boxes of a page that scroll by themselves: elements, and frames of the page's own origin. */
import { documentIn, isNavigation, isVisible } from "./elements.ts"
import { lengthOf } from "./unclobbered.ts"

/** Out of sight counts from here on, in CSS pixels: less is rounding. */
export const HIDDEN_PIXELS = 4

/** Lower than this, in CSS pixels, it shows nothing that could be read. */
const LEAST_HEIGHT = 8

/** Whether a person who scrolls in it sees more of it, down or across; menus and the like are not meant. */
export const isInnerScroller = (element: Element): boolean =>
  canBeScrolled(element) && (documentIn(element) !== null || !isNavigation(element))

/** The same, menus and the like too. */
export function canBeScrolled(element: Element): boolean {
  const inner = scrolledIn(element)
  if (lengthOf(element, "clientHeight") < LEAST_HEIGHT) return false
  if (inner) return isVisible(element) && reachesFurther(inner, isOpenFrame)
  // The outermost elements of a document hand their scrolling on to the viewport, which is the page's or the frame's own.
  if (element.localName === "html" || (element.localName === "body" && !isBodyOfItsOwn(element))) return false
  // What is typed into a field is no part of the page.
  if (element.localName === "textarea" || element.localName === "input") return false
  return reachesFurther(element, isScrollable) && isVisible(element)
}

/** What moves when a frame is scrolled: the scroller of its document. Null for what is no frame that can be reached. */
function scrolledIn(element: Element): Element | null {
  const inner = documentIn(element)
  return inner === null ? null : (inner.scrollingElement ?? inner.documentElement)
}

/** What moves when the box is scrolled. */
export const scrolledBy = (box: Element): Element => scrolledIn(box) ?? box

/** CSS pixels of it that are out of sight, down and across. */
export const hiddenOf = (scrolled: Element): { readonly down: number; readonly across: number } => ({
  down: lengthOf(scrolled, "scrollHeight") - lengthOf(scrolled, "clientHeight"),
  across: lengthOf(scrolled, "scrollWidth") - lengthOf(scrolled, "clientWidth"),
})

function reachesFurther(element: Element, may: (overflow: string) => boolean): boolean {
  const { down, across } = hiddenOf(element)
  if (down <= HIDDEN_PIXELS && across <= HIDDEN_PIXELS) return false
  const { overflowX, overflowY } = getComputedStyle(element)
  return (down > HIDDEN_PIXELS && may(overflowY)) || (across > HIDDEN_PIXELS && may(overflowX))
}

const isScrollable = (overflow: string): boolean => overflow === "auto" || overflow === "scroll"
export const isOpenFrame = (overflow: string): boolean => overflow !== "hidden" && overflow !== "clip"

/** Where the root has an overflow of its own, the body scrolls by itself, and the page does not. */
export function isBodyOfItsOwn(body: Element): boolean {
  const { overflowX, overflowY } = getComputedStyle(body.ownerDocument.documentElement)
  return overflowX !== "visible" || overflowY !== "visible"
}
