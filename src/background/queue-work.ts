/** The work on a list: one entry after another, until none waits, or something holds it up. */
import { EvidenceError } from "../core/errors.ts"
import { nextOf, type PauseReason } from "../core/queue/entry.ts"
import { now } from "../platform/clock.ts"
import { type QueueRow } from "../vault/queue-row.ts"
import { entriesOfQueue, queueById } from "../vault/read-queue.ts"
import { changeQueue } from "../vault/write-queue.ts"
import { type Conductor } from "./conductor.ts"
import { type Ports } from "./ports.ts"
import { captureEntry } from "./queue-entry.ts"

export interface Worker {
  readonly ports: Ports
  readonly conductor: Pick<Conductor, "start" | "whenSealed" | "isBusy">
  /** Waits so many milliseconds, or until the user has changed something. */
  readonly pause: (ms: number) => Promise<void>
}

/** How often it is looked whether a capture of the user's own has ended. */
const POLL_MS = 300

/** Rests in any case when it ends: our tab is closed and all sites are given back. Throws what the vault throws. */
export async function workThrough(worker: Worker, queueId: string): Promise<void> {
  const { ports } = worker
  try {
    await ports.allSites.hold(queueId)
    await captureAll(worker, queueId)
  } catch (thrown) {
    await holdUp(ports, queueId, "problem", EvidenceError.from(thrown))
    throw thrown
  } finally {
    await rest(ports)
  }
}

/** What the browser lends to a list goes back. */
export async function rest({
  queueWindow,
  allSites,
}: Pick<Ports, "queueWindow" | "allSites">): Promise<void> {
  try {
    await queueWindow.close()
  } finally {
    await allSites.letGo()
  }
}

async function captureAll(worker: Worker, queueId: string): Promise<void> {
  const { ports, conductor, pause } = worker
  let isDue = true
  for (;;) {
    const row = await queueById(ports.vault, queueId)
    if (row?.state !== "running") return
    const entry = nextOf(await entriesOfQueue(ports.vault, queueId))
    if (entry === undefined) {
      await changeQueue(ports.vault, queueId, ["running"], { state: "done", endedAt: now() })
      return
    }
    if (!isDue) {
      await pause(row.paceSeconds * 1000)
      isDue = true
    } else if (conductor.isBusy()) {
      // What the user captures themselves goes first.
      await pause(POLL_MS)
    } else {
      const why = await whatHoldsUp(ports, row)
      if (why !== null) {
        await holdUp(ports, queueId, why, null)
        return
      }
      const problem = await captureEntry(worker, row, entry)
      if (problem !== null) {
        await holdUp(ports, queueId, problem.why, problem.error)
        return
      }
      isDue = false
    }
  }
}

/** What would make all that is left fail. */
async function whatHoldsUp({ allSites, isOnline }: Ports, { access }: QueueRow): Promise<PauseReason | null> {
  if (access === "all" && !(await allSites.has())) return "not-allowed"
  return isOnline() ? null : "offline"
}

async function holdUp(
  { vault }: Ports,
  queueId: string,
  why: PauseReason,
  error: EvidenceError | null,
): Promise<void> {
  await changeQueue(vault, queueId, ["running"], { state: "paused", why, code: error?.code ?? null })
}
