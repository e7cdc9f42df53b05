/**
 * What a person may mean by a post: articles, entries of a list, siblings that
 * are built alike, boxes that scroll by themselves.
 */
import { allElements, isNavigation, isVisible, outwards } from "./elements.ts"
import { canBeScrolled } from "./inner-scroller.ts"
import { boxOf } from "./unclobbered.ts"

const ARTICLES = "article, [role=article]"
const ENTRIES = "li, [role=listitem], [role=row], blockquote"
/** CSS pixels. Smaller than this is no post. */
const LEAST_WIDTH = 120
const LEAST_HEIGHT = 32
/** This many siblings built alike are a list. */
const ALIKE = 3
const MOST = 1_000

/** In the order of the document. */
export function candidates(): Element[] {
  const all = allElements()
  const found = all.filter(element => isLarge(element) && isCandidate(element) && isVisible(element))
  return found.slice(0, MOST)
}

const isCandidate = (element: Element): boolean =>
  element.matches(ARTICLES) || isEntry(element) || canBeScrolled(element)

const isEntry = (element: Element): boolean =>
  (element.matches(ENTRIES) || isOneOfMany(element)) && !isNavigation(element)

function isOneOfMany(element: Element): boolean {
  const { parentElement: parent, localName } = element
  if (parent === null || (localName !== "div" && localName !== "section")) return false
  const [name] = element.classList
  if (name === undefined) return false
  const alike = Array.from(parent.children).filter(
    other => other.localName === localName && other.classList.contains(name),
  )
  return alike.length >= ALIKE && alike.filter(isLarge).length >= ALIKE
}

function isLarge(element: Element): boolean {
  const { width, height } = boxOf(element)
  return width >= LEAST_WIDTH && height >= LEAST_HEIGHT
}

/** The post that something belongs to: the nearest article, else the nearest entry of a list, else itself. */
export function postAround(element: Element): Element {
  return nearest(element, at => at.matches(ARTICLES)) ?? nearest(element, isEntry) ?? element
}

function nearest(element: Element, is: (at: Element) => boolean): Element | null {
  for (let at: Element | null = element; at; at = outwards(at)) {
    if (isLarge(at) && is(at)) return at
  }
  return null
}
