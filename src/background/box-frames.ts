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
  parsePlacedBox,
  parseBoxStop,
} from "../core/box-answers.ts"
import { EvidenceError } from "../core/errors.ts"
import { type BoxRecord } from "../core/frames.ts"
import { type Limit, limitWhere } from "../core/limit.ts"
import { parsePrepared } from "../core/page-answers.ts"
import { type Sha256 } from "../core/seal/hash.ts"
import { OVERLAP } from "../core/stitch.ts"
import { wait } from "../platform/clock.ts"
import { artifactsOf, captureById } from "../vault/read.ts"
import { addToCapture } from "../vault/write.ts"
import { isGrowing, limitAt } from "./bounds.ts"
import { placeOf, recordOf } from "./box-place.ts"
import { type ChatTarget } from "./chat.ts"
import { downTo, moveAlong, noteUpper, placedShot, stageOfBox } from "./chat-box.ts"
import { type ChatWay, wayDown } from "./chat-way.ts"
import {
  arriveAt,
  checkArrived,
  checkStandsStill,
  frameAt,
  itemsShown,
  keepFrame,
  type Stage,
  tellCovered,
} from "./frame-loop.ts"
import { toOlder, type Upper } from "./older-messages.ts"
import { takeSettled } from "./settled-picture.ts"

/** Screens of a box that does not grow while it is scrolled (of one that does, the user's limit), and of all boxes together. */
const MOST_FRAMES = 200
const MOST_FRAMES_OF_ALL = 400
/** Where a chat begins is chosen so that its newest message is among them: it ends before that only where it grows on. */
const MOST_CHAT_FRAMES = 1_000
/** How often a chat is scrolled up for older lines, and how long each time it may take to bring them. */
const MOST_LOADS = 20
const LOAD_WAIT_MS = 150
const LOAD_WAITS = 4
/** A box that shows less than this of itself cannot be gone through in a sensible number of frames. */
const LEAST_SHOWN = 24

/** Takes the frames of every box. What ends one early ends that one; what ends the capture is thrown. */
export async function boxFrames(whole: Stage, chat: ChatTarget | null = null): Promise<void> {
  const { run, page } = whole
  // What was hidden for the frames before would not be found.
  await prepare(whole)
  const boxes = parseBoxes(await page("readBoxes", null))
  if (boxes.length === 0) return
  const kept: BoxRecord[] = []
  let left = MOST_FRAMES_OF_ALL
  for (const [index, box] of boxes.entries()) {
    const stage = await stageOfBox(whole, box, chat)
    const limit = left > 0 ? stage.bounds.overTime() : ALL_FRAMES
    if (limit !== null) {
      noteLimit(stage, limit, boxes.length - index)
      break
    }
    if (index > 0) await prepare(stage)
    run.note(stage.step, "a box that scrolls by itself", { box: box.box, selector: box.selector })
    const first = await nextIndex(stage)
    const upper = stage.chatIn === null || chat === null ? null : await toOlder(stage, box, chat)
    const go = () => oneBox(stage, box, { first, most: left, upper })
    const { ending, frames, contentHeight, dpr } = await (upper === null ? go() : downTo(stage, box, go))
    left -= frames
    const said = typeof ending === "string" ? ending : limitWhere(ending)
    run.note(stage.step, "box captured", { box: box.box, ending: said, contentHeight })
    if (typeof ending !== "string") noteLimit(stage, ending, 1)
    if (ending === "end") await page("noteBoxSeen", { box: box.box })
    if (upper !== null) await noteUpper(stage, box, upper)
    if (dpr !== null) kept.push(recordOf(box, contentHeight, dpr))
    if (dpr !== null && box.chosen) await noteChosen(stage, box.box)
  }
  await addToCapture(run.ports.vault, run.id, { log: run.takeNotes(), row: { boxes: kept } })
}

const ALL_FRAMES: Limit = { by: "tool", unit: "screens", n: MOST_FRAMES_OF_ALL }
const ALL_OF_CHAT: Limit = { by: "tool", unit: "screens", n: MOST_CHAT_FRAMES }

function noteLimit({ run }: Stage, limit: Limit, count: number): void {
  run.gap({ what: "inner-scroller", reason: "limit", count, where: limitWhere(limit) })
}

/** The post that the user pointed at is this box: all that it holds is in the box's pictures. */
async function noteChosen({ run }: Stage, box: number): Promise<void> {
  const row = await captureById(run.ports.vault, run.id)
  if (row?.post !== undefined)
    await addToCapture(run.ports.vault, run.id, { row: { post: { ...row.post, box } } })
}

async function prepare({ run, page, step }: Stage): Promise<void> {
  for (const change of parsePrepared(await page("prepare", null)).changes) {
    run.note(step, "page changed by us", { ...change })
  }
}

/** `end`: to its last row. Anything else leaves a gap, which the page is asked for in the end. */
type Ending = "end" | "stuck" | "hidden" | "growing" | Limit

interface BoxResult {
  readonly ending: Ending
  readonly frames: number
  /** CSS pixels. */
  readonly contentHeight: number
  /** Null where no frame was taken. */
  readonly dpr: number | null
}

interface BoxWish {
  /** The number of its first frame. */
  readonly first: number
  /** Frames that may be taken of it. */
  readonly most: number
  /** Of a chat that was scrolled up; null for another box. */
  readonly upper: Upper | null
}

async function oneBox(stage: Stage, found: FoundBox, wish: BoxWish): Promise<BoxResult> {
  const { run, copies } = stage
  const { first: firstIndex, most, upper } = wish
  let way: ChatWay | null = upper === null ? null : wayDown(upper.rows)
  if (upper === null && found.startsAtEnd && !(await loadUpwards(stage, found))) {
    return { ending: "growing", frames: 0, contentHeight: found.contentHeight, dpr: null }
  }
  let before: Sha256 | null = null
  let last: { readonly y: number; readonly contentHeight: number; readonly dpr: number } | null = null
  let frames = 0
  const done = (ending: Ending): BoxResult => ({
    ending,
    frames,
    contentHeight: last?.contentHeight ?? found.contentHeight,
    dpr: last?.dpr ?? null,
  })
  const top = upper?.start ?? 0
  for (let y = top; ;) {
    run.signal.throwIfAborted()
    const moveTo = (to: number) => moveBox(stage, found.box, to)
    const move = () => (way === null ? moveTo(y) : moveAlong(stage, way, y, moveTo))
    const first = await arriveAt(stage, move)
    // Content that came in above took it along, where the browser keeps in its place what is seen.
    const arrived =
      way === null && isShown(first) && first.box.y > y + 1 ? await arriveAt(stage, move) : first
    if (!isShown(arrived)) return done("hidden")
    if (way === null && (arrived.box.y > y + 1 || (last !== null && arrived.box.y <= last.y)))
      return done("stuck")
    // There already: a second try moves again.
    const there = [arrived]
    const { stop, movedSince, ...framed } = await frameAt<BoxStop>(
      stage,
      async () => there.pop() ?? move(),
      () => takeSettled(stage, before),
      stood => checkBoxStandsStill(stage, found.box, stood),
    )
    if (!isShown(stop)) return done("hidden")
    const shot = placedShot(stage, framed.shot, before)
    before = shot.sha256
    const { box } = stop
    const slid = way === null ? 0 : way.pass(shot.chat?.stop ?? null)
    const shifted = slid ?? 0
    const at = way?.placeOf(box.y) ?? box.y
    if (way !== null && last !== null && at <= last.y) return done("stuck")
    // Rows may have been passed by between two frames that share none.
    if (slid === null && last !== null)
      run.gap({
        what: "transcript",
        reason: "moved",
        count: 1,
        where: `${String(found.box)}: y ${String(Math.round(at))}`,
      })
    const where = `${String(found.box)}: y ${String(Math.round(box.y))}`
    // They may come later and be no gap to the page then, but this frame is without them.
    if (stop.waitingPictures > 0) {
      run.gap({ what: "pictures", reason: "not-loaded", count: stop.waitingPictures, where })
    }
    const left = box.contentHeight - (box.y + box.height)
    // A box is gone through once: the frames before and after are of two states of it. What moved after the last one no stop tells.
    const hasMoved = Math.abs(stop.moved - Math.abs(shifted)) >= 1 || (left < 1 && movedSince !== 0)
    if (last !== null && hasMoved) run.gap({ what: "seam", reason: "moved", count: 1, where })
    tellCovered(stage, new Set(stop.standing))
    last = { y: at, contentHeight: way?.placeOf(box.contentHeight) ?? box.contentHeight, dpr: stop.dpr }
    const total = firstIndex + frames + Math.max(0, Math.ceil(left / (box.height - OVERLAP)))
    await keepFrame(
      stage,
      firstIndex + frames,
      shot,
      placeOf(stop, { ...box, y: at }, found.box, shot),
      total,
    )
    await copies.keep(stage.step, firstIndex + frames)
    frames += 1
    if (stop.recycles && !copies.areKept()) {
      copies.begin(stage.step)
      // The rows of a chat are kept with each frame: only its first one is taken again, with its document.
      if (way === null || frames === 1) {
        last = null
        if (way !== null) before = null
        way = way && wayDown(shot.chat?.stop.rows ?? [])
        y = way === null ? top : box.y
        continue
      }
    }
    if (left < 1) return done("end")
    const limit =
      way === null
        ? await limitOf(stage, found, { frames, most, contentHeight: box.contentHeight })
        : frames >= MOST_CHAT_FRAMES
          ? ALL_OF_CHAT
          : null
    if (limit !== null) return done(limit)
    y = way?.next(box) ?? box.y + box.height - OVERLAP
  }
}

interface BoxWay {
  readonly frames: number
  readonly most: number
  readonly contentHeight: number
}

async function limitOf(
  stage: Stage,
  found: FoundBox,
  { frames, most, contentHeight }: BoxWay,
): Promise<Limit | null> {
  if (frames >= most) return ALL_FRAMES
  const growing = isGrowing(contentHeight, found.contentHeight)
  const items = await itemsShown(stage, growing, found.box)
  return limitAt(stage.bounds, { screens: frames, mostScreens: MOST_FRAMES, isGrowing: growing, items })
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

async function checkBoxStandsStill(stage: Stage, box: number, stop: BoxStop): Promise<number> {
  await checkStandsStill(stage, stop)
  const stand = parsePlacedBox(await stage.page("whereIsBox", { box }))
  const isSame =
    stand !== null &&
    stop.box !== null &&
    stand.y === stop.box.y &&
    stand.left === stop.box.left &&
    stand.top === stop.box.top &&
    stand.width === stop.box.width &&
    stand.height === stop.box.height
  if (!isSame) throw new EvidenceError("capture/stitch-mismatch", "the box moved while its picture was taken")
  return stand.moved
}

/** The number of the next frame: those of the page itself come first. */
async function nextIndex({ run }: Stage): Promise<number> {
  const files = await artifactsOf(run.ports.vault, run.id)
  return files.filter(({ path }) => path.startsWith("frames/")).length
}
