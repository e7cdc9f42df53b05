/**
 * Elements that stay in the viewport while the page scrolls. In the stitched
 * view each must stand once. Sticky ones are put in their natural place, where
 * they take the same room; fixed ones are made transparent from the second frame
 * on: hidden ones would lose the focus, and what is in them could show itself.
 *
 * Found on the same walk: what the browser lays out only once it is near the
 * viewport (`content-visibility: auto`). It is laid out at once, for its height
 * would change while the page is scrolled, and again when it is passed.
 */
import { type Changes } from "./changes.ts"
import { elementsOfPage, isWithin, type Root } from "./elements.ts"
import { boxOf } from "./unclobbered.ts"

export interface Overlays {
  /**
   * Looks for overlays that are not settled yet, and settles them. Answers with
   * where the lowest bar of the lower half begins, in CSS pixels of the viewport,
   * or null: what it covers must come from another frame. What `keep` stands in is not hidden.
   */
  settle(hideFixed: boolean, keep: Element | null): number | null
  stop(): void
}

type Styled = HTMLElement | SVGElement

export function watchOverlays(changes: Changes): Overlays {
  const settled = new WeakSet<Element>()
  let dirty = true
  const observer = new MutationObserver(() => {
    dirty = true
  })
  const watch = (root: Root) => {
    observer.observe(root, { subtree: true, childList: true, attributes: true })
  }
  watch(document)
  let fixed: Styled[] = []

  return {
    settle(hideFixed, keep) {
      if (dirty) {
        const found = findOverlays(settled, watch)
        for (const element of found.sticky) {
          settled.add(element)
          changes.setStyle(element, "position", "relative")
          // One by one: taking the shorthand back would also take a side that the page set itself.
          for (const side of ["top", "right", "bottom", "left"]) changes.setStyle(element, side, "auto")
        }
        fixed = found.fixed
        for (const element of found.deferred) changes.setStyle(element, "content-visibility", "visible")
      }
      const lowerBar = lowestBar(fixed)
      if (hideFixed) {
        for (const element of fixed) {
          if (keep !== null && isWithin(keep, element)) continue
          settled.add(element)
          // First that it happens at once, then that it happens.
          changes.setStyle(element, "transition", "none")
          changes.setStyle(element, "opacity", "0")
          changes.setStyle(element, "pointer-events", "none")
        }
        fixed = []
      }
      // Our own changes are mutations too: forget them, and look again only at the page's.
      observer.takeRecords()
      dirty = false
      return hideFixed ? null : lowerBar
    },
    stop() {
      observer.disconnect()
    },
  }
}

/** @param watch told of each shadow root, whose changes are not seen from outside */
function findOverlays(
  settled: WeakSet<Element>,
  watch: (root: Root) => void,
): { readonly sticky: Styled[]; readonly fixed: Styled[]; readonly deferred: Styled[] } {
  const sticky: Styled[] = []
  const fixed: Styled[] = []
  const deferred: Styled[] = []
  for (const element of elementsOfPage(watch)) {
    if (settled.has(element)) continue
    const { position, display, visibility, contentVisibility } = getComputedStyle(element)
    if (contentVisibility === "auto") deferred.push(element as Styled)
    if (display === "none" || visibility === "hidden") continue
    if (position === "sticky") sticky.push(element as Styled)
    else if (position === "fixed") fixed.push(element as Styled)
  }
  return { sticky, fixed, deferred }
}

function lowestBar(fixed: readonly Styled[]): number | null {
  const tops = fixed
    .map(boxOf)
    .filter(box => box.width > 0 && box.height > 0 && box.top > innerHeight / 2 && box.top < innerHeight)
    .map(box => box.top)
  return tops.length > 0 ? Math.min(...tops) : null
}
