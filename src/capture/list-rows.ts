/** The rows of a list: which elements they are, what they say, and where they stand in what is scrolled. */
import { withoutOwnDrafts } from "./drafts.ts"
import { outwards } from "./elements.ts"
import { shadowOf } from "./shadow.ts"
import { boxOf, elementsOf, findIn, lengthOf, pageScroller, textIn } from "./unclobbered.ts"

export type Container = Element | ShadowRoot

export interface Row {
  readonly element: Element
  readonly text: string
  /** Unsent drafts that were left out of its text. */
  readonly drafts: number
}

/** More than this is no row, but a page. */
const LONGEST_ROW = 100_000
const MOST_AT_ONCE = 2_000
const NO_CONTENT = new Set(["script", "style", "template", "noscript", "link", "meta"])

/** What tells a row from others: its words, or where it has none, the addresses of its pictures. */
export function contentOf(element: Element): string {
  if (NO_CONTENT.has(element.localName)) return ""
  const shadow = shadowOf(element)
  const words = textIn(element).trim() || (shadow ? textIn(shadow).trim() : "")
  if (words !== "") return words
  const pictures = element.localName === "img" ? [element] : findIn(element, "img")
  return pictures.map(picture => picture.getAttribute("src") ?? "").join(" ")
}

/** The elements that are rows of a container; where it has one alone, which holds them, of that. */
export function rowElements(container: Container): Element[] {
  let at: Container = container
  for (;;) {
    const filled = elementsOf(at).filter(child => contentOf(child) !== "")
    const [only] = filled
    if (only === undefined || filled.length > 1 || elementsOf(only).length === 0) return filled
    at = only
  }
}

export function rowsOf(container: Container): Row[] {
  const rows: Row[] = []
  for (const element of rowElements(container).slice(0, MOST_AT_ONCE)) {
    const { text, drafts } = textOf(element)
    if (text !== "" && text.length <= LONGEST_ROW) rows.push({ element, text, drafts })
  }
  return rows
}

function textOf(element: Element): { readonly text: string; readonly drafts: number } {
  const own = withoutOwnDrafts(element)
  if (own.text.trim() !== "") return { ...own, text: own.text.trim() }
  const shadow = shadowOf(element)
  const inner = (shadow ? elementsOf(shadow) : []).map(withoutOwnDrafts)
  return {
    text: inner
      .map(({ text }) => text)
      .join("\n")
      .trim(),
    drafts: inner.reduce((sum, { drafts }) => sum + drafts, 0),
  }
}

/** Where a row stands in what is scrolled to see it: the box around it that scrolls, or the page. CSS pixels. */
export interface Place {
  readonly top: number
  readonly left: number
  readonly height: number
}

export function placeIn({ element }: Pick<Row, "element">): Place {
  const { top, left, height } = boxOf(element)
  const own = element.ownerDocument
  const page = own === document ? pageScroller() : own.scrollingElement
  for (let at = outwards(element); at?.ownerDocument === own && at !== page; at = outwards(at)) {
    if (!isScroller(at)) continue
    const box = boxOf(at)
    return {
      top: Math.round(top - box.top + at.scrollTop),
      left: Math.round(left - box.left + at.scrollLeft),
      height,
    }
  }
  const view = own.defaultView
  return {
    top: Math.round(top + (view?.scrollY ?? 0)),
    left: Math.round(left + (view?.scrollX ?? 0)),
    height,
  }
}

const isScroller = (element: Element): boolean =>
  lengthOf(element, "scrollHeight") > lengthOf(element, "clientHeight") &&
  /auto|scroll/.test(getComputedStyle(element).overflowY)
