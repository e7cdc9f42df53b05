/** The pictures of a page, wherever they stand: which have not come, which came too late, which stand in no frame. */
import { isVisible, type Root } from "./elements.ts"
import { leftByBoxes, shownOf } from "./shown-part.ts"
import { boxOf, isDrawn, lengthOf, pageScroller } from "./unclobbered.ts"

/** Where a frame looks that is taken next: at what is in the window, or at the whole page. */
export type Reach = "window" | "page"

export interface Pictures {
  /** Pictures that are seen there, and have not come. */
  readonly pending: (reach: Reach) => HTMLImageElement[]
  /** Those of them that are worth a wait: none that was waited for in vain before. */
  readonly awaited: (reach: Reach) => HTMLImageElement[]
  /** Milliseconds that a wait may still take: a page of nothing but dead pictures is not waited for at each. */
  readonly patience: () => number
  /** A wait of so many milliseconds is over, and these did not come in it. */
  readonly giveUp: (pictures: readonly HTMLImageElement[], waitedMs: number) => void
  /** A frame of the window is taken now. Answers with how many have come since the last where frames had been taken without them. */
  readonly note: () => number
  /** Frames of the whole page are taken from now on: what has come is in them, what has not is missing. */
  readonly noteWhole: () => void
  /** Those that had not come when their frame was taken, and stand in none since. */
  readonly missed: () => readonly HTMLImageElement[]
  /** Whether a picture that is there now came when the last frame was taken already. */
  readonly cameLate: (picture: HTMLImageElement) => boolean
}

/** How long one screen is waited for, how long all of them together, and how long each after that. */
const WAIT_MS = 1_500
const ALL_WAITS_MS = 20_000
const LEAST_WAIT_MS = 100

/** @param roots where to look */
export function picturesOf(roots: () => Iterable<Root>): Pictures {
  const shown = new WeakSet<HTMLImageElement>()
  // Photographed while there was nothing in it yet: one that a script has still to give an address is `complete` too.
  const blank = new WeakSet<HTMLImageElement>()
  const missed = new Set<HTMLImageElement>()
  // By their addresses too: a page may put another element in the place of the one that was photographed.
  const come = new WeakSet<HTMLImageElement>()
  const addresses = new Set<string>()
  const givenUp = new WeakSet<HTMLImageElement>()
  let waitedMs = 0

  const all = (): HTMLImageElement[] =>
    Array.from(roots()).flatMap(root => Array.from(root.querySelectorAll("img")))
  const pending = (reach: Reach) =>
    all().filter(picture => !picture.complete && (reach === "page" ? isOnPage(picture) : isSeen(picture)))
  const noteCome = (picture: HTMLImageElement) => {
    if (!hasCome(picture)) return
    come.add(picture)
    addresses.add(picture.currentSrc)
  }

  return {
    pending,
    awaited: reach => pending(reach).filter(picture => !givenUp.has(picture)),
    patience: () => Math.min(WAIT_MS, Math.max(LEAST_WAIT_MS, ALL_WAITS_MS - waitedMs)),
    giveUp(given, ms) {
      waitedMs += ms
      for (const picture of given) givenUp.add(picture)
    },
    note() {
      let late = 0
      for (const picture of all()) {
        noteCome(picture)
        if (!isDrawn(picture)) continue
        if (isSeen(picture)) {
          if (!hasCome(picture)) {
            blank.add(picture)
            if (!picture.complete) missed.add(picture)
          } else if (!blank.has(picture) || isFromItsTop(picture)) {
            blank.delete(picture)
            shown.add(picture)
            missed.delete(picture)
          } else if (!shown.has(picture)) {
            shown.add(picture)
            late += 1
          }
        } else if (isAbove(picture) && hasCome(picture) && !shown.has(picture)) {
          shown.add(picture)
          late += 1
        }
      }
      return late
    },
    noteWhole() {
      for (const picture of all()) noteCome(picture)
      for (const picture of pending("page")) missed.add(picture)
      for (const picture of missed) if (picture.complete) missed.delete(picture)
    },
    missed: () => [...missed],
    cameLate: picture =>
      hasCome(picture) && isOnPage(picture) && !come.has(picture) && !addresses.has(picture.currentSrc),
  }
}

const hasCome = ({ complete, naturalWidth }: HTMLImageElement): boolean => complete && naturalWidth > 0

/** Whether a person who scrolls the page sees it, wherever the window stands: what boxes cut off, and what stands beside the page, is not seen. */
function isOnPage(picture: HTMLImageElement): boolean {
  if (!isVisible(picture)) return false
  const box = boxOf(picture)
  // One that has not come may have no size yet.
  if (!picture.complete && (box.width <= 0 || box.height <= 0)) return true
  const { seen } = leftByBoxes(picture, box)
  const right = Math.min(innerWidth, lengthOf(pageScroller(), "clientWidth"))
  // A counting pixel shows nothing.
  if (seen.width <= 2 && seen.height <= 2) return false
  return (
    seen.width > 0 &&
    seen.height > 0 &&
    seen.left < right &&
    seen.left + seen.width > 0 &&
    seen.top + seen.height > -scrollY
  )
}

/** In a frame of the page, its own window is not the one that is photographed. */
const isInFrame = (picture: HTMLImageElement): boolean => picture.ownerDocument !== document

/** Whether the frames from this one on show all of it: on the way down, the ones before have nothing of it. */
const isFromItsTop = (picture: HTMLImageElement): boolean => isInFrame(picture) || boxOf(picture).top >= 0

const isAbove = (picture: HTMLImageElement): boolean => !isInFrame(picture) && boxOf(picture).bottom <= 0

/** Whether a person sees any of it. A picture that failed is `complete` too, with no width: gaps.ts counts it. */
function isSeen(picture: HTMLImageElement): boolean {
  const { left, top, right, bottom, width, height } = boxOf(picture)
  // A counting pixel shows nothing. One that has not come may have no size yet.
  const isBlank = width <= 0 || height <= 0
  if (isBlank ? picture.complete : width <= 2 && height <= 2) return false
  if (!isInFrame(picture) && (bottom < 0 || top >= innerHeight || right <= 0 || left >= innerWidth))
    return false
  // One that is there needs no closer look: boxes around it may cut it off.
  if ((picture.complete || isBlank) && !isInFrame(picture)) return isDrawn(picture)
  const seen = shownOf(picture)
  return seen.width > 0 && seen.height > 0
}
