/**
 * Looks for one comment by its words, without touching the page. A place that
 * could be another comment's is none: whoever asks is told that there are several.
 */
import { type CommentFound, type CommentWords } from "../core/queue/comment.ts"
import { elementsAcross, textAcross } from "./across.ts"
import { elementsOfPage, isVisible, outwards } from "./elements.ts"
import { shadowOf } from "./shadow.ts"
import { attributeOf, closestIn, elementsOf, holderOf, localNameOf, parentOf, textIn } from "./unclobbered.ts"

/** Between a name and the words stand a badge, a date, a place: more than this much text is more than one comment. */
const MOST_AROUND = 300

export interface Found {
  readonly found: CommentFound["found"]
  /** Null but where it is one. */
  readonly element: Element | null
}

/** The smallest element that shows the author's name and, as a whole part of it, the words. */
export function findComment({ authorName, text, time }: CommentWords): Found {
  const words = squeezed(text)
  const name = squeezed(authorName ?? "")
  const exact = elementsOfPage(() => undefined).filter(element => squeezed(textIn(element)) === words)
  const places = exact
    .filter(element => !exact.some(other => parentOf(other) === element))
    .map(element => smallestWith(element, words, name))
    .filter(element => element !== null)
    .filter(isVisible)
  const once = [...new Set(places)]
  const told = time === null || once.length < 2 ? once : once.filter(each => shows(each, time))
  const [only, more] = told
  if (only === undefined) return { found: once.length === 0 ? "none" : "several", element: null }
  return more === undefined ? { found: "one", element: only } : { found: "several", element: null }
}

/**
 * Null where the name stands outside of the comment that the words stand in: then they are another one's. Sites draw a
 * comment from parts, each in a shadow root of its own: the name may stand in one of them and the words in another.
 */
function smallestWith(inner: Element, words: string, name: string): Element | null {
  if (name === "") return inner
  for (let at: Element | null = inner; at !== null; at = outwards(at)) {
    const within = elementsAcross(at)
    if (isOne(at, TOO_WIDE) || within.some(each => isOne(each, "h1, h2"))) return null
    if (squeezed(textAcross(at)).length > words.length + name.length + MOST_AROUND) return null
    if (at !== inner && within.some(each => isNamed(each, name))) return at
    if (isEntry(at)) return null
  }
  return null
}

const isOne = (element: Element, selector: string): boolean => closestIn(element, selector) === element

const TOO_WIDE = "html, body, main"
const ENTRY = 'li, tr, article, [role="listitem"], [role="article"], [role="comment"], [itemtype$="/Comment"]'

/** One of several that are built alike, or one that says that it is one: what stands around it is of others too. */
function isEntry(element: Element): boolean {
  if (isOne(element, ENTRY)) return true
  const parent = holderOf(element)
  if (parent === null || !isAround(element)) return false
  const kind = kindOf(element)
  return elementsOf(parent).some(other => other !== element && isAround(other) && kindOf(other) === kind)
}

const isAround = (element: Element): boolean => elementsOf(element).length > 0 || shadowOf(element) !== null

const kindOf = (element: Element): string =>
  `${localNameOf(element)}.${(attributeOf(element, "class") ?? "").split(/\s/)[0] ?? ""}`

/** As a whole: a name in somebody's sentence is no author. */
const isNamed = (element: Element, name: string): boolean =>
  squeezed(textIn(element)).replace(/^@|[:：]$/g, "") === name

const shows = (element: Element, said: string): boolean =>
  squeezed(textAcross(element)).includes(squeezed(said))

/** Sites differ in spaces and line ends only between what they show and what they say of it. */
const squeezed = (text: string): string => text.replace(/\s+/g, "")
