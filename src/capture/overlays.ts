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
import { isLarge, watchFlow } from "./flow.ts"
import { sheetsOf } from "./sheets.ts"
import { boxOf, isInPage, page, parentOf } from "./unclobbered.ts"

export interface Overlays {
  /** Before the page is moved: what then goes along with it is no overlay. */
  remember(): void
  /**
   * Looks for overlays that are not settled yet, and settles them; once more,
   * with `isLast`, when the page has done what it does when it is scrolled.
   * Answers with where the lowest bar of the lower half begins, in CSS pixels of
   * the viewport, or null: what it covers must come from another frame.
   */
  settle(how: Settling): number | null
  /** Whether something fixed may be the page itself, moved by a script, which needs its time. */
  isUndecided(): boolean
  /** Whether something fixed is. */
  isContent(): boolean
  /** Those in the viewport that the page shows all the same: it takes back what is done to them. */
  standing(): readonly Element[]
  stop(): void
}

export interface Settling {
  readonly hideFixed: boolean
  /** What this stands in is not hidden. */
  readonly keep: Element | null
  readonly isLast: boolean
}

type Styled = HTMLElement | SVGElement
type Hold = "hidden" | "unstuck"

export function watchOverlays(changes: Changes): Overlays {
  const settled = new WeakSet<Element>()
  const held = new Map<Styled, Hold>()
  const flow = watchFlow()
  let sheets = ""
  let dirty = true
  let isContent = false
  const observer = new MutationObserver(() => {
    dirty = true
  })
  const watch = (root: Root) => {
    observer.observe(root, { subtree: true, childList: true, attributes: true })
  }
  watch(document)
  let fixed: Styled[] = []

  const hold = (element: Styled, how: Hold) => {
    settled.add(element)
    held.set(element, how)
    for (const [property, value] of WAYS[how]) changes.setStyle(element, property, value)
  }

  const look = () => {
    const found = findOverlays(settled, watch)
    for (const element of found.sticky) hold(element, "unstuck")
    fixed = found.fixed
    for (const element of found.deferred) changes.setStyle(element, "content-visibility", "visible")
  }

  return {
    remember() {
      flow.remember(fixed)
    },
    settle({ hideFixed, keep, isLast }) {
      const now = sheetsOf(document)
      if (dirty || now !== sheets || showsOther(settled)) look()
      sheets = now
      // A page may write its own styles whenever it is scrolled.
      for (const [element, how] of held) if (!isHeld(element, how)) hold(element, how)
      const along = fixed.filter(element => flow.wentAlong(element) === true)
      isContent ||= along.length > 0
      for (const element of along) settled.add(element)
      fixed = fixed.filter(element => !settled.has(element))
      const lowerBar = lowestBar(fixed)
      if (hideFixed) {
        for (const element of fixed) {
          if (keep !== null && isWithin(keep, element)) continue
          // What may be the page itself, moved by a script, has not been moved yet.
          if (!isLast && isLarge(element) && flow.wentAlong(element) === false) continue
          hold(element, "hidden")
        }
        fixed = fixed.filter(element => !settled.has(element))
      }
      // Our own changes are mutations too: forget them, and look again only at the page's.
      observer.takeRecords()
      dirty = false
      return hideFixed ? null : lowerBar
    },
    isUndecided: () => fixed.some(element => isLarge(element) && flow.wentAlong(element) === false),
    isContent: () => isContent,
    standing: () =>
      Array.from(held)
        .filter(([element, how]) => isInPage(element) && isInWindow(element) && !isHeld(element, how))
        .map(([element]) => element),
    stop() {
      observer.disconnect()
    },
  }
}

const WAYS: Readonly<Record<Hold, readonly (readonly [property: string, value: string])[]>> = {
  // One by one: taking the shorthand back would also take a side that the page set itself.
  unstuck: [
    ["position", "relative"],
    ...["top", "right", "bottom", "left"].map(side => [side, "auto"] as const),
  ],
  // First that it happens at once, then that it happens.
  hidden: [
    ["transition", "none"],
    ["opacity", "0"],
    ["pointer-events", "none"],
  ],
}

function isHeld(element: Element, how: Hold): boolean {
  const { opacity, position } = getComputedStyle(element)
  return how === "hidden" ? opacity === "0" : position !== "sticky"
}

function isInWindow(element: Element): boolean {
  const { top, bottom, width } = boxOf(element)
  return width > 0 && bottom > top && bottom > 0 && top < innerHeight
}

/** Whether an overlay stands at an edge of the window that nothing told of: styles have causes that are no mutation. */
function showsOther(settled: WeakSet<Element>): boolean {
  for (const x of [0.02, 0.5, 0.98]) {
    for (const y of [4, innerHeight - 4]) {
      const hit = page.elementFromPoint(innerWidth * x, y)
      for (let at = hit; at; at = parentOf(at)) {
        if (!settled.has(at) && /fixed|sticky/.test(getComputedStyle(at).position)) return true
      }
    }
  }
  return false
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
