/** What the picker points at: by the pointer, from post to post, and outwards and inwards from there. */
import { candidates, postAround } from "./candidates.ts"
import { isWithin, outwards } from "./elements.ts"
import { shadowOf } from "./shadow.ts"
import { boxOf, isInPage, lengthOf, page } from "./unclobbered.ts"

export interface Aim {
  readonly current: () => Element | null
  /** At the post under a place of the viewport, in CSS pixels. */
  readonly pointAt: (x: number, y: number) => void
  /** At the next post, or the one before; scrolls to it. */
  readonly step: (by: 1 | -1) => void
  readonly widen: () => void
  readonly narrow: () => void
  /** Scrolls what scrolls under a place; false where the page itself does. */
  readonly scrollAt: (x: number, y: number, by: number) => boolean
  /** Puts everything back that was scrolled to show a post. */
  readonly putBack: () => void
}

/**
 * @param host what the picker itself draws
 * @param likely what is pointed at first, and scrolled to; null for the post nearest to the middle of the window
 * @param onChange told of what is pointed at from now on
 */
export function takeAim(host: Element, likely: Element | null, onChange: (element: Element) => void): Aim {
  const posts = candidates()
  const places = new Map<Element, { readonly top: number; readonly left: number }>()
  let current: Element | null = null
  // What was left by widening: narrowing goes back to it.
  let narrower: Element[] = []

  const show = (element: Element) => {
    if (element === current) return
    current = element
    onChange(element)
  }
  const choose = (element: Element) => {
    narrower = []
    show(element)
  }
  const bringIntoView = (element: Element) => {
    if (isInView(element)) return
    for (let at = outwards(element); at; at = outwards(at)) {
      if (!places.has(at)) places.set(at, { top: at.scrollTop, left: at.scrollLeft })
    }
    Element.prototype.scrollIntoView.call(element, { block: "center", behavior: "instant" })
  }
  const aim: Aim = {
    current: () => (current !== null && isInPage(current) ? current : null),
    pointAt(x, y) {
      const hit = elementAt(x, y, host)
      if (hit === null) return
      const post = postAround(hit)
      // Once widened, the pointer has to leave what is chosen to choose anew.
      if (current !== null && narrower.length > 0 && isWithin(hit, current)) return
      choose(post)
    },
    step(by) {
      const next = neighbour(posts.filter(isInPage), current, by)
      if (next === null) return
      bringIntoView(next)
      choose(next)
    },
    widen() {
      const around = current === null ? null : outwards(current)
      if (current === null || around === null || around === page.documentElement) return
      narrower.push(current)
      show(around)
    },
    narrow() {
      const next = narrower.pop() ?? (current === null ? null : firstIn(current))
      if (next !== null && isInPage(next)) show(next)
    },
    scrollAt(x, y, by) {
      const box = scrollerAround(elementAt(x, y, host))
      box?.scrollBy({ top: by, behavior: "instant" })
      return box !== null
    },
    putBack() {
      for (const [element, { top, left }] of places) element.scrollTo({ top, left, behavior: "instant" })
    },
  }
  if (likely !== null) {
    bringIntoView(likely)
    choose(likely)
    return aim
  }
  const [nearest] = posts.filter(isInView).sort((one, other) => fromMiddle(one) - fromMiddle(other))
  if (nearest !== undefined) choose(nearest)
  return aim
}

/** The innermost element there, in shadow roots too. */
function elementAt(x: number, y: number, host: Element): Element | null {
  let found: Element | null = null
  for (let root: Pick<Document, "elementsFromPoint"> | null = page; root !== null;) {
    const hit: Element | undefined = root.elementsFromPoint(x, y).find(element => element !== host)
    if (hit === undefined || hit === found) break
    found = hit
    root = shadowOf(hit)
  }
  return found
}

/** The post after or before: of what is no post itself, the first in it, or the last that ends before. */
function neighbour(posts: readonly Element[], current: Element | null, by: 1 | -1): Element | null {
  if (posts.length === 0) return null
  const at = current === null ? -1 : posts.indexOf(current)
  const index = at >= 0 ? at + by : current === null ? 0 : besides(posts, current, by)
  return posts[(index + posts.length) % posts.length] ?? null
}

function besides(posts: readonly Element[], current: Element, by: 1 | -1): number {
  const after = posts.findIndex(
    post => (current.compareDocumentPosition(post) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  )
  const next = after < 0 ? posts.length : after
  return by > 0 ? next : next - 1
}

const firstIn = (element: Element): Element | null =>
  Array.from(shadowOf(element)?.children ?? element.children).find(child => {
    const { width, height } = boxOf(child)
    return width > 0 && height > 0
  }) ?? null

/** The nearest box around that the wheel would scroll, had it the pointer; null where that is the page. */
function scrollerAround(element: Element | null): Element | null {
  for (let at = element; at; at = outwards(at)) {
    if (at.localName === "html" || at.localName === "body") return null
    const isLonger = lengthOf(at, "scrollHeight") > lengthOf(at, "clientHeight")
    if (isLonger && /^(auto|scroll)$/.test(getComputedStyle(at).overflowY)) return at
  }
  return null
}

function isInView(element: Element): boolean {
  const { top, bottom, left, right } = boxOf(element)
  return bottom > 0 && top < innerHeight && right > 0 && left < innerWidth
}

function fromMiddle(element: Element): number {
  const { top, height } = boxOf(element)
  return Math.abs(top + height / 2 - innerHeight / 2)
}
