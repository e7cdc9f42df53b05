/** Which part of a box a person sees: what the window and the boxes around it leave. CSS pixels of the page's viewport. */
import { documentIn, outwards } from "./elements.ts"
import { isBodyOfItsOwn, scrolledBy } from "./inner-scroller.ts"
import { boxOf, lengthOf, pageScroller } from "./unclobbered.ts"

export interface Area {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface Shown extends Area {
  /** The whole of the box, whether it is seen or not. */
  readonly whole: Area
}

/** Narrower than this, a box is an ornament. */
const LEAST_WIDTH = 24

export const isWide = (element: Element): boolean => lengthOf(element, "clientWidth") >= LEAST_WIDTH

/** False where the box is drawn in another size than it is laid out in: its pixels have other places then. */
export function isMeasurable(element: Element): boolean {
  for (let at: Element | null = element; at; at = outwards(at)) {
    if (!(at instanceof HTMLElement)) continue
    const { width, height } = boxOf(at)
    if (Math.abs(width - at.offsetWidth) > 1 || Math.abs(height - at.offsetHeight) > 1) return false
  }
  return true
}

export function shownOf(element: Element): Shown {
  const { whole, seen } = leftByBoxes(element, contentArea(element))
  const window = pageScroller()
  const width = Math.min(innerWidth, lengthOf(window, "clientWidth"))
  return { ...cut(seen, { left: 0, top: 0, width, height: innerHeight }), whole }
}

/** What an element cuts off of something that stands in it: all but its content area, where it cuts off at all. */
export const leftByItself = (element: Element, area: Area): Area =>
  cutsOff(element) ? cut(area, contentArea(element)) : area

/**
 * What the boxes around an element leave of its area, or of a part of it, and
 * where both stand in the viewport of the page. `area` is in the viewport of the
 * element's own document. The window does not cut it.
 */
export function leftByBoxes(
  element: Element,
  area: Area,
  part: Area = area,
): { readonly whole: Area; readonly seen: Area } {
  let whole = area
  let seen = part
  let isFree = false
  for (let at: Element = element, around = outwards(at); around; at = around, around = outwards(at)) {
    if (around.ownerDocument !== at.ownerDocument) {
      const frame = contentArea(around)
      seen = moved(cut(seen, { left: 0, top: 0, width: frame.width, height: frame.height }), frame)
      whole = moved(whole, frame)
      isFree = false
      continue
    }
    // What is fixed hangs on the window: boxes around it do not cut it.
    isFree ||= getComputedStyle(at).position === "fixed"
    if (!isFree && cutsOff(around)) seen = cut(seen, contentArea(around))
  }
  return { whole, seen }
}

/** Where the content of a box is drawn: without borders and scrollbars; of a frame, its own viewport. */
function contentArea(element: Element): Area {
  const { left, top } = boxOf(element)
  const style = getComputedStyle(element)
  const isFrame = documentIn(element) !== null
  const inset = (side: "left" | "top"): number =>
    Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) +
    (isFrame ? Number.parseFloat(style.getPropertyValue(`padding-${side}`)) : 0)
  const drawn = isFrame ? scrolledBy(element) : element
  return {
    left: left + inset("left"),
    top: top + inset("top"),
    width: lengthOf(drawn, "clientWidth"),
    height: lengthOf(drawn, "clientHeight"),
  }
}

function cutsOff(element: Element): boolean {
  if (element.localName === "html" || (element.localName === "body" && !isBodyOfItsOwn(element))) return false
  const { overflowX, overflowY } = getComputedStyle(element)
  return overflowX !== "visible" || overflowY !== "visible"
}

const moved = (area: Area, { left, top }: Area): Area => ({
  ...area,
  left: area.left + left,
  top: area.top + top,
})

function cut(area: Area, by: Area): Area {
  const left = Math.max(area.left, by.left)
  const top = Math.max(area.top, by.top)
  return {
    left,
    top,
    width: Math.max(0, Math.min(area.left + area.width, by.left + by.width) - left),
    height: Math.max(0, Math.min(area.top + area.height, by.top + by.height) - top),
  }
}
