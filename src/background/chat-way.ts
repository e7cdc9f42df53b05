/**
 * The way down a chat, from frame to frame. Its list may take rows away above
 * while others come in below: what was at one place in it is at another then, so
 * places are measured by the rows that two frames share. Lengths are CSS pixels.
 */
import { type BoxStand } from "../core/box-answers.ts"
import { shiftBetween } from "../core/chat/merge.ts"
import { type ChatRow, type ChatStop } from "../core/chat/row.ts"
import { OVERLAP } from "../core/stitch.ts"

export interface ChatWay {
  /** How far the rows of the last frame have moved in the list since; null where none of them is there. */
  readonly shiftTo: (now: ChatStop | null) => number | null
  /** Takes in what a frame shows. Answers as {@link shiftTo}. */
  readonly pass: (now: ChatStop | null) => number | null
  /** A place in the list as it stands at the last frame, in the measure of the first one. */
  readonly placeOf: (y: number) => number
  /** Where the next frame begins: with the first row that this one does not show whole, or with its last one. */
  readonly next: (box: BoxStand) => number
}

/** A row that begins higher than this share of the box would bring little that is new. */
const LEAST_WAY = 1 / 3

/** @param first rows that were shown before the first frame, in the same list */
export function wayDown(first: readonly ChatRow[]): ChatWay {
  let rows = first
  let slid = 0
  let hasBegun = false
  const shiftTo: ChatWay["shiftTo"] = now => (rows.length === 0 ? 0 : shiftBetween(rows, now?.rows ?? []))
  return {
    shiftTo,
    pass(now) {
      const moved = shiftTo(now)
      // Before the first frame there is nothing to be measured by.
      if (hasBegun) slid += moved ?? 0
      hasBegun = true
      rows = now?.rows ?? []
      return moved
    },
    placeOf: y => y - slid,
    next({ y, height }) {
      const edge = y + height
      const least = y + height * LEAST_WAY + OVERLAP
      const cut = rows.find(row => row.y < edge - 0.5 && row.y + row.height > edge + 0.5)
      const last = rows.findLast(row => row.y < edge - 0.5)
      const begin = [cut, last].find(row => row !== undefined && row.y >= least)
      return begin === undefined ? edge - OVERLAP : Math.min(edge, begin.y) - OVERLAP
    },
  }
}
