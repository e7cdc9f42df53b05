/** Goes through a page for what a site brings only as one scrolls, before any picture is taken of it. */
import { documentIn, elementsOfPage, outwards } from "./elements.ts"
import { HIDDEN_PIXELS, hiddenOf, isInnerScroller, isOpenFrame } from "./inner-scroller.ts"
import { shadowOf } from "./shadow.ts"
import { shownOf } from "./shown-part.ts"
import { findIn, lengthOf, page, pageRoot, pageScroller } from "./unclobbered.ts"

export interface ScrollOn {
  /** A screen further down, by what is in the middle of the window, else by the page, else by the largest box; false where none goes further. */
  readonly on: () => boolean
  /** Where the page was scrolled on; else it stays as it is. */
  readonly toMiddle: (element: Element) => boolean
}

/** So that what was at the lower edge is seen again at the upper. */
const SCREEN = 0.9

export function scrollOnOfPage(): ScrollOn {
  let hasScrolled = false
  return {
    on: () => {
      const next = scrollers().find(goesFurther)
      if (next === undefined) return false
      const top = SCREEN * lengthOf(next, "clientHeight")
      scrollBy.call(next, { top, behavior: "instant" })
      hasScrolled = true
      return true
    },
    toMiddle: element => {
      if (hasScrolled)
        Element.prototype.scrollIntoView.call(element, { block: "center", behavior: "instant" })
      return hasScrolled
    },
  }
}

const scrollBy: (this: Element, by: ScrollToOptions) => void = Reflect.get(Element.prototype, "scrollBy")

const goesFurther = (scroller: Element): boolean =>
  hiddenOf(scroller).down - lengthOf(scroller, "scrollTop") > HIDDEN_PIXELS

function scrollers(): readonly Element[] {
  const boxes = elementsOfPage(() => undefined)
    .filter(element => documentIn(element) === null && isInnerScroller(element))
    .sort((a, b) => areaOf(b) - areaOf(a))
  const around: Element[] = []
  for (let at = inMiddle(); at !== null; at = outwards(at)) if (boxes.includes(at)) around.push(at)
  // Behind a window of its own, a page is locked that way.
  const isLocked = [pageRoot(), ...findIn(pageRoot(), ":scope > body")].some(
    each => !isOpenFrame(getComputedStyle(each).overflowY),
  )
  return [...around, ...(isLocked ? [] : [pageScroller()]), ...boxes]
}

const areaOf = (element: Element): number => {
  const { width, height } = shownOf(element)
  return width * height
}

function inMiddle(): Element | null {
  const [x, y] = [innerWidth / 2, innerHeight / 2]
  let hit = page.elementFromPoint(x, y)
  for (;;) {
    const inner = (hit === null ? null : shadowOf(hit))?.elementFromPoint(x, y) ?? null
    if (inner === null || inner === hit) return hit
    hit = inner
  }
}
