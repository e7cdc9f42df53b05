/** Everything after the as-seen frame and before the sealing: what the page says, its texts, its frames. */
import { type ChatFound } from "../core/chat/row.ts"
import { againstServer } from "../core/clock.ts"
import { EvidenceError } from "../core/errors.ts"
import { parseGaps, parseRestored } from "../core/page-answers.ts"
import { parsePageFacts, parseStand, type TextReady } from "../core/page-facts.ts"
import { monotonicMs, now } from "../platform/clock.ts"
import { askPage, holdLine, injectPage } from "../platform/page.ts"
import { readTab } from "../platform/tabs.ts"
import { announcedComments } from "./announced.ts"
import { type Bounds, startBounds } from "./bounds.ts"
import { chatAt, type ChatTarget } from "./chat.ts"
import { boxFrames } from "./box-frames.ts"
import { type Copies, copiesOf } from "./copies.ts"
import { asksForRects, type Stage } from "./frame-loop.ts"
import { addRequests } from "./keep-file.ts"
import { keepCopies, readForCopy } from "./offline-copies.ts"
import { checkAddress } from "./ownership.ts"
import { keepFacts, marksAt, type SeenFirst } from "./page-facts.ts"
import { keepText, type PageAsk } from "./page-texts.ts"
import { keepPostFacts } from "./post-facts.ts"
import { redrawPictureless } from "./redrawn.ts"
import { type Run, runStep, showProgress, store } from "./run.ts"
import { scrollFrames } from "./scroll-frames.ts"
import { countShifts } from "./shifts.ts"
import { type Started } from "./start-capture.ts"
import { stitchFrames } from "./stitch-step.ts"
import { scrollThrough, tileFrames } from "./tile-frames.ts"
import { unfoldPost } from "./unfold.ts"
import { wallsAt } from "./walls.ts"

/** Waits for its turn to scroll: one page at a time; `onWait` runs first when there is one before. Answers with what gives the turn on. */
export type TakeTurn = (onWait: () => Promise<void>) => Promise<() => void>

/** A page this much taller than its frames, in CSS pixels, holds something that they do not. */
const GROWTH_PIXELS = 8

export async function capturePage(started: Started, takeTurn: TakeTurn): Promise<void> {
  const { run, row } = started
  const page = askPage(run.tabId)
  const facts = await runStep(run, "page-facts", () => firstFacts(started, page))
  if (facts === null) return
  await keepFacts(run, row, facts)
  // The browser's own viewer scrolls inside, out of every script's reach: its first screen is all that is seen of it.
  if (facts.facts.contentType === "application/pdf") {
    run.gap({ what: "inner-scroller", reason: "not-scrolled", count: null, where: "application/pdf" })
  }
  const letGo = holdLine(run.tabId)
  try {
    const { document, marks } = facts
    const chat = await keepChat(started, facts.chat)
    await capturePrepared({ ...started, page, document, marked: marks !== null, chat }, takeTurn)
  } finally {
    letGo()
  }
}

type FirstFacts = ReturnType<typeof parsePageFacts> & SeenFirst & { readonly chat: ChatFound | null }

/** From here on the item is one of a chat, whatever becomes of the rest. */
async function keepChat(
  { run, row, chatUntil }: Started,
  found: ChatFound | null,
): Promise<ChatTarget | null> {
  if (found === null) return null
  run.note("page-facts", "the page is a chat", { ...found.adapter, until: chatUntil })
  const { adapter } = found
  await store(run, {
    chat: { adapter, box: 0, until: chatUntil, ending: "not-reached", messages: 0, file: null },
  })
  return { found, until: chatUntil, utcOffsetMinutes: row.utcOffsetMinutes }
}

/** Puts the script into the page and has it read the facts. Throws where that is not the page of the as-seen frame any more. */
async function firstFacts(started: Started, page: PageAsk): Promise<FirstFacts> {
  const { run, row, asSeenMs, isPicked } = started
  checkAddress(run, (await readTab(run.tabId)).url)
  if (!isPicked) await injectPage(run.tabId)
  const asked = monotonicMs()
  const read = parsePageFacts(await page("readFacts", null))
  checkAddress(run, read.facts.href)
  // A page that was loaded again has the same address, and is another document all the same.
  if (asSeenMs !== null && read.facts.monotonicMs < asked - asSeenMs) {
    throw new EvidenceError("capture/page-left", "the document is younger than the as-seen frame")
  }
  return {
    ...read,
    marks: await marksAt(row, page, read.facts),
    walls: await wallsAt(run, page),
    chat: await chatAt(run, page),
  }
}

interface Known extends Started {
  readonly page: PageAsk
  readonly document: string
  readonly marked: boolean
  readonly chat: ChatTarget | null
}

/** A page whose turn to be scrolled has come. */
interface Scrolled extends Known {
  readonly bounds: Bounds
  readonly copies: Copies
}

async function capturePrepared(known: Known, takeTurn: TakeTurn): Promise<void> {
  const { run, row, page } = known
  await runStep(run, "dom-before", () =>
    keepText(run, page, { step: "dom-before", kind: "dom", path: "dom-before.html", source: "dom" }),
  )
  await runStep(run, "post-facts", () => keepPostFacts(run, row, page))
  await runStep(run, "offline-before", () => readForCopy(run, page, "before"))
  // The server may take its time; the pictures do not wait for it.
  const source = runStep(run, "source", () => keepSource(run, page))
  const giveTurn = await turnOf(run, takeTurn)
  let height: number | null = null
  try {
    await unfold(known)
    const scrolled = { ...known, bounds: startBounds(row.options.limits), copies: copiesOf(run, page) }
    height = await takeFrames(scrolled)
    if (height !== null) await takeBoxes(scrolled)
  } finally {
    await runStep(run, "restore", () => restorePage(run, page))
    giveTurn()
  }
  await showProgress(run, { stage: "after", done: 0, total: null })
  // No frame comes any more, so they are stitched while the page is asked for the rest.
  const ended = await Promise.allSettled([stitchFrames(run), source.then(() => askForRest(known, height))])
  for (const each of ended) if (each.status === "rejected") throw EvidenceError.from(each.reason)
  await redrawPictureless(run, page)
  await store(run)
}

/** What the page holds once it stands as it was found. */
async function askForRest({ run, page }: Known, pictured: number | null): Promise<void> {
  await runStep(run, "dom-after", () =>
    keepText(run, page, { step: "dom-after", kind: "dom", path: "dom-after.html", source: "dom" }),
  )
  await runStep(run, "offline-after", () => readForCopy(run, page, "after"))
  await runStep(run, "text", () =>
    keepText(run, page, { step: "text", kind: "text", path: "text.txt", source: "dom" }),
  )
  await runStep(run, "gaps", async () => {
    const comments = await announcedComments(run, page)
    for (const gap of parseGaps(await page("readGaps", { comments }))) run.gap(gap)
    if (pictured !== null) await checkGrowth(run, page, pictured)
  })
  await runStep(run, "offline-copies", () => keepCopies(run, page))
  await showProgress(run, { stage: "stitch", done: 0, total: null })
}

/** What came below after the last frame stands in no picture. */
async function checkGrowth(run: Run, page: PageAsk, pictured: number): Promise<void> {
  const { href, documentHeight } = parseStand(await page("whereIs", null))
  checkAddress(run, href)
  if (documentHeight <= pictured + GROWTH_PIXELS) return
  const where = `${String(pictured)} → ${String(documentHeight)} px`
  run.gap({ what: "frames", reason: "grew", count: null, where })
}

/** Waits for the turn, but no longer than until the user stops it: a turn that comes later is given on at once. */
async function turnOf(run: Run, takeTurn: TakeTurn): Promise<() => void> {
  const turn = takeTurn(() => showProgress(run, { stage: "waiting", done: 0, total: null }))
  const given = await Promise.race([turn, whenStopped(run.signal)])
  if (given !== null) return given
  return () => {
    void turn.then(giveOn => {
      giveOn()
    })
  }
}

const whenStopped = (signal: AbortSignal): Promise<null> =>
  new Promise(resolve => {
    const stop = () => {
      resolve(null)
    }
    if (signal.aborted) stop()
    else signal.addEventListener("abort", stop, { once: true })
  })

/** Only in a post that the user pointed at, and only where they switched it on. */
async function unfold({ run, row, page }: Known): Promise<void> {
  const { post, options } = row
  if (post === undefined || !options.extras.includes("unfold")) return
  await runStep(run, "unfold", () => stoppable(run, () => unfoldPost(run, page, post)))
}

/**
 * Stops by the user's word, and whatever ended the scrolling, are gaps; what was
 * taken until then stays. Answers with the height in CSS pixels that the frames
 * show; null where they ended before.
 */
async function takeFrames(known: Scrolled): Promise<number | null> {
  const { run } = known
  const stage = (step: Stage["step"]): Stage => stageOf(known, step)
  const frames = <T>(step: Stage["step"], take: (stage: Stage) => Promise<T>) =>
    runStep(run, step, () => stoppable(run, () => take(stage(step))))

  const byRects = await paintsRects(run, stage("scroll-frames"))
  if (byRects === null) return null
  if (!byRects) return frames("scroll-frames", scrolled => scrollFrames(scrolled, 1))
  const through = await frames("scroll-through", scrollThrough)
  // What is painted without being scrolled to would show the rows of one place, and nothing at the others.
  const end = through?.end ?? undefined
  if (through?.byPlace) return frames("scroll-frames", scrolled => scrollFrames(scrolled, 1, end))
  return frames("tiles", tiles => tileFrames(tiles, 1, end))
}

/** Frames of the boxes that scroll by themselves, once the page itself is through. */
function takeBoxes(known: Scrolled): Promise<unknown> {
  const { run } = known
  return runStep(run, "boxes", () => stoppable(run, () => boxFrames(stageOf(known, "boxes"), known.chat)))
}

const stageOf = (
  { run, owner, page, document, marked, bounds, copies, chat }: Scrolled,
  step: Stage["step"],
): Stage => ({
  ...{ run, owner, page, document, marked, bounds, copies, step, shifts: countShifts() },
  chatIn: chat === null || chat.found.isInBox ? null : { box: 0, all: step === "tiles" },
})

/** Asked of whatever tab is in front, like every picture. Null, and a failed step, where the tab never was. */
async function paintsRects(run: Run, stage: Stage): Promise<boolean | null> {
  try {
    return await stoppable(run, () => asksForRects(stage))
  } catch (thrown) {
    return runStep(run, stage.step, () => Promise.reject(EvidenceError.from(thrown)))
  }
}

async function stoppable<T>(run: Run, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (thrown) {
    if (run.signal.aborted) throw new EvidenceError("capture/stopped", "the user stopped the capture")
    throw thrown
  }
}

async function restorePage(run: Run, page: PageAsk): Promise<void> {
  const { scrollX, scrollY, stuck } = parseRestored(await page("restore", null))
  run.note("restore", "page put back", { scrollX, scrollY })
  for (const change of stuck) run.note("restore", "could not be put back", { ...change })
}

async function keepSource(run: Run, page: PageAsk): Promise<void> {
  const asked = now()
  run.note("source", "address requested again by us", { url: run.url })
  let ready: TextReady | null = null
  try {
    ready = await keepText(run, page, {
      step: "source",
      kind: "source",
      path: "source.html",
      source: "re-requested",
    })
    run.note("source", "server answered", { status: ready.status, url: ready.url, date: ready.date })
  } finally {
    await addRequests(run, "source", [{ at: asked, url: run.url, status: ready?.status ?? null }])
    const date = ready?.date ?? null
    await store(run, { httpDate: againstServer(ready?.url ?? run.url, date, Date.parse(now())) })
  }
  if (ready.status === null || ready.status >= 400) {
    run.gap({ what: "source", reason: "refused", count: null, where: `HTTP ${String(ready.status)}` })
  }
}
