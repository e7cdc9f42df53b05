/**
 * Holding the page still while it is photographed, and letting go. Whatever is
 * changed is put back: when told, when the line to the background breaks, and
 * when no order has come for a while.
 */
import { type Boxes, type BoxStand } from "./boxes.ts"
import { type Change, type Changes, trackChanges } from "./changes.ts"
import { type Overlays, watchOverlays } from "./overlays.ts"
import { untilStill } from "./still.ts"
import { boxOf, isDrawn, isInPage, lengthOf, page, pageScroller, parentOf } from "./unclobbered.ts"

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
  readonly changes: readonly Change[]
}

const WATCHDOG_MS = 30_000
const CALM_SHEET =
  "*, *::before, *::after { scroll-behavior: auto !important; scroll-snap-type: none !important; }"

export interface Hold {
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
  readonly scrollX: number
  readonly scrollY: number
}

/** @param documentId names this document: a new one has another, a route change inside it has the same. */
export function holdPage(documentId: string, boxes: Boxes): Hold {
  let held: Held | null = null
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
    const { changes, overlays, ...place } = held
    held = null
    overlays.stop()
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
    held = { changes, overlays: watchOverlays(changes), scrollX, scrollY }
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
    const first = await untilStill(forScreen)
    // Scrolling may have made a bar fixed, or brought one in: look again once it is drawn.
    const lowerBar = held?.overlays.settle(hideFixed, keep) ?? null
    // Two painted frames more: a picture of the screen runs behind the page, and under load gave the place before.
    const { painted, waitingPictures } = first.painted && forScreen ? await untilStill(true) : first
    return { ...whereIs(), painted, waitingPictures, lowerBar, changes: held?.changes.takeLog() ?? [] }
  }

  return {
    whereIs,
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

interface Landmark {
  readonly element: Element
  readonly top: number
}

/** Elements in the lower part of the viewport, whose place on the page must not change until the next stop. */
function pickLandmarks(): Landmark[] {
  const found = new Set<Element>()
  for (const across of [0.2, 0.4, 0.6, 0.8]) {
    for (const down of [0.6, 0.8, 0.95]) {
      const element = page.elementFromPoint(innerWidth * across, innerHeight * down)
      if (element === null || parentOf(element) === null || element instanceof HTMLBodyElement) continue
      if (!isHeldInPlace(element)) found.add(element)
    }
  }
  return Array.from(found, element => ({ element, top: pageTop(element) }))
}

function isHeldInPlace(element: Element): boolean {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    if (/fixed|sticky/.test(getComputedStyle(at).position)) return true
  }
  return false
}

// The median: one animated element says nothing of the page. Landmarks that left the page tell nothing either.
function commonMove(landmarks: readonly Landmark[]): number {
  const moves = landmarks
    .filter(({ element }) => isInPage(element) && isDrawn(element))
    .map(({ element, top }) => Math.round(pageTop(element) - top))
    .sort((a, b) => a - b)
  return moves[Math.floor(moves.length / 2)] ?? 0
}

const pageTop = (element: Element): number => boxOf(element).top + scrollY
