/** Which items are read again without a click. A choice, not history: it has no line in custody; each reading has. */
import { EvidenceError } from "../core/errors.ts"
import { type Interval } from "../core/readings/schedule.ts"
import { type ScheduleRow } from "./schedule-row.ts"
import { type Vault } from "./schema.ts"
import { commit } from "./transact.ts"

/** Null switches it off. Throws `vault/missing` for what is no sealed item outside the trash. */
export function setSchedule(
  vault: Vault,
  captureId: string,
  everyDays: Interval | null,
  at: string,
): Promise<void> {
  return commit(vault, [vault.schedules, vault.captures], async () => {
    if (everyDays === null) {
      await vault.schedules.delete(captureId)
      return
    }
    const capture = await vault.captures.get(captureId)
    if (capture?.state !== "sealed" || capture.trashedAt !== null) {
      throw new EvidenceError("vault/missing", `no sealed capture ${captureId}`)
    }
    const before = await vault.schedules.get(captureId)
    await vault.schedules.put({
      ...{
        of: captureId,
        everyDays,
        since: before?.off === null ? before.since : at,
        lastAt: before?.lastAt ?? null,
      },
      ...{ notBefore: null, off: null },
    })
  })
}

/** What became of a try. Nothing, where the schedule is gone by now. */
export function noteTried(
  vault: Vault,
  captureId: string,
  change: Partial<Pick<ScheduleRow, "lastAt" | "notBefore" | "off">>,
): Promise<void> {
  return commit(vault, [vault.schedules], async () => {
    await vault.schedules.update(captureId, change)
  })
}
