/**
 * Recordings, from the as-seen frame to the sealed item. The pieces are written
 * by whoever records; here is who may, for how long, and what becomes of them.
 */
import { type ErrorCode, EvidenceError } from "../core/errors.ts"
import { itemName } from "../core/evidence.ts"
import { type RecordingEnding, type RecordingStart } from "../core/recording.ts"
import { wait } from "../platform/clock.ts"
import { keepingAwake } from "../platform/workshop.ts"
import { type RecordingApi } from "../protocol/recording.ts"
import { artifactsOf } from "../vault/read.ts"
import { type Watcher } from "./conductor.ts"
import { framePath } from "./frame.ts"
import { type Ports } from "./ports.ts"
import { type Procedure, startProcedure } from "./procedure.ts"
import { noteFailure, type Run, runStep, store } from "./run.ts"
import { closeCapture } from "./seal-capture.ts"
import { keepSelfCheck } from "./self-check.ts"
import { startCapture } from "./start-capture.ts"
import { changeRecording, followTabSize } from "./tab-resizes.ts"

/** A recorder that has told of no piece for so many seconds is gone: its page was closed, or its process. */
const MOST_SILENT = 15
const SECOND_MS = 1_000

interface Ended {
  readonly ended: RecordingEnding
  readonly code: ErrorCode | null
}

interface Running {
  readonly run: Run
  /** Of a guided one, once it is being recorded. */
  procedure: Procedure | null
  /** Seconds since something was heard of it. Counted, for no clock stands still while a computer sleeps. */
  silent: number
  end: Ended | null
}

/** Of one that this run of the background does not know, all but the first two throw `capture/not-running`. */
type Answers = {
  readonly [Name in keyof RecordingApi]: (
    input: Parameters<RecordingApi[Name]>[0],
  ) => Promise<ReturnType<RecordingApi[Name]>>
}

export interface Recordings {
  readonly handlers: Answers
  readonly isUnderWay: () => boolean
}

const second = (): Promise<void> => wait(SECOND_MS)

/** @param tick resolves after about a second; its like are counted, to know of a recorder that is gone */
export function createRecordings(ports: Ports, watcher: Watcher, tick = second): Recordings {
  const byId = new Map<string, Running>()

  async function running(captureId: string): Promise<Running> {
    const entry = byId.get(captureId)
    if (entry !== undefined) return Promise.resolve(entry)
    throw new EvidenceError("capture/not-running", `recording ${captureId}`)
  }

  async function guided(captureId: string): Promise<Procedure> {
    const { procedure } = await running(captureId)
    if (procedure !== null) return procedure
    throw new EvidenceError("capture/not-running", `recording ${captureId} has no steps`)
  }

  /** Answers when it is being recorded. What fails from the as-seen frame on is a gap of the item, and is thrown too. */
  async function begin(
    tabId: number,
    isGuided: boolean,
    prepare: (run: Run) => Promise<RecordingStart>,
    record: (run: Run, start: RecordingStart) => Promise<unknown>,
  ): Promise<{ captureId: string }> {
    const { run, owner, row } = await startCapture(ports, tabId, "recorder", new AbortController().signal)
    // The tab may go where its user goes: the recording shows it.
    owner.stop()
    const entry: Running = { run, procedure: null, silent: 0, end: null }
    byId.set(run.id, entry)
    const prepared = async (): Promise<RecordingStart> => {
      const start = await prepare(run)
      run.note("recording", "recording begins", { ...start })
      await store(run, { recording: start })
      await record(run, start)
      if (isGuided) entry.procedure = startProcedure(run, await lendAllSites(run))
      return start
    }
    const begun = prepared()
    watcher.onBegin()
    void keepingAwake(carryOut(entry, itemName(row.item), begun))
    await begun
    return { captureId: run.id }
  }

  async function carryOut(entry: Running, item: string, begun: Promise<RecordingStart>): Promise<void> {
    const { run } = entry
    await runStep(run, "recording", async () => {
      const start = await begun
      const followSize = start.kind === "tab" ? followTabSize(run) : () => Promise.resolve()
      const { ended, code } = await untilEnded(ports, entry, async () => {
        await tick()
        await followSize()
      })
      run.note("recording", "recording ended", { ended, code })
      await entry.procedure?.end(ended)
      if (ended !== "stopped" && ended !== "source-ended") {
        const reason = ended === "lost" ? "interrupted" : ended === "limit" ? "too-large" : "failed"
        run.gap({ what: "recording", reason, count: null, where: code })
      }
      await changeRecording(run, { ended })
    })
    byId.delete(run.id)
    try {
      try {
        await closeCapture(run, false)
      } finally {
        await returnAllSites(run)
      }
      watcher.onEnd({ item, error: null })
    } catch (thrown) {
      watcher.onEnd({ item, error: await noteFailure(run, EvidenceError.from(thrown)) })
    }
  }

  const handlers: Answers = {
    async noteStep({ captureId, step, state, reason }) {
      await (await guided(captureId)).noteStep(step, state, reason)
      return null
    },
    async keepSelfCheck({ captureId, ...wish }) {
      const { run, procedure } = await running(captureId)
      await keepSelfCheck(run, wish)
      await procedure?.noteShown("self-check")
      return null
    },
    async openTimePage({ captureId, url }) {
      await (await guided(captureId)).openPage(url)
      return null
    },
    async recordTab({ tabId, sound, guided }) {
      const streamId = await ports.tabStreamId(tabId)
      return begin(
        tabId,
        guided,
        async run => ({ kind: "tab", sound, ...(await shownSize(run)) }),
        ({ id }, { width, height }) =>
          ports.workshop("startRecorder", { captureId: id, streamId, width, height, sound }),
      )
    },
    openRecording: ({ tabId, start, guided }) =>
      begin(
        tabId,
        guided,
        () => Promise.resolve(start),
        () => Promise.resolve(),
      ),
    async stopRecording({ captureId }) {
      await running(captureId)
      return ports.workshop("stopRecorder", { captureId })
    },
    async noteRecording({ captureId }) {
      const entry = await running(captureId)
      entry.silent = 0
      return null
    },
    async endRecording({ captureId, ...end }) {
      const entry = await running(captureId)
      entry.end = end
      return null
    },
  }
  return { handlers, isUnderWay: () => byId.size > 0 }
}

async function untilEnded(ports: Ports, entry: Running, tick: () => Promise<void>): Promise<Ended> {
  for (;;) {
    if (entry.end !== null) return entry.end
    if (entry.silent >= MOST_SILENT) {
      await ports.workshop("stopRecorder", { captureId: entry.run.id })
      return { ended: "lost", code: null }
    }
    await tick()
    entry.silent += 1
  }
}

/** The pixels of the tab, as its first picture has them. */
async function shownSize(run: Run): Promise<{ readonly width: number; readonly height: number }> {
  const first = (await artifactsOf(run.ports.vault, run.id)).find(({ path }) => path === framePath(0))
  if (first?.place == null) throw new EvidenceError("recording/refused", "without a first picture, no size")
  const { width, height } = first.place
  return { width, height }
}

/** Whether all pages may be looked at; then nobody gives that back before this recording ends, unless a list holds it. */
async function lendAllSites({ id, ports: { allSites } }: Run): Promise<boolean> {
  if (!(await allSites.has())) return false
  if ((await allSites.holder()) === null) await allSites.hold(id)
  return true
}

async function returnAllSites({ id, ports: { allSites } }: Run): Promise<void> {
  if ((await allSites.holder()) === id) await allSites.letGo()
}
