/**
 * The whole page in raw frames, by scrolling (Chromium). Positions are read
 * back after scrolling and kept in device pixels; every frame shares some rows
 * with the next, which the stitching compares.
 */
import { type FramePlace } from "../core/frames.ts"
import { type Limit, limitWhere } from "../core/limit.ts"
import { parsePrepared } from "../core/page-answers.ts"
import { type PageStop } from "../core/page-facts.ts"
import { type Sha256 } from "../core/seal/hash.ts"
import { OVERLAP } from "../core/stitch.ts"
import { type FrameShot } from "../protocol.ts"
import { isGrowing, limitAt } from "./bounds.ts"
import {
  frameAt,
  isResized,
  itemsShown,
  type Keep,
  keepBehind,
  moveTo,
  type Stage,
  takeFresh,
  tellCovered,
  WHOLE_PAGE,
} from "./frame-loop.ts"
import { growsOn } from "./growth.ts"

/** Screens of a page that does not grow while it is scrolled: of one that does, the user's limit. */
const MOST_FRAMES = 400
/** A page that shifts under the camera is gone through once more: what loaded on the way is there then, and has its room. */
const PASSES = 2

/** `recycling`: a list was found to take rows away, and the documents of the stops until there were not kept. */
type Ending = "end" | "stuck" | "recycling" | Limit

/**
 * Takes the frames, down to `end` in CSS pixels, or to the page's own; throws
 * what ends the scrolling before. Notes what is missing as gaps. Answers with
 * the greatest height that the page had in the last pass, in CSS pixels.
 */
export async function scrollFrames(stage: Stage, firstIndex: number, end = Infinity): Promise<number> {
  const { run, step } = stage
  let index = firstIndex
  let passes = 0
  for (let pass = 1; ; pass++) {
    const { ending, frames, moved, waiting, late, standing, height } = await keepBehind(stage, keep =>
      onePass(stage, keep, { firstIndex: index, pass, end }),
    )
    index += frames
    if (ending === "recycling") {
      stage.copies.begin(step)
      continue
    }
    passes += 1
    if (ending === "end" && moved + waiting + late > 0 && passes < PASSES) {
      const what = "content moved or came late while scrolling: gone through once more"
      run.note(step, what, { moved, waiting, late })
      continue
    }
    if (ending === "stuck") run.gap({ what: "frames", reason: "not-reached", count: null, where: null })
    else if (ending !== "end")
      run.gap({ what: "frames", reason: "limit", count: null, where: limitWhere(ending) })
    // What came late in the last pass stands where a frame had been taken without it.
    if (moved + late > 0) run.gap({ what: "seam", reason: "moved", count: moved + late, where: null })
    tellCovered(stage, standing)
    return height
  }
}

interface PassResult {
  readonly ending: Ending
  readonly frames: number
  /** Stops at which content had moved, or the window had another size. */
  readonly moved: number
  /** Pictures that had not come when their screen was taken. The page counts those that no frame shows in the end. */
  readonly waiting: number
  /** Content that came to where frames had been taken already. */
  readonly late: number
  /** What could not be hidden, by selector. */
  readonly standing: ReadonlySet<string>
  readonly height: number
}

async function onePass(
  stage: Stage,
  keep: Keep,
  { firstIndex, pass, end }: { readonly firstIndex: number; readonly pass: number; readonly end: number },
): Promise<PassResult> {
  const { run, page } = stage
  for (const change of parsePrepared(await page("prepare", null)).changes) {
    run.note(stage.step, "page changed by us", { ...change })
  }
  let last: PageStop | null = null
  let before: Sha256 | null = null
  let firstHeight = 0
  let movedSince = 0
  const standing = new Set<string>()
  const seen = { standing, frames: 0, moved: 0, waiting: 0, late: 0, height: 0 }
  // No stop follows that could tell of what moved after the last one.
  const ended = (ending: Ending): PassResult => ({
    ...{ ...seen, ending, moved: seen.moved + Number(seen.frames > 1 && movedSince !== 0) },
  })
  // What moved before the first frame moved between no two of them.
  stage.shifts.take()
  let y = 0
  for (;;) {
    run.signal.throwIfAborted()
    const framed = await frameAt(
      stage,
      () => moveTo(stage, y, { hideFixed: last !== null, forScreen: true }),
      () => takeFresh(stage, before),
    )
    const { stop, shot } = framed
    movedSince = framed.movedSince
    before = shot.sha256
    if (last === null) firstHeight = stop.documentHeight
    else if (stop.scrollY <= last.scrollY) return ended("stuck")
    if (last !== null && (stop.moved !== 0 || isResized(last, stop))) {
      seen.moved += 1
      run.note(stage.step, "content moved", { pixels: stop.moved, y: stop.scrollY, width: stop.clientWidth })
    }
    seen.waiting += stop.waitingPictures
    seen.late += stop.late
    for (const each of stop.standing) standing.add(each)
    seen.height = Math.max(seen.height, stop.documentHeight)
    const used = usedHeight(stop)
    const total = firstIndex + seen.frames + Math.ceil(remaining(stop, used) / (used - OVERLAP))
    const isAtEnd = stop.scrollY + used >= end || remaining(stop, used) <= 0
    let shown = used
    let ending: Ending | null = isAtEnd ? "end" : null
    try {
      if (isAtEnd && stop.scrollY + used < end && (await growsOn(stage, stop, firstHeight))) ending = null
      ending ??= await limitAfter(stage, seen.frames + 1, isGrowing(stop.documentHeight, firstHeight))
      // What stood at the end, a word of loading, has given way to what came: its place comes with the next frame.
      if (isAtEnd && ending === null) shown = Math.floor(used / 2)
    } finally {
      // Whatever befell the page meanwhile, this frame is of the page of the capture.
      await keep(firstIndex + seen.frames, shot, placeOf(stop, shot, shown, pass), total)
    }
    await stage.copies.keep(stage.step, firstIndex + seen.frames)
    seen.frames += 1
    last = stop
    if (stop.recycles && !stage.copies.areKept()) return ended("recycling")
    if (ending !== null) return ended(ending)
    y = stop.scrollY + shown - OVERLAP
  }
}

async function limitAfter(stage: Stage, screens: number, growing: boolean): Promise<Limit | null> {
  const items = await itemsShown(stage, growing, WHOLE_PAGE)
  return limitAt(stage.bounds, { screens, mostScreens: MOST_FRAMES, isGrowing: growing, items })
}

/** CSS pixels of the viewport that show the page itself: what a bar at the lower edge covers comes with the next frame. */
const usedHeight = (stop: PageStop): number =>
  Math.floor(Math.max(stop.clientHeight / 3, Math.min(stop.clientHeight, stop.lowerBar ?? Infinity)))

// Heights are rounded by the browser, positions are not: within one pixel is at the end.
const remaining = (stop: PageStop, used: number): number => {
  const left = stop.documentHeight - (stop.scrollY + used)
  return left < 1 ? 0 : left
}

const wholeHeight = ({ clientHeight }: PageStop): number => Math.floor(clientHeight)

/** Thinner than this, in CSS pixels, it is no scrollbar: the browser rounds both heights, each in its own way. */
const LEAST_BAR = 2

/** Device pixels of a scrollbar at the lower edge. What heights in CSS pixels leave of a picture may be a row short. */
function barOf({ viewportHeight, clientHeight, dpr }: PageStop): number {
  const bar = viewportHeight - clientHeight
  return bar < LEAST_BAR ? 0 : Math.round(bar * dpr)
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
    usedHeight: Math.min(
      shot.height,
      used < wholeHeight(stop) ? Math.round(used * dpr) : shot.height - barOf(stop),
    ),
    pass,
  }
}
