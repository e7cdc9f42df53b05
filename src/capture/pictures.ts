/** The pictures of a page, wherever they stand: which have not come, which came too late, which stand in no frame. */
import { type Root } from "./elements.ts"
import { shownOf } from "./shown-part.ts"
import { boxOf, isDrawn } from "./unclobbered.ts"

export interface Pictures {
  /** Pictures that are seen in the window, and have not come. */
  readonly pending: () => HTMLImageElement[]
  /** Those of them that are worth a wait: none that was waited for in vain before. */
  readonly awaited: () => HTMLImageElement[]
  /** Milliseconds that a wait may still take: a page of nothing but dead pictures is not waited for at each. */
  readonly patience: () => number
  /** A wait of so many milliseconds is over, and these did not come in it. */
  readonly giveUp: (pictures: readonly HTMLImageElement[], waitedMs: number) => void
  /** A frame of the window is taken now. Answers with how many came above it since the last, where frames had been taken. */
  readonly note: () => number
  /** The page was looked at and is photographed later: what has come is in the frames. */
  readonly noteBeforehand: () => void
  /** Those that had not come when their frame was taken, and stand in none since. */
  readonly missed: () => readonly HTMLImageElement[]
}

/** How long one screen is waited for, how long all of them together, and how long each after that. */
const WAIT_MS = 1_500
const ALL_WAITS_MS = 20_000
const LEAST_WAIT_MS = 100

/** @param roots where to look */
export function picturesOf(roots: () => Iterable<Root>): Pictures {
  const shown = new WeakSet<HTMLImageElement>()
  const missed = new Set<HTMLImageElement>()
  const givenUp = new WeakSet<HTMLImageElement>()
  let waitedMs = 0

  const all = (): HTMLImageElement[] =>
    Array.from(roots()).flatMap(root => Array.from(root.querySelectorAll("img")))
  const pending = () => all().filter(picture => !picture.complete && isSeen(picture))

  return {
    pending,
    awaited: () => pending().filter(picture => !givenUp.has(picture)),
    patience: () => Math.min(WAIT_MS, Math.max(LEAST_WAIT_MS, ALL_WAITS_MS - waitedMs)),
    giveUp(given, ms) {
      waitedMs += ms
      for (const picture of given) givenUp.add(picture)
    },
    note() {
      let late = 0
      for (const picture of all()) {
        if (!isDrawn(picture)) continue
        if (isSeen(picture)) {
          if (picture.complete) {
            shown.add(picture)
            missed.delete(picture)
          } else missed.add(picture)
        } else if (isAbove(picture) && hasCome(picture) && !shown.has(picture)) {
          shown.add(picture)
          late += 1
        }
      }
      return late
    },
    noteBeforehand() {
      for (const picture of pending()) missed.add(picture)
      for (const picture of missed) if (picture.complete) missed.delete(picture)
    },
    missed: () => [...missed],
  }
}

const hasCome = ({ complete, naturalWidth }: HTMLImageElement): boolean => complete && naturalWidth > 0

/** In a frame of the page, its own window is not the one that is photographed. */
const isInFrame = (picture: HTMLImageElement): boolean => picture.ownerDocument !== document

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
