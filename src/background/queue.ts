/**
 * Lists of addresses that are captured one after another: begun, paused, taken
 * up again, ended. The list is in the vault, so that it survives a worker that is
 * stopped, which goes on by itself, and a browser that is closed or killed, which
 * waits for the user's word. One list at a time.
 */
import { waitingEntry } from "../core/queue/entry.ts"
import { now, wait } from "../platform/clock.ts"
import { type Handlers } from "../platform/messaging.ts"
import { type QueueApi } from "../protocol/queue.ts"
import { entriesOfQueue, newestQueue } from "../vault/read-queue.ts"
import { beginQueue, changeQueue, forgetQueue } from "../vault/write-queue.ts"
import { settleEntry } from "./queue-entry.ts"
import { rest, type Worker, workThrough } from "./queue-work.ts"

export interface QueueWatcher {
  /** Work on a list began, or came to rest. */
  readonly onChange: () => void
  /** Nobody waits for it: `work` is how it went. */
  readonly report: (work: Promise<void>) => void
}

export interface Queue {
  readonly handlers: Handlers<QueueApi>
  /** Settles when what an earlier run of the background left has been judged. */
  readonly ready: Promise<void>
  isUnderWay(): boolean
}

/** @param recovered settles when what was cut off has been closed: only then can its entries be judged */
export function createQueue(
  given: Pick<Worker, "ports" | "conductor">,
  recovered: Promise<unknown>,
  watcher: QueueWatcher,
): Queue {
  const { vault } = given.ports
  const held: { work: Promise<void> | null; nudge: () => void } = { work: null, nudge: () => undefined }
  const worker: Worker = {
    ...given,
    pause: ms =>
      Promise.race([
        wait(ms),
        new Promise<void>(resolve => {
          held.nudge = resolve
        }),
      ]),
  }

  /** What is about to rest may have read the row before it was changed: the next one follows it. */
  function goOn(queueId: string): void {
    const before = held.work ?? Promise.resolve()
    const settled = before.then(
      () => undefined,
      () => undefined,
    )
    const work = settled
      .then(() => workThrough(worker, queueId))
      .finally(() => {
        if (held.work !== work) return
        held.work = null
        watcher.onChange()
      })
    held.work = work
    watcher.onChange()
    watcher.report(work)
  }

  async function takeUp(): Promise<void> {
    await recovered
    const row = await newestQueue(vault)
    const holder = await given.ports.allSites.holder()
    if (row !== undefined) {
      for (const entry of await entriesOfQueue(vault, row.id)) await settleEntry(given.ports, entry)
      if (row.state === "running" && holder === row.id) {
        goOn(row.id)
        return
      }
      // Nobody knows of it any more in this session of the browser: what was lent to it goes back all the same.
      const left = { state: "paused", why: "restarted", code: null } as const
      const isLost = await changeQueue(vault, row.id, ["running"], left)
      if (isLost || holder !== null) await rest(given.ports)
    } else if (holder !== null) await rest(given.ports)
  }
  const ready = takeUp()
  watcher.report(ready)

  return {
    ready,
    isUnderWay: () => held.work !== null,
    handlers: {
      startQueue: async ({ entries, paceSeconds, access }) => {
        await ready
        const id = crypto.randomUUID()
        await beginQueue(
          vault,
          {
            ...{ id, created: now(), paceSeconds, access, state: "running", why: null, code: null },
            ...{ stopped: false, endedAt: null },
          },
          entries.map((entry, place) => waitingEntry(place, entry)),
        )
        goOn(id)
        return { queueId: id }
      },
      pauseQueue: async ({ queueId }) => {
        await ready
        await changeQueue(vault, queueId, ["running"], { state: "paused", why: "user", code: null })
        held.nudge()
        return null
      },
      resumeQueue: async ({ queueId, access }) => {
        await ready
        const change = { state: "running", why: null, code: null, access } as const
        if (await changeQueue(vault, queueId, ["paused"], change)) goOn(queueId)
        return null
      },
      stopQueue: async ({ queueId }) => {
        await ready
        const change = { state: "done", why: null, code: null, stopped: true, endedAt: now() } as const
        await changeQueue(vault, queueId, ["running", "paused"], change)
        held.nudge()
        return null
      },
      forgetQueue: async ({ queueId }) => {
        await ready
        await forgetQueue(vault, queueId)
        return null
      },
    },
  }
}
