/**
 * Holding the page still while it is photographed, and letting go. Whatever is
 * changed is put back: when told, when the line to the background breaks, and
 * when no order has come for a while.
 */
import { type BoxStand, type PlacedBox } from "../core/box-answers.ts"
import { arrivalsOfPage } from "./arrivals.ts"
import { type Boxes } from "./boxes.ts"
import { type Change, type Changes, describe, trackChanges } from "./changes.ts"
import { commonMove, type Landmark, pageGround, pickLandmarks } from "./landmarks.ts"
import { type Calm, type Motion, nextFrame, watchMotion } from "./motion.ts"
import { type Overlays, watchOverlays } from "./overlays.ts"
import { type Lists } from "./lists.ts"
import { saysLoading } from "./loading.ts"
import { picturesOf } from "./pictures.ts"
import { type Roots, watchRoots } from "./roots.ts"
import { type Samples, takeSamples } from "./samples.ts"
import { type AsFound } from "./snapshot.ts"
import { type Stand, standOf } from "./stand.ts"
import { untilPainted, untilStill } from "./still.ts"
import { stopTimelines } from "./timelines.ts"

export interface Placed extends Stand {
  /** How far the landmarks of the last stop have moved on the page since: not zero means that content shifted. */
  readonly moved: number
}

export interface Stop extends Placed {
  readonly painted: boolean
  readonly waitingPictures: number
  readonly lowerBar: number | null
  /** Content that came above the window since the last stop: frames that were taken there are without it. */
  readonly late: number
  /** A list takes rows away again that were on the page. */
  readonly recycles: boolean
  readonly changes: readonly Change[]
  /** Elements that stay in the window although they were hidden, by selector: the page takes that back. */
  readonly standing: readonly string[]
  /** Elements that did not come to rest. */
  readonly moving: number
  /** Elements that were in the window when the page was scrolled to them, and are not seen from its top. */
  readonly gone: number
  /** The page stands at its end, which says that more is on its way. */
  readonly isLoading: boolean
}

const WATCHDOG_MS = 30_000
const CALM_SHEET =
  "*, *::before, *::after { scroll-behavior: auto !important; scroll-snap-type: none !important; }"

export interface Hold {
  /** The page without what holds it; null while nothing does. */
  readonly asFound: () => AsFound | null
  /** Pictures that had not come when their frame was taken. */
  readonly missedPictures: () => readonly Element[]
  /** Whether a picture came only after the last frame. */
  readonly cameLate: (picture: HTMLImageElement) => boolean
  readonly whereIs: () => Placed
  readonly prepare: () => Promise<{ readonly changes: readonly Change[] }>
  readonly scrollTo: (y: number, hideFixed: boolean, forScreen: boolean) => Promise<Stop>
  /** Shows a part of a box that scrolls by itself. Everything fixed is hidden, but for what the box stands in. */
  readonly scrollBox: (box: number, y: number) => Promise<Stop & { readonly box: BoxStand | null }>
  /** Where a box stands now; null for one that is not there any more. */
  readonly whereIsBox: (box: number) => PlacedBox | null
  readonly restore: () => {
    readonly stuck: readonly Change[]
    readonly scrollX: number
    readonly scrollY: number
  }
  /** The same, by way of the top: headers that come back when one scrolls up must not be left there. */
  readonly comeBack: () => Promise<ReturnType<Hold["restore"]>>
}

interface Held {
  readonly changes: Changes
  readonly overlays: Overlays
  readonly roots: Roots
  readonly motion: Motion
  /** Elements that the scroll position moved. */
  readonly driven: WeakSet<Element>
  readonly samples: Samples
  readonly scrollX: number
  readonly scrollY: number
}

/** @param documentId names this document: a new one has another, a route change inside it has the same. */
export function holdPage(documentId: string, boxes: Boxes, lists: Lists): Hold {
  let held: Held | null = null
  const arrivals = arrivalsOfPage()
  const pictures = picturesOf(() => held?.roots.all() ?? [document], arrivals)
  // Those of the last stop stay when the page is let go: it may move before it is held again for the next one.
  let landmarks: readonly Landmark[] = []
  let inBox: { readonly box: number; readonly landmarks: readonly Landmark[] } | null = null
  let watchdog: ReturnType<typeof setTimeout> | undefined

  const restore: Hold["restore"] = () => {
    clearTimeout(watchdog)
    boxes.putBack()
    if (held === null) return { stuck: [], scrollX, scrollY }
    const { changes, overlays, roots, motion, ...place } = held
    held = null
    overlays.stop()
    roots.stop()
    motion.stop()
    arrivals.stop()
    // First the place, while smooth scrolling is still off.
    scrollTo({ left: place.scrollX, top: place.scrollY, behavior: "instant" })
    return { stuck: changes.undo(), scrollX, scrollY }
  }

  const comeBack: Hold["comeBack"] = async () => {
    if (held !== null && held.scrollY > 0 && scrollY > held.scrollY) {
      scrollTo({ left: held.scrollX, top: 0, behavior: "instant" })
      await nextFrame()
    }
    return restore()
  }

  const keepWatch = () => {
    clearTimeout(watchdog)
    watchdog = setTimeout(restore, WATCHDOG_MS)
  }

  const takeHold = (): Held => {
    const changes = trackChanges()
    arrivals.watch()
    held = {
      changes,
      overlays: watchOverlays(changes),
      roots: watchRoots(lists.note),
      motion: watchMotion(),
      driven: new WeakSet(),
      samples: takeSamples(),
      scrollX,
      scrollY,
    }
    changes.addSheet(CALM_SHEET)
    keepWatch()
    return held
  }

  const movedIn = (box: number): number => {
    const ground = boxes.groundOf(box)
    return ground !== null && inBox?.box === box ? commonMove(ground, inBox.landmarks) : 0
  }

  // Lazy pictures further down are asked for only once the page has been there: to wait for them before would be in vain.
  let wentDown = false

  /** Moves the page, and answers when it is still. */
  const arrive = async (
    move: () => void,
    { forScreen, calm, ...how }: Arrival,
  ): Promise<Omit<Stop, "moved">> => {
    keepWatch()
    // A capture that was paused for longer than the watchdog waits has lost its hold.
    const { changes, overlays, motion, driven, samples } = held ?? takeHold()
    overlays.remember()
    move()
    stopTimelines(changes, driven)
    overlays.settle({ ...how, isLast: false })
    motion.begin()
    // Drawn is enough here: whatever it is about to show, its way to the screen is waited for below.
    const first = await untilStill(false, pictures, calm === "page" && wentDown ? "page" : "window")
    const toCalm = async (): Promise<Calm> =>
      // Nothing moves where nothing is drawn.
      calm === null || !first.painted ? { moving: 0, wasAwaited: false } : motion.untilCalm(calm)
    // A script that moves the page itself is judged by where it has brought it.
    if (overlays.isUndecided()) await motion.untilCalm("seen")
    else await toCalm()
    // Scrolling may have made a bar fixed, or brought one in: look again once it is drawn.
    const lowerBar = held?.overlays.settle({ ...how, isLast: true }) ?? null
    // Two painted frames more: a picture of the screen runs behind the page, and under load gave the place before.
    const second = first.painted && forScreen ? await untilStill(true, pictures) : first
    // Observers are told of what came into the window with a delay, and what they begin then takes its time.
    const { moving, wasAwaited } = await toCalm()
    const painted = wasAwaited && forScreen ? await untilPainted(true) : second.painted
    held?.roots.settle()
    const late = lists.look() + (forScreen ? pictures.note() : 0)
    // From the second tile on, what was missing in the first is missing.
    if (calm === "page" && !how.hideFixed) pictures.noteWhole()
    if (!forScreen && calm === null) samples.take()
    const standing = held?.overlays.standing().map(describe) ?? []
    const stand = standOf(documentId)
    return {
      ...{ ...stand, painted, waitingPictures: second.waitingPictures, lowerBar, late, standing, moving },
      recycles: lists.recycle(),
      gone: forScreen || calm === null ? 0 : samples.gone() + Number(overlays.isContent()),
      changes: held?.changes.takeLog() ?? [],
      isLoading: saysLoading(stand),
    }
  }

  return {
    whereIs: () => ({ ...standOf(documentId), moved: commonMove(pageGround, landmarks) }),
    asFound: () => held?.changes ?? null,
    missedPictures: pictures.missed,
    cameLate: pictures.cameLate,
    restore,
    comeBack,
    whereIsBox(box) {
      const stand = boxes.stand(box)
      return stand && { ...stand, moved: movedIn(box) }
    },
    async prepare() {
      await comeBack()
      return { changes: takeHold().changes.takeLog() }
    },
    async scrollTo(y, hideFixed, forScreen) {
      const move = () => {
        scrollTo({ left: 0, top: y, behavior: "instant" })
      }
      // Rectangles are painted from the top of the page: then everything on it has to be at rest.
      const calm = forScreen ? "seen" : y === 0 ? "page" : null
      wentDown ||= y > 0
      const stop = await arrive(move, { hideFixed, forScreen, calm, keep: null })
      const moved = commonMove(pageGround, landmarks)
      landmarks = pickLandmarks(pageGround)
      return { ...stop, moved }
    },
    async scrollBox(box, y) {
      const move = () => {
        boxes.move(box, y)
      }
      const stop = await arrive(move, {
        ...{ hideFixed: true, forScreen: true, calm: "seen", keep: boxes.elementOf(box) },
      })
      const ground = boxes.groundOf(box)
      const moved = movedIn(box)
      inBox = ground && { box, landmarks: pickLandmarks(ground) }
      return { ...stop, moved, box: boxes.stand(box) }
    },
  }
}

interface Arrival {
  readonly hideFixed: boolean
  readonly forScreen: boolean
  /** Where motion is waited for. */
  readonly calm: "seen" | "page" | null
  /** What this stands in is not hidden. */
  readonly keep: Element | null
}
