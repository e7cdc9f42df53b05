/** How far one capture may scroll: what the user chose for pages without an end, and how long all of it may take. */
import { type CaptureLimits } from "../core/capture-options.ts"
import { type Limit } from "../core/limit.ts"
import { monotonicMs } from "../platform/clock.ts"

export interface Bounds {
  readonly limits: CaptureLimits
  /** The user's limit of seconds, once it is reached; null before. */
  readonly overTime: () => Limit | null
  /** Leaves out a time in which nothing could be done: the tab was not in front. */
  readonly addPause: (ms: number) => void
}

/** The time counts from here on. */
export function startBounds(limits: CaptureLimits): Bounds {
  const began = monotonicMs()
  let pausedMs = 0
  return {
    limits,
    overTime: () =>
      monotonicMs() - began - pausedMs < limits.seconds * 1000
        ? null
        : { by: "user", unit: "seconds", n: limits.seconds },
    addPause: ms => {
      pausedMs += ms
    },
  }
}

/** How far the page, or a box of it, was scrolled. */
export interface Way {
  readonly screens: number
  /** What one that does not grow may have at the most. */
  readonly mostScreens: number
  readonly isGrowing: boolean
  /** Entries of the feed that were shown; null where nobody counted. */
  readonly items: number | null
}

/** The limit that ends it here; null where it may go on. */
export function limitAt({ limits, overTime }: Bounds, way: Way): Limit | null {
  const over = overTime()
  if (over !== null) return over
  if (!way.isGrowing) {
    return way.screens >= way.mostScreens ? { by: "tool", unit: "screens", n: way.mostScreens } : null
  }
  if (limits.items !== null && way.items !== null && way.items >= limits.items) {
    return { by: "user", unit: "items", n: limits.items }
  }
  return way.screens >= limits.screens ? { by: "user", unit: "screens", n: limits.screens } : null
}

/** A page, or a box, that has grown by more than half since it was first seen has no end that could be relied on. */
export const isGrowing = (height: number, firstHeight: number): boolean => height > firstHeight * 1.5
