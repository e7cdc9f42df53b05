/**
 * The boxes of a page that scroll by themselves: which there are, how to show a
 * part of one, and where it then stands in the viewport. Lengths are CSS pixels.
 */
import { type BoxStand, type FoundBox } from "../core/box-answers.ts"
import { boxGround } from "./box-ground.ts"
import { describe } from "./changes.ts"
import { allElements, isWithin, outwards } from "./elements.ts"
import { canBeScrolled, HIDDEN_PIXELS, hiddenOf, isInnerScroller, scrolledBy } from "./inner-scroller.ts"
import { type Ground } from "./landmarks.ts"
import { isMeasurable, isWide, type Shown, shownOf } from "./shown-part.ts"
import { lengthOf, page } from "./unclobbered.ts"

export interface Boxes {
  /**
   * Numbers the boxes that can be shown whole, the largest first, and remembers
   * where each stands. `chosen`, where it is a box, comes before all others,
   * whatever it stands in.
   */
  readonly find: (chosen: Element | null) => FoundBox[]
  readonly elementOf: (box: number) => Element | null
  /** Brings a row of its content to the upper edge of what is seen of it, as far as it goes. */
  readonly move: (box: number, y: number) => void
  readonly stand: (box: number) => BoxStand | null
  /** Null for a box that is not there any more. */
  readonly groundOf: (box: number) => Ground | null
  /** Frames were taken of all that it holds now. */
  readonly noteSeen: (box: number) => void
  readonly wasSeenWhole: (element: Element) => boolean
  /** Puts everything that was scrolled back to where it was found. */
  readonly putBack: () => void
}

/** A page of many small lists says little by each; the rest are stated gaps. */
const MOST_BOXES = 12
/** Lower than this, a box shows no line of text. */
const LEAST_HEIGHT = 24
/** What came in addition since the last look, and is no line of text. */
const GROWTH_PIXELS = 8

interface Place {
  readonly element: Element
  readonly top: number
  readonly left: number
  /** It stood at its lower end: a chat, which older lines may have come into above since. */
  readonly isAtEnd: boolean
}

export function boxesOfPage(): Boxes {
  const numbered = new Map<number, Element>()
  const seen = new WeakMap<Element, number>()
  const places = new Map<Element, Place>()

  const stand = (box: number): BoxStand | null => {
    const element = numbered.get(box)
    if (element === undefined) return null
    const shown = shownOf(element)
    const { top, whole } = shown
    const y = positionOf(scrolledBy(element)) + top - whole.top
    return {
      ...partOf(shown),
      y,
      contentHeight: contentHeightOf(element),
      covered: isCovered(element, shown),
    }
  }

  return {
    stand,
    groundOf(box) {
      const element = numbered.get(box)
      return element === undefined ? null : boxGround(element, positionOf)
    },
    elementOf: box => numbered.get(box) ?? null,
    find(chosen) {
      const isPlaced = (element: Element) =>
        isMeasurable(element) && hiddenOf(scrolledBy(element)).down > HIDDEN_PIXELS
      const found = allElements().filter(element => isInnerScroller(element) && isPlaced(element))
      const first = chosen !== null && canBeScrolled(chosen) && isPlaced(chosen) ? [chosen] : []
      const areas = new Map(found.map(element => [element, areaOf(element)]))
      const largest = found
        .filter(element => lengthOf(element, "clientHeight") >= LEAST_HEIGHT && isWide(element))
        .sort((a, b) => (areas.get(b) ?? 0) - (areas.get(a) ?? 0))
      const taken = [...new Set([...first, ...largest])].slice(0, MOST_BOXES)
      numbered.clear()
      for (const [index, element] of taken.entries()) {
        numbered.set(index + 1, element)
        for (let at: Element | null = scrolledBy(element); at; at = outwards(at)) remember(places, at)
      }
      return Array.from(numbered, ([box, element]) => factsOf(box, element, element === chosen))
    },
    move(box, y) {
      const element = numbered.get(box)
      if (element === undefined) return
      const scrolled = scrolledBy(element)
      scrolled.scrollTo({ top: firstTop(scrolled) + y, left: 0, behavior: "instant" })
      const { whole, height } = shownOf(element)
      if (height < whole.height - 1) {
        Element.prototype.scrollIntoView.call(element, {
          block: "start",
          inline: "nearest",
          behavior: "instant",
        })
      }
      // A box that is taller than the window: its last rows come by scrolling the page.
      const missing = y - (stand(box)?.y ?? y)
      if (missing >= 1) scrollBy({ top: missing, left: 0, behavior: "instant" })
    },
    noteSeen(box) {
      const element = numbered.get(box)
      if (element !== undefined) seen.set(element, contentHeightOf(element))
    },
    wasSeenWhole(element) {
      const height = seen.get(element)
      if (height === undefined) return false
      return (
        contentHeightOf(element) <= height + GROWTH_PIXELS &&
        hiddenOf(scrolledBy(element)).across <= HIDDEN_PIXELS
      )
    },
    putBack() {
      for (const { element, left, isAtEnd, ...place } of places.values()) {
        const top = isAtEnd
          ? lengthOf(element, "scrollHeight") - lengthOf(element, "clientHeight")
          : place.top
        if (element.scrollTop !== top || element.scrollLeft !== left) {
          element.scrollTo({ top, left, behavior: "instant" })
        }
      }
    },
  }
}

function factsOf(box: number, element: Element, chosen: boolean): FoundBox {
  const { whole } = shownOf(element)
  const scrolled = scrolledBy(element)
  const below = hiddenOf(scrolled).down - positionOf(scrolled)
  return {
    box,
    selector: describe(element),
    x: whole.left + scrollX,
    y: whole.top + scrollY,
    width: whole.width,
    height: whole.height,
    contentHeight: contentHeightOf(element),
    startsAtEnd: positionOf(scrolled) > 0 && below <= HIDDEN_PIXELS,
    chosen,
  }
}

function remember(places: Map<Element, Place>, element: Element): void {
  // The page's own place is put back by whoever holds it.
  if (element === page.scrollingElement || places.has(element)) return
  const { scrollTop: top, scrollLeft: left } = element
  places.set(element, { element, top, left, isAtEnd: stoodAtEnd(element) })
}

const stoodAtEnd = (scrolled: Element): boolean =>
  scrolled.scrollTop > 0 && hiddenOf(scrolled).down - scrolled.scrollTop <= HIDDEN_PIXELS

/** Scroll positions of a box that is laid out from its lower end (column-reverse) are negative. */
const firstTop = (scrolled: Element): number => {
  const { display, flexDirection } = getComputedStyle(scrolled)
  const isReversed = display.includes("flex") && flexDirection === "column-reverse"
  return isReversed || scrolled.scrollTop < 0 ? -hiddenOf(scrolled).down : 0
}

/** How far it is scrolled, from the first row of its content on. */
const positionOf = (scrolled: Element): number => scrolled.scrollTop - firstTop(scrolled)

const contentHeightOf = (element: Element): number => lengthOf(scrolledBy(element), "scrollHeight")

const areaOf = (element: Element): number =>
  lengthOf(element, "clientWidth") * lengthOf(element, "clientHeight")

const partOf = ({ left, top, width, height }: Shown) => ({ left, top, width, height })

const ACROSS = [0.1, 0.5, 0.9]
const DOWN = [0.1, 0.5, 0.9]
/** A button that floats over the corner of a box leaves the box to be read. */
const COVERED_POINTS = 3

function isCovered(element: Element, shown: Shown): boolean {
  let covered = 0
  for (const across of ACROSS) {
    for (const down of DOWN) {
      const hit = page.elementFromPoint(shown.left + shown.width * across, shown.top + shown.height * down)
      // What stands in a frame or a shadow root is hit as that frame or host.
      const isOwn = hit !== null && (isWithin(hit, element) || isWithin(element, hit))
      if (!isOwn) covered += 1
    }
  }
  return covered >= COVERED_POINTS
}
