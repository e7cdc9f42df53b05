/** Where the page stands, as its script sees it. */
import { lengthOf, page, pageScroller } from "./unclobbered.ts"

/** Where the page stands. Lengths are CSS pixels. */
export interface Stand {
  readonly href: string
  readonly document: string
  readonly scrollX: number
  readonly scrollY: number
  readonly viewportHeight: number
  readonly viewportWidth: number
  readonly clientWidth: number
  readonly clientHeight: number
  readonly documentWidth: number
  readonly documentHeight: number
  readonly dpr: number
  readonly visualScale: number
  readonly visible: boolean
}

/** @param documentId names this document: a new one has another, a route change inside it has the same. */
export function standOf(documentId: string): Stand {
  const scroller = pageScroller()
  return {
    href: location.href,
    document: documentId,
    scrollX,
    scrollY,
    viewportHeight: innerHeight,
    viewportWidth: innerWidth,
    clientWidth: lengthOf(scroller, "clientWidth"),
    clientHeight: lengthOf(scroller, "clientHeight"),
    documentWidth: lengthOf(scroller, "scrollWidth"),
    documentHeight: lengthOf(scroller, "scrollHeight"),
    dpr: devicePixelRatio,
    visualScale: visualViewport?.scale ?? 1,
    visible: page.visibilityState === "visible",
  }
}
