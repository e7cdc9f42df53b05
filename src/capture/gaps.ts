/**
 * What the page holds that neither the pictures nor the texts show: the ground
 * on which `complete` stands. When in doubt a gap is stated: a gap too many is a
 * question, one too few is a lie.
 */
import { type Gap } from "../core/evidence.ts"
import { type AnnouncedComments } from "../core/post-facts/announced.ts"
import { limitWhere } from "../core/limit.ts"
import { describe } from "./changes.ts"
import { commentGap } from "./comments.ts"
import { allElements, documentIn, isFrame, isVisible } from "./elements.ts"
import { foldedTexts } from "./folded.ts"
import { canBeScrolled, HIDDEN_PIXELS, isInnerScroller, isOpenFrame } from "./inner-scroller.ts"
import { MOST_ROWS } from "./lists.ts"
import { hiddenSlides } from "./slides.ts"
import { boxOf, lengthOf, pageRoot, pageScroller } from "./unclobbered.ts"

const WHERE_LIMIT = 5

/** What the scrolling found out. */
export interface Scrolled {
  /** Whether frames were taken of all that a box holds now. */
  readonly wasSeenWhole: (box: Element) => boolean
  /** Pictures that had not come when their frame was taken. */
  readonly missedPictures: readonly Element[]
  /** Whether a picture came only after the last frame. */
  readonly cameLate: (picture: HTMLImageElement) => boolean
  /** Rows of lists that take theirs away are left out of the text, since there were too many. */
  readonly isWithoutRows: boolean
  /** What the user pointed at: where it is a box, it is wanted whole, even a menu. */
  readonly chosen: Element | null
  /** What the site's data says of the post's comments; null where it does not. */
  readonly comments: AnnouncedComments | null
}

export function readGaps({
  wasSeenWhole,
  missedPictures,
  cameLate,
  isWithoutRows,
  chosen,
  comments,
}: Scrolled): Gap[] {
  const all = allElements()
  const scrollers = all.filter(
    element => isInnerScroller(element) || (element === chosen && canBeScrolled(element)),
  )
  const named = (name: string) => all.filter(element => element.localName === name && isVisible(element))
  const found: (Gap | null)[] = [
    gap("pictures", "not-loaded", [
      ...new Set([
        ...all.filter(isPicture).filter(picture => isBrokenPicture(picture) || cameLate(picture)),
        ...missedPictures,
      ]),
    ]),
    gap(
      "pictures",
      "not-shown",
      hiddenSlides(all.filter(isPicture).filter(({ naturalWidth }) => naturalWidth > 0)),
    ),
    isWithoutRows ? rowsGap() : null,
    gap(
      "inner-scroller",
      "not-scrolled",
      scrollers.filter(box => !wasSeenWhole(box)),
    ),
    gap("folded", "not-unfolded", foldedTexts(all)),
    gap("frame-content", "cross-origin", all.filter(isClosedFrame)),
    gap("video", "not-downloaded", named("video")),
    widthGap(),
    commentGap(all, comments),
  ]
  return found.filter(each => each !== null)
}

function gap(what: Gap["what"], reason: Gap["reason"], elements: readonly Element[]): Gap | null {
  if (elements.length === 0) return null
  const where = elements.slice(0, WHERE_LIMIT).map(describe).join("; ")
  return { what, reason, count: elements.length, where }
}

const rowsGap = (): Gap => ({
  ...{ what: "text", reason: "limit", count: null },
  where: limitWhere({ by: "tool", unit: "rows", n: MOST_ROWS }),
})

// Of documents in frames too, whose pictures are no instances of this one's class.
const isPicture = (element: Element): element is HTMLImageElement =>
  element.localName === "img" && "naturalWidth" in element

function isBrokenPicture(picture: HTMLImageElement): boolean {
  const { src, srcset, naturalWidth } = picture
  if ((src === "" && srcset === "") || naturalWidth > 0 || !isVisible(picture)) return false
  // A counting pixel shows nothing, whether it comes or not.
  const { width, height } = boxOf(picture)
  return !(width > 0 && width <= 2 && height > 0 && height <= 2)
}

const isClosedFrame = (element: Element): boolean =>
  isFrame(element) &&
  documentIn(element) === null &&
  isVisible(element) &&
  lengthOf(element, "clientHeight") > 2 &&
  lengthOf(element, "clientWidth") > 2

function widthGap(): Gap | null {
  const page = pageScroller()
  const hidden = lengthOf(page, "scrollWidth") - lengthOf(page, "clientWidth")
  if (hidden <= HIDDEN_PIXELS || isCutAcross()) return null
  return { what: "width", reason: "not-scrolled", count: null, where: `${String(hidden)} px` }
}

/** Whether nobody can scroll the page sideways: the root says so, or where it says nothing, the body. */
function isCutAcross(): boolean {
  const root = getComputedStyle(pageRoot())
  const isSilent = root.overflowX === "visible" && root.overflowY === "visible"
  const said = isSilent ? getComputedStyle(document.body).overflowX : root.overflowX
  return !isOpenFrame(said)
}
