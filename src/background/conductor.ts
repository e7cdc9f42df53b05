/** Who captures what, and whose turn it is. Holds only what ends with this run of the background. */
import { type ErrorCode, EvidenceError } from "../core/errors.ts"
import { itemName, type Trigger } from "../core/evidence.ts"
import { now } from "../platform/clock.ts"
import { keepingAwake } from "../platform/workshop.ts"
import { captureById } from "../vault/read.ts"
import { setTrashed } from "../vault/write.ts"
import { openBracket } from "./bracket.ts"
import { keepExtras } from "./extras.ts"
import { capturePage, type TakeTurn } from "./page-capture.ts"
import { type PickerWords } from "../protocol/page.ts"
import { type Picked, startPicking } from "./picking.ts"
import { type Ports } from "./ports.ts"
import { noteFailure } from "./run.ts"
import { closeCapture } from "./seal-capture.ts"
import { type Before, startCapture, type Started } from "./start-capture.ts"

/** What the surroundings are told, for the badge and the alarm. */
export interface Watcher {
  readonly onBegin: () => void
  /** `item` is null where none was made. */
  readonly onEnd: (outcome: { readonly item: string | null; readonly error: EvidenceError | null }) => void
}

export interface Conductor {
  start(tabId: number, trigger: Trigger, before?: Before): Promise<{ captureId: string }>
  /** Shows the picker in the tab's page; what is chosen in it is captured. Nothing, where a capture of the page runs. */
  pick(tabId: number, words: PickerWords): Promise<null>
  /**
   * Resolves once it is sealed. Throws what kept it from being sealed, and `capture/not-running` of one that
   * neither runs here nor was closed when this run of the background began.
   */
  whenSealed(captureId: string): Promise<null>
  stop(captureId: string): Promise<null>
  discard(captureId: string): Promise<null>
  restore(captureId: string): Promise<null>
  isBusy(): boolean
  /** Whether the script in a tab's page has something in hand, a capture or the picker, that another script would put an end to. */
  isTaken(tabId: number): boolean
}

interface Active {
  readonly stop: () => void
  readonly started: Promise<{ captureId: string }>
  readonly sealed: Promise<null>
}

/** @param recovered why captures that another run left open could not be closed: what `recover` answers */
export function createConductor(
  ports: Ports,
  watcher: Watcher,
  recovered: Promise<readonly ErrorCode[]> = Promise.resolve([]),
): Conductor {
  const byTab = new Map<number, Active>()
  const byId = new Map<string, Active>()
  const picking = new Set<number>()
  let lastTurn: Promise<void> = Promise.resolve()
  let takers = 0

  // Captures scroll one after another: each needs its tab in front.
  const takeTurn: TakeTurn = async onWait => {
    const before = lastTurn
    let giveOn: () => void = () => undefined
    lastTurn = new Promise(resolve => {
      giveOn = () => {
        takers -= 1
        resolve()
      }
    })
    takers += 1
    try {
      if (takers > 1) await onWait()
    } catch (thrown) {
      // Who does not take its turn must not keep it from those behind.
      void before.then(giveOn)
      throw thrown
    }
    await before
    return giveOn
  }

  async function carryOut(tabId: number, opening: Promise<Started>): Promise<null> {
    let item: string | null = null
    // The watcher asks whether anything is still running: this one is not, from here on.
    const end = (error: EvidenceError | null) => {
      byTab.delete(tabId)
      watcher.onEnd({ item, error })
    }
    try {
      const started = await opening
      item = itemName(started.row.item)
      await captureAndClose(started, takeTurn)
    } catch (thrown) {
      const error = EvidenceError.from(thrown)
      end(error)
      throw error
    }
    end(null)
    return null
  }

  function begin(tabId: number, trigger: Trigger, before: Before = {}): Active {
    const controller = new AbortController()
    const opening = startCapture(ports, tabId, trigger, controller.signal, before)
    const sealed = keepingAwake(carryOut(tabId, opening))
    const entry: Active = {
      sealed,
      stop: () => {
        controller.abort()
      },
      started: opening.then(({ run }) => {
        byId.set(run.id, entry)
        return { captureId: run.id }
      }),
    }
    // Whoever asked hears of a failure by `started` or by whenSealed; nobody need be listening.
    sealed.catch(() => undefined)
    byTab.set(tabId, entry)
    watcher.onBegin()
    return entry
  }

  /** Nobody waits for what is chosen: how it ends is told by the watcher. */
  async function captureChosen(tabId: number, ended: Promise<Picked | null>): Promise<void> {
    try {
      const picked = await ended
      if (picked !== null && !byTab.has(tabId)) begin(tabId, "popup", { picked })
    } catch (thrown) {
      watcher.onEnd({ item: null, error: EvidenceError.from(thrown) })
    } finally {
      picking.delete(tabId)
    }
  }

  /** A capture is in the vault, and so on the screen, a moment before it is known here by its name. */
  async function known(captureId: string): Promise<Active | undefined> {
    if (!byId.has(captureId)) await Promise.allSettled(Array.from(byTab.values(), ({ started }) => started))
    return byId.get(captureId)
  }

  const notRunning = (captureId: string) => new EvidenceError("capture/not-running", `capture ${captureId}`)

  /** Of one that runs here no more: closed by its own run or by this one, or what kept it open. */
  async function whenRecovered(captureId: string): Promise<null> {
    const [code] = await recovered
    const row = await captureById(ports.vault, captureId)
    if (row?.state === "sealed") return null
    if (row === undefined || code === undefined) throw notRunning(captureId)
    throw new EvidenceError(code, `capture ${captureId} could not be closed`)
  }

  return {
    // A second press on the same page shows the capture that runs: its as-seen frame would not be of an untouched page.
    start: (tabId, trigger, before) => (byTab.get(tabId) ?? begin(tabId, trigger, before)).started,
    async pick(tabId, words) {
      if (byTab.has(tabId)) return null
      picking.add(tabId)
      try {
        const { ended } = await startPicking(tabId, words)
        void captureChosen(tabId, ended)
      } catch (thrown) {
        picking.delete(tabId)
        throw thrown
      }
      return null
    },
    async whenSealed(captureId) {
      return (await known(captureId))?.sealed ?? whenRecovered(captureId)
    },
    async stop(captureId) {
      const entry = await known(captureId)
      if (entry === undefined) throw notRunning(captureId)
      entry.stop()
      return null
    },
    async discard(captureId) {
      const entry = await known(captureId)
      entry?.stop()
      await entry?.sealed
      await setTrashed(ports.vault, captureId, now(), true)
      return null
    },
    async restore(captureId) {
      await setTrashed(ports.vault, captureId, now(), false)
      return null
    },
    isBusy: () => byTab.size > 0,
    isTaken: tabId => byTab.has(tabId) || picking.has(tabId),
  }
}

/** What the page part could not store does not keep the rest from being sealed; what cannot be sealed stays open, and says why. */
async function captureAndClose(started: Started, takeTurn: TakeTurn): Promise<void> {
  const { run, owner } = started
  const bracket = openBracket(run)
  try {
    await capturePage(started, takeTurn)
  } catch (thrown) {
    const { code, message } = EvidenceError.from(thrown)
    run.note("page-facts", "capture ended early", { code, message: message.slice(0, 500) })
    run.gap({ what: "frames", reason: "failed", count: null, where: code })
  } finally {
    owner.stop()
  }
  try {
    await keepExtras(started)
  } catch (thrown) {
    const { code, message } = EvidenceError.from(thrown)
    run.note("server-record", "extras ended early", { code, message: message.slice(0, 500) })
  }
  try {
    await bracket.close()
  } catch (thrown) {
    const { code, message } = EvidenceError.from(thrown)
    run.note("seal", "public random numbers could not be kept", { code, message: message.slice(0, 500) })
  }
  try {
    await closeCapture(run, false)
  } catch (thrown) {
    throw await noteFailure(run, EvidenceError.from(thrown))
  }
}
