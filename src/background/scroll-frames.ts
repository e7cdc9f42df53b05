/**
 * The whole page in raw frames, by scrolling (Chromium). Positions are read
 * back after scrolling and kept in device pixels; every frame shares some rows
 * with the next, which the stitching compares.
 */
import { type FramePlace } from "../core/frames.ts"
import { parsePrepared } from "../core/page-answers.ts"
import { type PageStop } from "../core/page-facts.ts"
import { type Sha256 } from "../core/seal/hash.ts"
import { type FrameShot } from "../protocol.ts"
import {
  frameAt,
  isResized,
  type Keep,
  keepBehind,
  moveTo,
  OVERLAP,
  type Stage,
  takeFresh,
} from "./frame-loop.ts"

/** Screens of a page that keeps growing while it is scrolled, and of one that does not. */
const MOST_FRAMES_GROWING = 40
const MOST_FRAMES = 400
/** A page that shifts under the camera is gone through once more: what loaded on the way is there then, and has its room. */
const PASSES = 2

type Ending = "end" | "limit" | "stuck"

/**
 * Takes the frames; throws what ends the scrolling before the end. Notes what is
 * missing as gaps. Answers with the greatest height that the page had in the
 * last pass, in CSS pixels.
 */
export async function scrollFrames(stage: Stage, firstIndex: number): Promise<number> {
  const { run, step } = stage
  let index = firstIndex
  for (let pass = 1; ; pass++) {
    const { ending, frames, moved, waiting, height } = await keepBehind(stage, keep =>
      onePass(stage, keep, index, pass),
    )
    index += frames
    if (ending === "end" && moved + waiting > 0 && pass < PASSES) {
      run.note(step, "content moved or came late while scrolling: gone through once more", { moved, waiting })
      continue
    }
    if (ending === "limit")
      run.gap({ what: "frames", reason: "limit", count: null, where: `${String(frames)} screens` })
    if (ending === "stuck") run.gap({ what: "frames", reason: "not-reached", count: null, where: null })
    if (moved > 0) run.gap({ what: "seam", reason: "moved", count: moved, where: null })
    if (waiting > 0) run.gap({ what: "pictures", reason: "not-loaded", count: waiting, where: null })
    return height
  }
}

interface PassResult {
  readonly ending: Ending
  readonly frames: number
  /** Stops at which content had moved, or the window had another size. */
  readonly moved: number
  /** Pictures that had not come when their screen was taken. */
  readonly waiting: number
  readonly height: number
}

async function onePass(stage: Stage, keep: Keep, firstIndex: number, pass: number): Promise<PassResult> {
  const { run, page } = stage
  for (const change of parsePrepared(await page("prepare", null)).changes) {
    run.note(stage.step, "page changed by us", { ...change })
  }
  let last: PageStop | null = null
  let before: Sha256 | null = null
  let firstHeight = 0
  const seen = { frames: 0, moved: 0, waiting: 0, height: 0 }
  let y = 0
  for (;;) {
    run.signal.throwIfAborted()
    const { stop, shot } = await frameAt(
      stage,
      () => moveTo(stage, y, { hideFixed: last !== null, forScreen: true }),
      () => takeFresh(stage, before),
    )
    before = shot.sha256
    if (last === null) firstHeight = stop.documentHeight
    else if (stop.scrollY <= last.scrollY) return { ...seen, ending: "stuck" }
    if (stop.moved !== 0 || (last && isResized(last, stop))) {
      seen.moved += 1
      run.note(stage.step, "content moved", { pixels: stop.moved, y: stop.scrollY, width: stop.clientWidth })
    }
    seen.waiting += stop.waitingPictures
    seen.height = Math.max(seen.height, stop.documentHeight)
    const used = usedHeight(stop)
    const total = firstIndex + seen.frames + Math.ceil(remaining(stop, used) / (used - OVERLAP))
    await keep(firstIndex + seen.frames, shot, placeOf(stop, shot, used, pass), total)
    seen.frames += 1
    last = stop
    if (remaining(stop, used) <= 0) return { ...seen, ending: "end" }
    const limit = stop.documentHeight > firstHeight * 1.5 ? MOST_FRAMES_GROWING : MOST_FRAMES
    if (seen.frames >= limit) return { ...seen, ending: "limit" }
    y = stop.scrollY + used - OVERLAP
  }
}

/** CSS pixels of the viewport that show the page itself: what a bar at the lower edge covers comes with the next frame. */
const usedHeight = (stop: PageStop): number =>
  Math.floor(Math.max(stop.clientHeight / 3, Math.min(stop.clientHeight, stop.lowerBar ?? Infinity)))

// Heights are rounded by the browser, positions are not: within one pixel is at the end.
const remaining = (stop: PageStop, used: number): number => {
  const left = stop.documentHeight - (stop.scrollY + used)
  return left < 1 ? 0 : left
}

function placeOf(stop: PageStop, shot: FrameShot, used: number, pass: number): FramePlace {
  const { dpr } = stop
  return {
    x: Math.round(stop.scrollX * dpr),
    y: Math.round(stop.scrollY * dpr),
    width: shot.width,
    height: shot.height,
    scrollX: stop.scrollX,
    scrollY: stop.scrollY,
    dpr,
    usedWidth: Math.min(shot.width, Math.round(stop.clientWidth * dpr)),
    usedHeight: Math.min(shot.height, Math.round(used * dpr)),
    pass,
  }
}
