/**
 * Readings without a click, as the user chose for single items: while the browser
 * runs, never oftener than daily, one after another, and only on sites that are
 * allowed. What is due is in the vault, so that it survives any restart.
 */
import { EvidenceError } from "../core/errors.ts"
import { type Interval, retryAt, whatIsDue } from "../core/readings/schedule.ts"
import { now } from "../platform/clock.ts"
import { addressToRead } from "../vault/capture-row.ts"
import { captureById } from "../vault/read.ts"
import { schedulesOn } from "../vault/read-schedules.ts"
import { type ScheduleRow } from "../vault/schedule-row.ts"
import { noteTried, setSchedule } from "../vault/write-schedules.ts"
import { type Ports } from "./ports.ts"
import { readAgain } from "./read-again.ts"

export interface Reader {
  /** Reads what is due, and has the browser wake us for the next. One run at a time: a second call waits for the first. */
  readonly wake: () => Promise<void>
  /** Throws `reading/not-allowed` where the site is not allowed, and `vault/missing`. */
  readonly choose: (captureId: string, everyDays: Interval | null) => Promise<void>
}

export function createReader(ports: Ports): Reader {
  const running: { at: Promise<void> | null } = { at: null }
  const wake = () => {
    running.at ??= readDue(ports).finally(() => {
      running.at = null
    })
    return running.at
  }
  return {
    wake,
    choose: async (captureId, everyDays) => {
      const item = await captureById(ports.vault, captureId)
      if (everyDays !== null && (item === undefined || !(await ports.mayReach(addressToRead(item))))) {
        throw new EvidenceError("reading/not-allowed", "no grant for the site")
      }
      await setSchedule(ports.vault, captureId, everyDays, now())
      await setNextAlarm(ports)
    },
  }
}

async function readDue(ports: Ports): Promise<void> {
  const failures: unknown[] = []
  const { due } = whatIsDue(await schedulesOn(ports.vault), now())
  for (const schedule of due) {
    // An item of the same address may just have been read: then this one waits too.
    const current = (await schedulesOn(ports.vault)).filter(({ of }) => of === schedule.of)
    if (whatIsDue(current, now()).due.length === 0) continue
    // One that fails keeps no other one from being read.
    await readOne(ports, schedule).catch((thrown: unknown) => failures.push(thrown))
  }
  await setNextAlarm(ports)
  if (failures.length > 0) throw EvidenceError.from(failures[0])
}

/** Nobody waits for it: what keeps a reading from being made stands with the schedule, or in the reading itself. */
async function readOne(ports: Ports, { of }: ScheduleRow): Promise<void> {
  try {
    await readAgain(ports, of, null, "schedule")
  } catch (thrown) {
    const { code } = EvidenceError.from(thrown)
    // It was opened, and noted; the next is due in its time.
    if (code === "reading/no-answer") return
    if (code === "vault/missing" || code === "capture/page-forbidden") {
      await setSchedule(ports.vault, of, null, now())
      return
    }
    if (code === "reading/not-allowed") {
      await noteTried(ports.vault, of, { off: "no-permission" })
      return
    }
    await noteTried(ports.vault, of, { notBefore: retryAt(now()) })
    if (code !== "reading/offline") throw thrown
  }
}

async function setNextAlarm({ vault, setReadingAlarm }: Ports): Promise<void> {
  const { due, next } = whatIsDue(await schedulesOn(vault), now())
  await setReadingAlarm(due.length > 0 ? retryAt(now()) : next)
}
