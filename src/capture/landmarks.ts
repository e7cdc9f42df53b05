/** Elements whose place on the page is compared from stop to stop: whether content has shifted meanwhile. */
import { boxOf, isDrawn, isInPage, page, parentOf, textIn } from "./unclobbered.ts"

export interface Landmark {
  readonly element: Element
  readonly top: number
  /** What it says: one that is put to use for other content tells nothing. */
  readonly words: string
}

const LONGEST_WORDS = 200

/** Elements in the lower part of the viewport, whose place on the page must not change until the next stop. */
export function pickLandmarks(): Landmark[] {
  const found = new Set<Element>()
  for (const across of [0.2, 0.4, 0.6, 0.8]) {
    for (const down of [0.6, 0.8, 0.95]) {
      const element = page.elementFromPoint(innerWidth * across, innerHeight * down)
      if (element === null || parentOf(element) === null || element instanceof HTMLBodyElement) continue
      if (!isHeldInPlace(element)) found.add(element)
    }
  }
  return Array.from(found, element => ({ element, top: pageTop(element), words: wordsOf(element) }))
}

function isHeldInPlace(element: Element): boolean {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    if (/fixed|sticky/.test(getComputedStyle(at).position)) return true
  }
  return false
}

// The median: one animated element says nothing of the page. Landmarks that left the page tell nothing either.
export function commonMove(landmarks: readonly Landmark[]): number {
  const moves = landmarks
    .filter(({ element, words }) => isInPage(element) && isDrawn(element) && wordsOf(element) === words)
    .map(({ element, top }) => Math.round(pageTop(element) - top))
    .sort((a, b) => a - b)
  return moves[Math.floor(moves.length / 2)] ?? 0
}

const wordsOf = (element: Element): string => textIn(element).slice(0, LONGEST_WORDS)

const pageTop = (element: Element): number => boxOf(element).top + scrollY
