/** A box as the ground that its content stands on. */
import { documentIn, isWithin } from "./elements.ts"
import { scrolledBy } from "./inner-scroller.ts"
import { type Ground } from "./landmarks.ts"
import { shownOf } from "./shown-part.ts"
import { boxOf, page } from "./unclobbered.ts"

/** @param positionOf how far what moves in it is scrolled, from the first row of its content on */
export function boxGround(element: Element, positionOf: (scrolled: Element) => number): Ground {
  const scrolled = scrolledBy(element)
  const inner = documentIn(element)
  // What stands in a frame has its place in the frame's own viewport.
  const edgeTop = () => (inner === null ? shownOf(element).whole.top : 0)
  return {
    elementAt(across, down) {
      const { left, top, width, height, whole } = shownOf(element)
      const [x, y] = [left + width * across, top + height * down]
      if (inner !== null) return inner.elementFromPoint(x - whole.left, y - whole.top)
      const root = element.getRootNode()
      const hit = "host" in root ? (root as ShadowRoot).elementFromPoint(x, y) : page.elementFromPoint(x, y)
      return hit !== null && hit !== element && isWithin(hit, element) ? hit : null
    },
    rowOf: each => boxOf(each).top - edgeTop() + positionOf(scrolled),
    edge: inner === null ? element : null,
  }
}
