/**
 * Holding the page still while it is photographed, and letting go. Whatever is
 * changed is put back: when told, when the line to the background breaks, and
 * when no order has come for a while.
 */
import { type Boxes, type BoxStand } from "./boxes.ts"
import { type Change, type Changes, trackChanges } from "./changes.ts"
import { type Overlays, watchOverlays } from "./overlays.ts"
import { commonMove, type Landmark, pickLandmarks } from "./landmarks.ts"
import { type Lists } from "./lists.ts"
import { picturesOf } from "./pictures.ts"
import { type Roots, watchRoots } from "./roots.ts"
import { type AsFound } from "./snapshot.ts"
import { untilStill } from "./still.ts"
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
  readonly visible: boolean
}

export interface Stop extends Stand {
  readonly painted: boolean
  readonly waitingPictures: number
  readonly lowerBar: number | null
  /** How far the landmarks of the last stop have moved on the page since: not zero means that content shifted. */
  readonly moved: number
  /** Content that came above the window since the last stop: frames that were taken there are without it. */
  readonly late: number
  /** A list takes rows away again that were on the page. */
  readonly recycles: boolean
  readonly changes: readonly Change[]
}

const WATCHDOG_MS = 30_000
const CALM_SHEET =
  "*, *::before, *::after { scroll-behavior: auto !important; scroll-snap-type: none !important; }"

export interface Hold {
  /** The page without what holds it; null while nothing does. */
  readonly asFound: () => AsFound | null
  /** Pictures that had not come when their frame was taken. */
  readonly missedPictures: () => readonly Element[]
  readonly whereIs: () => Stand
  readonly prepare: () => { readonly changes: readonly Change[] }
  readonly scrollTo: (y: number, hideFixed: boolean, forScreen: boolean) => Promise<Stop>
  /** Shows a part of a box that scrolls by itself. Everything fixed is hidden, but for what the box stands in. */
  readonly scrollBox: (box: number, y: number) => Promise<Stop & { readonly box: BoxStand | null }>
  readonly restore: () => {
    readonly stuck: readonly Change[]
    readonly scrollX: number
    readonly scrollY: number
  }
}

interface Held {
  readonly changes: Changes
  readonly overlays: Overlays
  readonly roots: Roots
  readonly scrollX: number
  readonly scrollY: number
}

/** @param documentId names this document: a new one has another, a route change inside it has the same. */
export function holdPage(documentId: string, boxes: Boxes, lists: Lists): Hold {
  let held: Held | null = null
  const pictures = picturesOf(() => held?.roots.all() ?? [document])
  let landmarks: readonly Landmark[] = []
  let watchdog: ReturnType<typeof setTimeout> | undefined

  const whereIs = (): Stand => {
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
      visible: page.visibilityState === "visible",
    }
  }

  const restore: Hold["restore"] = () => {
    clearTimeout(watchdog)
    landmarks = []
    boxes.putBack()
    if (held === null) return { stuck: [], scrollX, scrollY }
    const { changes, overlays, roots, ...place } = held
    held = null
    overlays.stop()
    roots.stop()
    // First the place, while smooth scrolling is still off.
    scrollTo({ left: place.scrollX, top: place.scrollY, behavior: "instant" })
    return { stuck: changes.undo(), scrollX, scrollY }
  }

  const keepWatch = () => {
    clearTimeout(watchdog)
    watchdog = setTimeout(restore, WATCHDOG_MS)
  }

  const takeHold = (): Held => {
    const changes = trackChanges()
    held = { changes, overlays: watchOverlays(changes), roots: watchRoots(lists.note), scrollX, scrollY }
    changes.addSheet(CALM_SHEET)
    keepWatch()
    return held
  }

  /** Moves the page, and answers when it is still. */
  const arrive = async (
    move: () => void,
    { hideFixed, forScreen, keep }: Arrival,
  ): Promise<Omit<Stop, "moved">> => {
    keepWatch()
    // A capture that was paused for longer than the watchdog waits has lost its hold.
    const { overlays } = held ?? takeHold()
    move()
    overlays.settle(hideFixed, keep)
    const first = await untilStill(forScreen, pictures)
    // Scrolling may have made a bar fixed, or brought one in: look again once it is drawn.
    const lowerBar = held?.overlays.settle(hideFixed, keep) ?? null
    // Two painted frames more: a picture of the screen runs behind the page, and under load gave the place before.
    const { painted, waitingPictures } = first.painted && forScreen ? await untilStill(true, pictures) : first
    held?.roots.settle()
    const late = lists.look() + (forScreen ? pictures.note() : 0)
    // From the second tile on, what was missing in the first is missing.
    if (!forScreen && !hideFixed) pictures.noteBeforehand()
    return {
      ...whereIs(),
      ...{ painted, waitingPictures, lowerBar, late },
      recycles: lists.recycle(),
      changes: held?.changes.takeLog() ?? [],
    }
  }

  return {
    whereIs,
    asFound: () => held?.changes ?? null,
    missedPictures: pictures.missed,
    restore,
    prepare() {
      restore()
      return { changes: takeHold().changes.takeLog() }
    },
    async scrollTo(y, hideFixed, forScreen) {
      const move = () => {
        scrollTo({ left: 0, top: y, behavior: "instant" })
      }
      const stop = await arrive(move, { hideFixed, forScreen, keep: null })
      const moved = commonMove(landmarks)
      landmarks = pickLandmarks()
      return { ...stop, moved }
    },
    async scrollBox(box, y) {
      const move = () => {
        boxes.move(box, y)
      }
      const stop = await arrive(move, { hideFixed: true, forScreen: true, keep: boxes.elementOf(box) })
      return { ...stop, moved: 0, box: boxes.stand(box) }
    },
  }
}

interface Arrival {
  readonly hideFixed: boolean
  readonly forScreen: boolean
  /** What this stands in is not hidden. */
  readonly keep: Element | null
}
