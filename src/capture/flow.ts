/**
 * Elements that are fixed by their style and scroll with the page all the same:
 * in a box that is their ground because of a transform, or moved by a script
 * that scrolls in the page's stead. They are content; hiding them would lose it.
 */
import { isWithin } from "./elements.ts"
import { boxOf, isInPage, page } from "./unclobbered.ts"

export interface Flow {
  /** Remembers where each of them, and what is in the large ones, stands. Before the page is moved. */
  remember(fixed: readonly Element[]): void
  /** Whether it went as far as the page did since then; null where that cannot be told (yet). */
  wentAlong(element: Element): boolean | null
}

/** Holds so much of the window that it may be the page itself: a script needs a moment to move it. */
export function isLarge(element: Element): boolean {
  const { width, height } = boxOf(element)
  return width >= innerWidth / 2 && height >= innerHeight / 2
}

interface Mark {
  readonly element: Element
  readonly top: number
}

/** CSS pixels: rounding of positions. */
const SAME = 2
/** Shorter ways tell little: a header may go as far by itself. */
const LEAST_WAY = 8

export function watchFlow(): Flow {
  let marks = new Map<Element, readonly Mark[]>()
  let from = 0
  return {
    remember(fixed) {
      from = scrollY
      marks = new Map(fixed.map(element => [element, marksOf(element)]))
    },
    wentAlong(element) {
      const way = scrollY - from
      const known = marks.get(element)?.filter(mark => isInPage(mark.element))
      if (known === undefined || known.length === 0 || Math.abs(way) < LEAST_WAY) return null
      const along = known.filter(mark => Math.abs(boxOf(mark.element).top - mark.top + way) <= SAME)
      // Itself, or most of what is in it.
      return along.some(mark => mark.element === element) || along.length * 2 > known.length
    },
  }
}

function marksOf(element: Element): Mark[] {
  const inside = new Set([element])
  if (isLarge(element)) {
    for (const across of [0.25, 0.5, 0.75]) {
      for (const down of [0.3, 0.6, 0.9]) {
        const hit = page.elementFromPoint(innerWidth * across, innerHeight * down)
        if (hit !== null && isWithin(hit, element)) inside.add(hit)
      }
    }
  }
  return Array.from(inside, each => ({ element: each, top: boxOf(each).top }))
}
