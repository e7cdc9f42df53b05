/**
 * Whether the page shows at its top what it showed when it was scrolled there:
 * some take content away that is out of the window. A picture of what is not in
 * the window would show nothing in its place.
 */
import { outwards } from "./elements.ts"
import { isDrawn, isInPage, page } from "./unclobbered.ts"

export interface Samples {
  /** Remembers some of what is in the window now. */
  take(): void
  /** How many of those are not there, or not seen, any more. */
  gone(): number
}

const PLACES = [0.1, 0.5, 0.9]
/** An element that is fainter counts as not seen. */
const FAINT = 0.5

export function takeSamples(): Samples {
  const taken = new Set<Element>()
  return {
    take() {
      for (const across of PLACES) {
        for (const down of PLACES) {
          const hit = page.elementFromPoint(innerWidth * across, innerHeight * down)
          if (hit !== null) taken.add(hit)
        }
      }
    },
    gone: () => Array.from(taken).filter(element => !isSeen(element)).length,
  }
}

function isSeen(element: Element): boolean {
  if (!isInPage(element) || !isDrawn(element)) return false
  if (!element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })) return false
  let opacity = 1
  for (let at: Element | null = element; at; at = outwards(at))
    opacity *= Number(getComputedStyle(at).opacity)
  return opacity >= FAINT
}
