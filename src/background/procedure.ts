/**
 * The procedure of a guided recording as it runs: a line for each thing that is
 * done, in the vault before the next, and a picture of each page on its arrival.
 *
 * The script that listens is in a page before its picture is taken: it changes
 * nothing there, and only so is it known that the page has drawn, and is still
 * the same document after the picture.
 */
import { EvidenceError, type ErrorCode } from "../core/errors.ts"
import { reasonOf } from "../core/completeness.ts"
import {
  arrivalPath,
  type Doing,
  LONGEST_ADDRESS,
  LONGEST_TITLE,
  MOST_LINES,
  type ProcedureEntry,
  type StepState,
} from "../core/procedure/entry.ts"
import { follow, nothingSeen, type ProcedureStep } from "../core/procedure/steps.ts"
import { type RecordingEnding } from "../core/recording.ts"
import { monotonicMs, now, wait } from "../platform/clock.ts"
import { openProcedureLine, type ProcedureLine } from "../platform/procedure-line.ts"
import { readTab, sendTab } from "../platform/tabs.ts"
import { watchTab } from "../platform/watch-tab.ts"
import { type FrameShot } from "../protocol.ts"
import { readBack } from "../vault/blobs.ts"
import { type ArtifactRow } from "../vault/capture-row.ts"
import { artifactsOf } from "../vault/read.ts"
import { keepProcedureLine } from "../vault/write-procedure.ts"
import { framePath, takeOwned, takeShot } from "./frame.ts"
import { watchOwnership } from "./ownership.ts"
import { readPageSaid } from "./page-said.ts"
import { type Run } from "./run.ts"

export interface Procedure {
  readonly noteStep: (step: ProcedureStep, state: StepState, reason: string | null) => Promise<void>
  /** A step that is there to be seen, in the item itself. */
  readonly noteShown: (step: ProcedureStep) => Promise<void>
  /** In the recorded tab. Throws `capture/tab-closed`. */
  readonly openPage: (url: string) => Promise<void>
  /** Answers when the last line is kept. Never rejects: what went wrong is a gap of the run. */
  readonly end: (ended: RecordingEnding) => Promise<void>
}

const TRIES = 3

/** How long the end waits for a page that is just being looked at. */
const LAST_PAGE_MS = 2_000

interface Making {
  readonly entry: ProcedureEntry
  readonly shot: FrameShot | null
}

interface Put {
  readonly entry: ProcedureEntry
  readonly ms: number
}

/** Begins at once, with the page that is there, whose picture is the as-seen frame. */
export function startProcedure(run: Run, allPages: boolean): Procedure {
  const { ports, tabId } = run
  const beganMs = monotonicMs()
  const held: {
    line: ProcedureLine | null
    url: string
    lines: number
    isOver: boolean
    seen: typeof nothingSeen
  } = { line: null, url: run.url, lines: 0, isOver: false, seen: nothingSeen }
  let kept: Promise<unknown> = Promise.resolve()
  let arriving: Promise<void> = Promise.resolve()
  let isDue = false

  async function keep({ entry, shot }: Making, isLast: boolean): Promise<void> {
    if (held.isOver && !isLast) return
    if (held.lines >= MOST_LINES && !isLast) {
      giveUp("limit", null)
      await put({ kind: "full" }, null)
      return
    }
    await follows(await put(entry, shot))
  }

  /** The steps that a line shows, each with a line of its own. */
  async function follows({ entry, ms }: Put): Promise<void> {
    const { seen, shown } = follow(held.seen, entry, ms)
    held.seen = seen
    for (const step of shown)
      await follows(await put({ kind: "step", step, state: "done", by: "facts", reason: null }, null))
  }

  /** Answers with the line as it was written, which names its picture. */
  async function put(entry: ProcedureEntry, shot: FrameShot | null): Promise<Put> {
    const moment = { at: now(), ms: Math.round(monotonicMs() - beganMs) }
    let written = entry
    await keepProcedureLine(ports.vault, run.id, moment, seq => {
      const made = withPicture(run.id, seq, entry, shot)
      written = made.entry
      return made
    })
    held.lines += 1
    return { entry: written, ms: moment.ms }
  }

  function giveUp(reason: ReturnType<typeof reasonOf>, code: ErrorCode | null): void {
    held.isOver = true
    run.gap({ what: "procedure", reason, count: null, where: code })
  }

  /** One after another, in the order in which they were heard of. */
  function write(entry: ProcedureEntry, shot: FrameShot | null = null, isLast = false): Promise<void> {
    const writing = kept.then(() => keep({ entry, shot }, isLast))
    kept = writing.catch((thrown: unknown) => {
      if (held.isOver && !isLast) return
      const { code } = EvidenceError.from(thrown)
      giveUp(reasonOf(code), code)
    })
    return writing
  }
  // Nobody waits for it: that it could not be written ends the log, with a gap, in `write` itself.
  const tell = (entry: ProcedureEntry): void => void write(entry).catch(() => undefined)
  const onDoing = (doing: Doing) => {
    tell(doing)
  }

  async function arrive(): Promise<void> {
    isDue = false
    if (held.isOver) return
    const tab = await readTab(tabId)
    if (held.line?.isOpen() === true) {
      if (tab.url === "" || tab.url === held.url) return
      held.url = tab.url
      tell({ kind: "route", url: cut(tab.url, LONGEST_ADDRESS), title: cut(tab.title, LONGEST_TITLE) })
      await readFacts(tab.url)
      return
    }
    if (tab.status !== "complete") return
    const { shot, code } = await picture(tab.windowId, tab.url, tab.width)
    held.url = tab.url
    const { title } = code === "capture/page-left" ? tab : await readTab(tabId)
    const page = { url: known(tab.url, LONGEST_ADDRESS), title: known(title, LONGEST_TITLE) }
    // The frame's path and hash are filled in with the number of the line.
    await write({ kind: "page", ...page, frame: null, code }, shot)
    if (code === null) await readFacts(tab.url)
  }

  async function picture(windowId: number, url: string, width: number) {
    held.line = null
    const owner = watchOwnership(tabId, windowId, url)
    try {
      const line = await openProcedureLine(tabId, onDoing)
      held.line = line
      for (let tries = 0; tries < TRIES; tries++) {
        const shot = await takeOwned({ run, owner, step: "procedure" }, () =>
          takeShot(ports, windowId, width),
        )
        if (!line.isOpen()) throw new EvidenceError("capture/page-left", "the document is gone")
        if (shot === null) continue
        await readBack(ports.vault, shot.sha256)
        return { shot, code: null }
      }
      return { shot: null, code: "capture/wrong-tab" as const }
    } catch (thrown) {
      const { code, message } = EvidenceError.from(thrown)
      run.note("procedure", "no picture of a page on its arrival", { code, message: message.slice(0, 300) })
      return { shot: null, code }
    } finally {
      owner.stop()
    }
  }

  async function readFacts(url: string): Promise<void> {
    const said = await readPageSaid(run, url)
    if (said !== null && held.line?.isOpen() === true) {
      tell({ kind: "facts", url: cut(url, LONGEST_ADDRESS), ...said })
    }
  }

  /** One arrival at a time; of several events while one is looked at, one more look is enough. */
  const onLoaded = () => {
    if (isDue) return
    isDue = true
    look(arrive)
  }
  function look(at: () => Promise<void>): void {
    arriving = arriving.then(at).catch((thrown: unknown) => {
      run.note("procedure", "a page was not looked at", { code: EvidenceError.from(thrown).code })
    })
  }

  tell({ kind: "begin", allPages })
  const unwatch = watchTab(tabId, run.windowId, {
    onLoaded,
    onFront: isIn => {
      tell({ kind: isIn ? "back" : "away" })
      if (isIn) onLoaded()
    },
  })
  look(startHere)

  /** The picture of the first page is the item's as-seen frame. */
  async function startHere(): Promise<void> {
    const first = (await artifactsOf(ports.vault, run.id)).find(({ path }) => path === framePath(0))
    let code: ErrorCode | null = first === undefined ? "capture/no-picture" : null
    let title = ""
    try {
      title = (await readTab(tabId)).title
      held.line = await openProcedureLine(tabId, onDoing)
    } catch (thrown) {
      code = EvidenceError.from(thrown).code
    }
    const frame = first === undefined ? null : { path: first.path, sha256: first.sha256 }
    const page = { url: known(run.url, LONGEST_ADDRESS), title: known(title, LONGEST_TITLE) }
    await write({ kind: "page", ...page, frame, code })
    if (code === null) await readFacts(run.url)
  }

  return {
    noteStep: (step, state, reason) => write({ kind: "step", step, state, by: "user", reason }),
    noteShown: step => write({ kind: "step", step, state: "done", by: "facts", reason: null }),
    openPage: async url => {
      await write({ kind: "opened", url })
      await sendTab(tabId, url)
    },
    end: async ended => {
      unwatch()
      // A page that came at the last moment is in the log as well; one that is silent holds nothing up.
      await Promise.race([arriving, wait(LAST_PAGE_MS)])
      // The log is without its end then, and the gap is there: the recording is closed all the same.
      await write({ kind: "end", ended }, null, true).catch(() => undefined)
      held.isOver = true
      held.line?.close()
    },
  }
}

/** Of a page whose picture was taken, the line names it, and it becomes a file of the item with that line. */
function withPicture(
  captureId: string,
  seq: number,
  entry: ProcedureEntry,
  shot: FrameShot | null,
): { readonly entry: ProcedureEntry; readonly file: ArtifactRow | null } {
  if (shot === null || entry.kind !== "page") return { entry, file: null }
  const { sha256, bytes, at } = shot
  const path = arrivalPath(seq)
  return {
    entry: { ...entry, frame: { path, sha256 } },
    file: {
      ...{ captureId, path, sha256, bytes, mediaType: "image/png", source: "screen", at },
      ...{ place: null, sm3: null, crc32: null },
    },
  }
}

const cut = (text: string, most: number): string => text.slice(0, most)

const known = (text: string, most: number): string | null => (text === "" ? null : cut(text, most))
