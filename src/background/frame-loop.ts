/** What both ways of photographing a page share: moving it, checking it, storing frames. */
import { type ErrorCode, EvidenceError } from "../core/errors.ts"
import { type FramePlace } from "../core/frames.ts"
import { parseItems } from "../core/page-answers.ts"
import { type PageStand, type PageStop, parseStand, parseStop } from "../core/page-facts.ts"
import { type Sha256 } from "../core/seal/hash.ts"
import { monotonicMs, wait } from "../platform/clock.ts"
import { type FrameShot } from "../protocol.ts"
import { addToCapture } from "../vault/write.ts"
import { frameArtifact, framePath, takeOwned, takeShot } from "./frame.ts"
import { type Bounds } from "./bounds.ts"
import { type ChatPlace, readChat, shownChat, type ShownChat, withChat } from "./chat.ts"
import { type Copies } from "./copies.ts"
import { type MarkedShot, readMarks, steadyMarks, withMarks } from "./marks.ts"
import { checkAddress, type OwnedStep, untilInFront } from "./ownership.ts"
import { type PageAsk } from "./page-texts.ts"
import { type Shifts } from "./shifts.ts"

export interface Stage extends OwnedStep {
  readonly page: PageAsk
  /** The document that the capture speaks of; another one is another page. */
  readonly document: string
  readonly bounds: Bounds
  readonly copies: Copies
  readonly shifts: Shifts
  /** There is a post or a sentence to be found in the frames. */
  readonly marked: boolean
  /** Where the rows of a chat are read with each frame; null where there is none. */
  readonly chatIn: ChatPlace | null
}

/** A picture, and what is known of what it shows. */
export interface KnownShot extends MarkedShot {
  readonly chat: ShownChat | null
}

const TRIES = 3

const STALE_TRIES = 4
const STALE_PAUSE_MS = 60

const UNSTEADY = "capture/stitch-mismatch"

/** The tab may come back to the front, a busy page may answer the next time, one that moved may stand. */
const WORTH_ANOTHER: ReadonlySet<ErrorCode> = new Set(["capture/tab-hidden", "capture/page-silent", UNSTEADY])

/**
 * Moves the page and answers where it stands, or throws: `capture/page-left`
 * for another document, `capture/route-changed`, `capture/tab-hidden` when
 * nothing was painted.
 */
export async function moveTo(
  stage: Stage,
  y: number,
  { hideFixed, forScreen }: { readonly hideFixed: boolean; readonly forScreen: boolean },
): Promise<PageStop> {
  const stop = parseStop(await stage.page("scrollTo", { y, hideFixed, forScreen }))
  checkArrived(stage, stop, y)
  return stop
}

/** Notes what was changed on the way to `y`, and what moved. Throws where this is not the page of the capture, or nobody sees it. */
export function checkArrived(stage: Stage, stop: PageStop, y: number): void {
  stage.shifts.add(stop)
  checkSameDocument(stage, stop)
  for (const change of stop.changes) stage.run.note(stage.step, "page changed by us", { ...change })
  if (stop.waitingPictures > 0) {
    stage.run.note(stage.step, "pictures still loading", { y, count: stop.waitingPictures })
  }
  if (stop.moving > 0) stage.run.note(stage.step, "content is still moving", { y, count: stop.moving })
  checkNotPinched(stop)
  if (!stop.painted || !stop.visible)
    throw new EvidenceError("capture/tab-hidden", "the page is not being painted")
}

export interface Framed<S extends PageStop> {
  /** Where it was taken; what moved before it is all that did since the frame before. */
  readonly stop: S
  readonly shot: KnownShot
  /** How far the content moved from the stop until the picture was there, in CSS pixels. */
  readonly movedSince: number
}

/**
 * One owned frame at a place, with up to three tries. `arrive` moves the page,
 * `take` takes the picture of where it then stands, and `check` throws where it
 * does not stand there any more, and else says how far its content has moved.
 */
export function frameAt<S extends PageStop>(
  stage: Stage,
  arrive: () => Promise<S>,
  take: (stop: S) => Promise<FrameShot>,
  check: (stop: S) => Promise<number> = stop => checkStandsStill(stage, stop),
): Promise<Framed<S>> {
  return patiently(stage, async () => {
    const stop = await arrive()
    const before = await readMarks(stage)
    const rowsBefore = await readChat(stage)
    const shot = await whileInFront(stage, () => take(stop))
    const movedSince = await check(stop)
    const marks = steadyMarks(stage, before, await readMarks(stage))
    const chat = shownChat(rowsBefore, await readChat(stage))
    return { stop: { ...stop, ...stage.shifts.take() }, shot: { ...shot, marks, chat }, movedSince }
  })
}

/** Moves the page without taking a frame, with as many tries. */
export const arriveAt = <S extends PageStop>(stage: Stage, arrive: () => Promise<S>): Promise<S> =>
  patiently(stage, arrive)

/** Whether this browser paints any rectangle of the page: asked by a picture, so with as many tries. */
export const asksForRects = (stage: Stage): Promise<boolean> =>
  patiently(stage, () => whileInFront(stage, () => stage.run.ports.paintsRects(stage.run.windowId)))

/** What `take` answers; throws `capture/tab-hidden` where another tab came to the front meanwhile. */
async function whileInFront<T>(stage: Stage, take: () => Promise<T>): Promise<T> {
  const taken = await takeOwned(stage, take)
  if (taken === null) throw new EvidenceError("capture/tab-hidden", "the tab did not stay in front")
  return taken
}

/** Each try waits until the tab is in front. Throws what the last one threw, and at once what trying again would not mend. */
async function patiently<T>(stage: Stage, attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    stage.run.signal.throwIfAborted()
    const asked = monotonicMs()
    await untilInFront(stage)
    stage.bounds.addPause(monotonicMs() - asked)
    try {
      // A tab that was away lost its hold on the page: the script lets go by itself. A chat is not let go of between
      // two tries: that scrolls it back to its newest line, and a list that slides drops the rows of the last frame there.
      if (tries > 1 && !isChatInBox(stage)) await stage.page("prepare", null)
      return await attempt()
    } catch (thrown) {
      const error = EvidenceError.from(thrown)
      stage.run.note(stage.step, "try failed", { tries, code: error.code, message: error.message })
      if (tries < TRIES && WORTH_ANOTHER.has(error.code)) continue
      await throwIfLeft(stage)
      if (error.code === UNSTEADY)
        stage.run.gap({ what: "frames", reason: "moved", count: null, where: null })
      throw error
    }
  }
}

const isChatInBox = ({ chatIn }: Stage): boolean => chatIn !== null && chatIn.box !== WHOLE_PAGE

/** The browser may give no picture because the page is going away: then that is the reason, and not the picture. */
async function throwIfLeft(stage: Stage): Promise<void> {
  let stand: PageStand
  try {
    stand = parseStand(await stage.page("whereIs", null))
  } catch (thrown) {
    const error = EvidenceError.from(thrown)
    stage.run.note(stage.step, "the page did not say where it is", { code: error.code })
    if (error.code === "capture/page-left" || error.code === "capture/tab-closed") throw error
    return
  }
  checkSameDocument(stage, stand)
}

/** Throws where another document answered, or another address. */
export function checkSameDocument(stage: Stage, { document, href }: PageStand): void {
  if (document !== stage.document) throw new EvidenceError("capture/page-left", "another document answered")
  checkAddress(stage.run, href)
}

/** Throws where the page is not any more where it stood when the frame was taken. Answers with how far its content has moved. */
export async function checkStandsStill(stage: Stage, stop: PageStop): Promise<number> {
  const stand = parseStand(await stage.page("whereIs", null))
  checkSameDocument(stage, stand)
  checkNotPinched(stand)
  const still =
    stand.scrollY === stop.scrollY && stand.dpr === stop.dpr && stand.viewportHeight === stop.viewportHeight
  if (!still) throw new EvidenceError(UNSTEADY, "the page moved while its picture was taken")
  return stand.moved
}

/** Throws where a picture of the window is not one of the page's viewport. */
function checkNotPinched({ visualScale }: PageStand): void {
  if (Math.abs(visualScale - 1) > 0.001)
    throw new EvidenceError("capture/pinched", `enlarged ${String(visualScale)} times`)
}

/**
 * The browser gives the last picture that it composed. Under load that can be
 * the one before the page was scrolled, which is the same as the frame before,
 * pixel by pixel: then it is asked again. Screens may be alike, so not for ever.
 */
export async function takeFresh(stage: Stage, before: Sha256 | null): Promise<FrameShot> {
  const { run, step } = stage
  for (let again = 1; ; again++) {
    const shot = await takeShot(run.ports, run.windowId, 0)
    if (shot.sha256 !== before) return shot
    if (again > STALE_TRIES) {
      run.note(step, "the same picture as the frame before, however often it is asked for", { tries: again })
      return shot
    }
    await wait(STALE_PAUSE_MS * again)
  }
}

/** The number that stands for the page itself where boxes are numbered. */
export const WHOLE_PAGE = 0

/** How many entries of a feed were shown so far; null where it has an end, or the user set no limit of them. */
export async function itemsShown(stage: Stage, isGrowing: boolean, box: number): Promise<number | null> {
  if (stage.bounds.limits.items === null || !isGrowing) return null
  return parseItems(await stage.page("countItems", { box }))
}

/** A window of another width, or on another screen, lays the page out anew: frames before and after are not of one page. */
export const isResized = (before: PageStop, after: PageStop): boolean =>
  before.clientWidth !== after.clientWidth || before.dpr !== after.dpr

/** Begins to store a frame, once the one before it is stored. Throws what storing that one threw. */
export type Keep = (index: number, shot: KnownShot, place: FramePlace, total: number) => Promise<void>

/** Lets `take` go on to the next frame while the database writes the last one down. All are written when it resolves. */
export async function keepBehind<T>(stage: Stage, take: (keep: Keep) => Promise<T>): Promise<T> {
  let last = Promise.resolve()
  const keep: Keep = async (...frame) => {
    await last
    last = keepFrame(stage, ...frame)
    // It is told by the next frame, or at the end.
    last.catch(() => undefined)
  }
  try {
    return await take(keep)
  } finally {
    await last
  }
}

/** What the page kept in the window, though it was hidden, covers in the stitched picture what is under it. */
export function tellCovered({ run }: Stage, standing: ReadonlySet<string>): void {
  if (standing.size === 0) return
  const where = [...standing].slice(0, 5).join("; ")
  run.gap({ what: "stitched", reason: "covered", count: standing.size, where })
}

/** Stores a frame and its log line together. */
export async function keepFrame(
  stage: Stage,
  index: number,
  shot: KnownShot,
  place: FramePlace,
  total: number,
): Promise<void> {
  const { run, step } = stage
  const path = framePath(index)
  run.note(step, "frame stored", { path, sha256: shot.sha256, ...place })
  await addToCapture(run.ports.vault, run.id, {
    files: [withChat(withMarks(frameArtifact(run, path, shot, place), shot.marks), shot.chat)],
    log: run.takeNotes(),
    row: { progress: { stage: "frames", done: index, total } },
  })
}
