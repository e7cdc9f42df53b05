/** Whether the end of the page says that more of it is on its way. Looks, and changes nothing. */
import { isVisible } from "./elements.ts"
import { type Stand } from "./stand.ts"
import { boxOf, findIn, page, pageRoot, renderedIn, textIn } from "./unclobbered.ts"

const SIGNS = "[aria-busy=true], [role=progressbar], progress"
/** A longer text that holds the words speaks of something else. */
const LONGEST = 30
/** Not "load more": that is a button, which nobody presses. */
const WORDS = /加[载載]中|載入中|读取中|正在.{0,4}(?:加[载載]|載入|读取)|\bloading\b/i

/** CSS pixels above the window's lower edge in which a line of text is looked for, and how close to each other. */
const REACH = 320
const STEP = 12
const ACROSS = [0.25, 0.5, 0.75]

type Where = Pick<Stand, "scrollY" | "clientHeight" | "documentHeight">

/** Only of a page that stands at its end. */
export function saysLoading({ scrollY, clientHeight, documentHeight }: Where): boolean {
  if (scrollY + clientHeight < documentHeight - 1) return false
  return findIn(pageRoot(), SIGNS).some(isAtEnd) || Array.from(linesAtEnd()).some(isWordOfLoading)
}

function isAtEnd(element: Element): boolean {
  const { top, bottom } = boxOf(element)
  return bottom > innerHeight / 2 && top < innerHeight && isVisible(element)
}

function linesAtEnd(): Set<Element> {
  const found = new Set<Element>()
  for (let up = 2; up < Math.min(REACH, innerHeight); up += STEP) {
    for (const across of ACROSS) {
      const hit = page.elementFromPoint(innerWidth * across, innerHeight - up)
      if (hit !== null) found.add(hit)
    }
  }
  return found
}

function isWordOfLoading(element: Element): boolean {
  // Before its words are laid out: most of what is hit is long.
  if (textIn(element).length > 10 * LONGEST) return false
  const text = renderedIn(element).trim()
  return text.length <= LONGEST && WORDS.test(text)
}
