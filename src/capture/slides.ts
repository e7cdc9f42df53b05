/**
 * Pictures that a row of slides keeps out of sight. Nothing that a person scrolls
 * brings them, only its arrows do, so that no frame has them: 小红书 and others
 * show a post of nine pictures so, one at a time.
 */
import { isVisible, outwards } from "./elements.ts"
import { isBodyOfItsOwn, isOpenFrame } from "./inner-scroller.ts"
import { boxOf } from "./unclobbered.ts"

/** CSS pixels of the shorter side. Smaller ones are marks and faces of a bar that runs along. */
const LEAST_SIDE = 96

/** One of each address that is nowhere in sight: a row that goes round has its ends twice. */
export function hiddenSlides(pictures: readonly HTMLImageElement[]): HTMLImageElement[] {
  const seen = new Set<string>()
  const hidden = new Map<string, HTMLImageElement>()
  for (const picture of pictures.filter(isLarge)) {
    const { currentSrc } = picture
    if (isCutAway(picture)) hidden.set(currentSrc, picture)
    else seen.add(currentSrc)
  }
  return Array.from(hidden).flatMap(([address, picture]) => (seen.has(address) ? [] : [picture]))
}

function isLarge(picture: HTMLImageElement): boolean {
  const { width, height } = boxOf(picture)
  return Math.min(width, height) >= LEAST_SIDE && isVisible(picture)
}

/** Whether a box that nobody can scroll leaves nothing of it, to the left or to the right. */
function isCutAway(picture: HTMLImageElement): boolean {
  const { left, right } = boxOf(picture)
  for (let at: Element = picture, around = outwards(at); around; at = around, around = outwards(at)) {
    // In a frame, the rectangles around are of another window.
    if (around.ownerDocument !== picture.ownerDocument || getComputedStyle(at).position === "fixed")
      return false
    if (!cutsAcross(around)) continue
    const box = boxOf(around)
    if (box.width > 0 && box.height > 0 && (right <= box.left + 1 || left >= box.right - 1)) return true
  }
  return false
}

function cutsAcross(element: Element): boolean {
  if (element.localName === "html" || (element.localName === "body" && !isBodyOfItsOwn(element))) return false
  const { overflowX } = getComputedStyle(element)
  return overflowX !== "visible" && !isOpenFrame(overflowX)
}
