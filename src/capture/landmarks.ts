/** Elements whose place is compared from stop to stop: whether content has shifted meanwhile, on the page or in a box of it. */
import { boxOf, isDrawn, isInPage, page, parentOf, textIn } from "./unclobbered.ts"

/** What is scrolled: the page, or a box that scrolls by itself. */
export interface Ground {
  /** What is seen at a share of what it shows, from its upper left corner. Null where that is not its own. */
  readonly elementAt: (across: number, down: number) => Element | null
  /** The row of its content at which an element begins, in CSS pixels. */
  readonly rowOf: (element: Element) => number
  /** Where it ends, outwards: what is held in its place further out holds all of it. */
  readonly edge: Element | null
}

export interface Landmark {
  readonly element: Element
  readonly row: number
  /** What it says: one that is put to use for other content tells nothing. */
  readonly words: string
}

const LONGEST_WORDS = 200

export const pageGround: Ground = {
  elementAt: (across, down) => page.elementFromPoint(innerWidth * across, innerHeight * down),
  rowOf: element => boxOf(element).top + scrollY,
  edge: null,
}

/** Elements in the lower part of what is shown, whose place in the content must not change until the next stop. */
export function pickLandmarks(ground: Ground): Landmark[] {
  const found = new Set<Element>()
  for (const across of [0.2, 0.4, 0.6, 0.8]) {
    for (const down of [0.6, 0.8, 0.95]) {
      const element = ground.elementAt(across, down)
      if (element === null || parentOf(element) === null || element.localName === "body") continue
      if (!isHeldInPlace(element, ground.edge)) found.add(element)
    }
  }
  return Array.from(found, element => ({ element, row: ground.rowOf(element), words: wordsOf(element) }))
}

function isHeldInPlace(element: Element, edge: Element | null): boolean {
  for (let at: Element | null = element; at && at !== edge; at = parentOf(at)) {
    if (/fixed|sticky/.test(getComputedStyle(at).position)) return true
  }
  return false
}

// The median: one animated element says nothing of the page. Landmarks that left the page tell nothing either.
export function commonMove(ground: Ground, landmarks: readonly Landmark[]): number {
  const moves = landmarks
    .filter(({ element, words }) => isInPage(element) && isDrawn(element) && wordsOf(element) === words)
    .map(({ element, row }) => Math.round(ground.rowOf(element) - row))
    .sort((a, b) => a - b)
  return moves[Math.floor(moves.length / 2)] ?? 0
}

const wordsOf = (element: Element): string => textIn(element).slice(0, LONGEST_WORDS)
