/** What the page said of its content's moving, whichever try it said it to. */
import { type PageStop } from "../core/page-facts.ts"

type Shift = Pick<PageStop, "moved" | "late">

/**
 * The page tells of each change once, at the stop that follows it. Where no
 * frame came of that stop, the next one has to tell of it: the frames before
 * and after it are of two states of the page.
 */
export interface Shifts {
  readonly add: (stop: Shift) => void
  /** All since it was last taken. `moved` is the sum of all ways, in CSS pixels: never zero where there was one. */
  readonly take: () => Shift
}

export function countShifts(): Shifts {
  let [moved, late] = [0, 0]
  return {
    add(stop) {
      moved += Math.abs(stop.moved)
      late += stop.late
    },
    take() {
      const taken = { moved, late }
      ;[moved, late] = [0, 0]
      return taken
    },
  }
}
