/**
 * The boxes of a page that scroll by themselves, each to its end: app shells,
 * panes, dialogs, chats. A frame shows the whole window as it was; which part of
 * it shows the box, and which rows of the box, stands beside it in numbers.
 *
 * What is not reached here stays a gap: the page is asked in the end which boxes
 * were not seen whole.
 */
import {
  type BoxStand,
  type BoxStop,
  type FoundBox,
  parseBoxes,
  parseBoxStand,
  parseBoxStop,
} from "../core/box-answers.ts"
import { EvidenceError } from "../core/errors.ts"
import { type BoxRecord, type FramePlace } from "../core/frames.ts"
import { parsePrepared } from "../core/page-answers.ts"
import { type Sha256 } from "../core/seal/hash.ts"
import { wait } from "../platform/clock.ts"
import { type FrameShot } from "../protocol.ts"
import { artifactsOf } from "../vault/read.ts"
import { addToCapture } from "../vault/write.ts"
import {
  arriveAt,
  checkArrived,
  checkStandsStill,
  frameAt,
  keepFrame,
  OVERLAP,
  type Stage,
  takeFresh,
} from "./frame-loop.ts"

/** Screens of a box that grows while it is scrolled, and of one that does not. */
const MOST_FRAMES_GROWING = 40
const MOST_FRAMES = 200
/** How often a chat is scrolled up for older lines, and how long each time it may take to bring them. */
const MOST_LOADS = 20
const LOAD_WAIT_MS = 150
const LOAD_WAITS = 4
/** A box that shows less than this of itself cannot be gone through in a sensible number of frames. */
const LEAST_SHOWN = 24

/** Takes the frames of every box. What ends one early ends that one; what ends the capture is thrown. */
export async function boxFrames(stage: Stage): Promise<void> {
  const { run, page } = stage
  // What was hidden for the frames before would not be found.
  await prepare(stage)
  const boxes = parseBoxes(await page("readBoxes", null))
  if (boxes.length === 0) return
  const kept: BoxRecord[] = []
  for (const [index, box] of boxes.entries()) {
    if (index > 0) await prepare(stage)
    run.note(stage.step, "a box that scrolls by itself", { box: box.box, selector: box.selector })
    const first = await nextIndex(stage)
    const { ending, contentHeight, dpr } = await oneBox(stage, box, first)
    run.note(stage.step, "box captured", { box: box.box, ending, contentHeight })
    if (ending === "end") await page("noteBoxSeen", { box: box.box })
    if (dpr !== null) kept.push(recordOf(box, contentHeight, dpr))
  }
  await addToCapture(run.ports.vault, run.id, { log: run.takeNotes(), row: { boxes: kept } })
}

async function prepare({ run, page, step }: Stage): Promise<void> {
  for (const change of parsePrepared(await page("prepare", null)).changes) {
    run.note(step, "page changed by us", { ...change })
  }
}

/** `end`: to its last row. Anything else leaves a gap, which the page is asked for in the end. */
type Ending = "end" | "limit" | "stuck" | "hidden" | "growing"

interface BoxResult {
  readonly ending: Ending
  /** CSS pixels. */
  readonly contentHeight: number
  /** Null where no frame was taken. */
  readonly dpr: number | null
}

async function oneBox(stage: Stage, found: FoundBox, firstIndex: number): Promise<BoxResult> {
  const { run } = stage
  if (found.startsAtEnd && !(await loadUpwards(stage, found))) {
    return { ending: "growing", contentHeight: found.contentHeight, dpr: null }
  }
  let before: Sha256 | null = null
  let last: { readonly y: number; readonly contentHeight: number; readonly dpr: number } | null = null
  const done = (ending: Ending): BoxResult => ({
    ending,
    contentHeight: last?.contentHeight ?? found.contentHeight,
    dpr: last?.dpr ?? null,
  })
  for (let frames = 0, y = 0; ; frames++) {
    run.signal.throwIfAborted()
    const move = () => moveBox(stage, found.box, y)
    const arrived = await arriveAt(stage, move)
    if (!isShown(arrived)) return done("hidden")
    if (arrived.box.y > y + 1 || (last !== null && arrived.box.y <= last.y)) return done("stuck")
    // There already: a second try moves again.
    const there = [arrived]
    const { stop, shot } = await frameAt<BoxStop>(
      stage,
      async () => there.pop() ?? move(),
      () => takeFresh(stage, before),
      stood => checkBoxStandsStill(stage, found.box, stood),
    )
    if (!isShown(stop)) return done("hidden")
    before = shot.sha256
    const { box } = stop
    // They may come later and be no gap to the page then, but this frame is without them.
    if (stop.waitingPictures > 0) {
      const where = `${String(found.box)}: y ${String(Math.round(box.y))}`
      run.gap({ what: "pictures", reason: "not-loaded", count: stop.waitingPictures, where })
    }
    last = { y: box.y, contentHeight: box.contentHeight, dpr: stop.dpr }
    const left = box.contentHeight - (box.y + box.height)
    const total = firstIndex + frames + Math.max(0, Math.ceil(left / (box.height - OVERLAP)))
    await keepFrame(stage, firstIndex + frames, shot, placeOf(stop, box, found.box, shot), total)
    if (left < 1) return done("end")
    const limit = box.contentHeight > found.contentHeight * 1.5 ? MOST_FRAMES_GROWING : MOST_FRAMES
    if (frames + 1 >= limit) return done("limit")
    y = box.y + box.height - OVERLAP
  }
}

type Shown = BoxStop & { readonly box: BoxStand }

const isShown = (stop: BoxStop): stop is Shown =>
  stop.box !== null && !stop.box.covered && stop.box.height >= LEAST_SHOWN && stop.box.width >= LEAST_SHOWN

async function moveBox(stage: Stage, box: number, y: number): Promise<BoxStop> {
  const stop = parseBoxStop(await stage.page("scrollBox", { box, y }))
  checkArrived(stage, stop, y)
  return stop
}

/**
 * Scrolls a chat up until nothing older comes; false where that did not end.
 * Only one that stood at its newest line: others are not asked for more.
 */
async function loadUpwards(stage: Stage, { box, contentHeight }: FoundBox): Promise<boolean> {
  let known = contentHeight
  for (let loads = 0; loads < MOST_LOADS; loads++) {
    stage.run.signal.throwIfAborted()
    const height = await grownTo(stage, box, known)
    if (height <= known) return true
    stage.run.note(stage.step, "older content came", { box, from: known, to: height })
    known = height
  }
  return false
}

/** The height of the content some time after it was scrolled to its first row. */
async function grownTo(stage: Stage, box: number, known: number): Promise<number> {
  for (let waits = 0; ; waits++) {
    const stop = await moveBox(stage, box, 0)
    const height = stop.box?.contentHeight ?? 0
    if (height > known || waits >= LOAD_WAITS) return height
    await wait(LOAD_WAIT_MS)
  }
}

async function checkBoxStandsStill(stage: Stage, box: number, stop: BoxStop): Promise<void> {
  await checkStandsStill(stage, stop)
  const stand = parseBoxStand(await stage.page("whereIsBox", { box }))
  const isSame =
    stand !== null &&
    stop.box !== null &&
    stand.y === stop.box.y &&
    stand.left === stop.box.left &&
    stand.top === stop.box.top &&
    stand.width === stop.box.width &&
    stand.height === stop.box.height
  if (!isSame) throw new EvidenceError("capture/stitch-mismatch", "the box moved while its picture was taken")
}

function placeOf(stop: BoxStop, part: BoxStand, box: number, shot: FrameShot): FramePlace {
  const { dpr } = stop
  const left = Math.ceil(part.left * dpr - 0.01)
  const top = Math.ceil(part.top * dpr - 0.01)
  const right = Math.min(shot.width, Math.floor((part.left + part.width) * dpr + 0.01))
  const bottom = Math.min(shot.height, Math.floor((part.top + part.height) * dpr + 0.01))
  return {
    x: Math.round(stop.scrollX * dpr),
    y: Math.round(stop.scrollY * dpr),
    width: shot.width,
    height: shot.height,
    scrollX: stop.scrollX,
    scrollY: stop.scrollY,
    dpr,
    usedWidth: Math.min(shot.width, Math.round(stop.clientWidth * dpr)),
    usedHeight: Math.min(shot.height, Math.round(stop.clientHeight * dpr)),
    pass: 1,
    // The first whole row of pixels that the part shows may begin a little below its edge.
    box: {
      box,
      left,
      top,
      width: right - left,
      height: bottom - top,
      y: Math.round(part.y * dpr + (top - part.top * dpr)),
    },
  }
}

function recordOf(
  { box, selector, x, y, width, height }: FoundBox,
  contentHeight: number,
  dpr: number,
): BoxRecord {
  const device = (length: number): number => Math.round(length * dpr)
  return {
    box,
    selector,
    x: device(x),
    y: device(y),
    width: device(width),
    height: device(height),
    contentHeight: device(contentHeight),
  }
}

/** The number of the next frame: those of the page itself come first. */
async function nextIndex({ run }: Stage): Promise<number> {
  const files = await artifactsOf(run.ports.vault, run.id)
  return files.filter(({ path }) => path.startsWith("frames/")).length
}
