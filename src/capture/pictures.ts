/** The pictures of a page, wherever they stand: which have not come, which came too late, which stand in no frame. */
import { type Arrivals } from "./arrivals.ts"
import { type Root } from "./elements.ts"
import { type NamedPicture } from "./named-pictures.ts"
import { watchNamed } from "./named-watch.ts"
import { isAbove, isFromItsTop, isOnPage, isSeen } from "./picture-place.ts"
import { isDrawn } from "./unclobbered.ts"

/** Where a frame looks that is taken next: at what is in the window, or at the whole page. */
export type Reach = "window" | "page"

export type Picture = HTMLImageElement | NamedPicture

export interface Pictures {
  /** Looks for pictures that styles name. */
  readonly look: (reach: Reach) => void
  /** Pictures that are seen there, and have not come. */
  readonly pending: (reach: Reach) => Picture[]
  /** Those of them that are worth a wait: none that was waited for in vain before. */
  readonly awaited: (reach: Reach) => Picture[]
  /** Milliseconds that a wait may still take: a page of nothing but dead pictures is not waited for at each. */
  readonly patience: () => number
  /** A wait of so many milliseconds is over, and these did not come in it. */
  readonly giveUp: (pictures: readonly Picture[], waitedMs: number) => void
  /** A frame of the window is taken now. Answers with how many have come since the last where frames had been taken without them. */
  readonly note: () => number
  /** Frames of the whole page are taken from now on: what has come is in them, what has not is missing. */
  readonly noteWhole: () => void
  /** Those that had not come when their frame was taken, and stand in none since; of those that styles name, the ones that failed as well. */
  readonly missed: () => readonly Element[]
  /** Whether a picture that is there now came when the last frame was taken already. */
  readonly cameLate: (picture: HTMLImageElement) => boolean
}

/** How long one screen is waited for, how long all of them together, and how long each after that. */
const WAIT_MS = 1_500
const ALL_WAITS_MS = 20_000
const LEAST_WAIT_MS = 100

/** @param roots where to look */
export function picturesOf(roots: () => Iterable<Root>, arrivals: Arrivals): Pictures {
  const named = watchNamed(roots, arrivals)
  const shown = new WeakSet<Picture>()
  // Photographed while there was nothing in it yet: one that a script has still to give an address is `complete` too.
  const blank = new WeakSet<Picture>()
  const missed = new Set<Picture>()
  // By their addresses too: a page may put another element in the place of the one that was photographed.
  const come = new WeakSet<Picture>()
  const addresses = new Set<string>()
  const givenUp = new WeakSet<Picture>()
  let waitedMs = 0

  const isOver = (picture: Picture): boolean =>
    isNamed(picture) ? arrivals.of(picture) !== "pending" : picture.complete
  const hasCome = (picture: Picture): boolean =>
    isNamed(picture) ? arrivals.of(picture) === "come" : picture.complete && picture.naturalWidth > 0
  // What a style names takes its size from something else.
  const mayGrow = (picture: Picture): boolean => !isNamed(picture) && !picture.complete

  const images = (): HTMLImageElement[] =>
    Array.from(roots()).flatMap(root => Array.from(root.querySelectorAll("img")))
  const all = (): Picture[] => [...images(), ...named.all()]
  const pending = (reach: Reach) =>
    all().filter(picture => {
      if (isOver(picture)) return false
      const element = elementOf(picture)
      return reach === "page" ? isOnPage(element, mayGrow(picture)) : isSeen(element, mayGrow(picture))
    })
  const noteCome = (picture: HTMLImageElement) => {
    if (!hasCome(picture)) return
    come.add(picture)
    addresses.add(picture.currentSrc)
  }

  return {
    look: reach => {
      named.look(reach === "page")
    },
    pending,
    awaited: reach => pending(reach).filter(picture => !givenUp.has(picture)),
    patience: () => Math.min(WAIT_MS, Math.max(LEAST_WAIT_MS, ALL_WAITS_MS - waitedMs)),
    giveUp(given, ms) {
      waitedMs += ms
      for (const picture of given) givenUp.add(picture)
    },
    note() {
      named.note()
      for (const picture of images()) noteCome(picture)
      let late = 0
      for (const picture of all()) {
        const element = elementOf(picture)
        if (!isDrawn(element)) continue
        if (isSeen(element, mayGrow(picture))) {
          if (!hasCome(picture)) {
            blank.add(picture)
            if (!isOver(picture)) missed.add(picture)
          } else if (!blank.has(picture) || isFromItsTop(element)) {
            blank.delete(picture)
            shown.add(picture)
            missed.delete(picture)
          } else if (!shown.has(picture)) {
            shown.add(picture)
            late += 1
          }
        } else if (isAbove(element) && hasCome(picture) && !shown.has(picture)) {
          shown.add(picture)
          late += 1
        }
      }
      return late
    },
    noteWhole() {
      named.note()
      for (const picture of images()) noteCome(picture)
      for (const picture of pending("page")) missed.add(picture)
      for (const picture of missed) if (isOver(picture)) missed.delete(picture)
    },
    missed: () => [
      ...new Set([...[...missed].filter(each => !isNamed(each)), ...named.lost(missed)].map(elementOf)),
    ],
    cameLate: picture =>
      hasCome(picture) &&
      isOnPage(picture, false) &&
      !come.has(picture) &&
      !addresses.has(picture.currentSrc),
  }
}

const isNamed = (picture: Picture): picture is NamedPicture => "urls" in picture

const elementOf = (picture: Picture): Element => (isNamed(picture) ? picture.element : picture)
