/** What is to be read again, and what was. Nothing here writes. */
import { aboutAll } from "./about-all.ts"
import { type ReadingRow } from "./reading-row.ts"
import { type ScheduleRow } from "./schedule-row.ts"
import { type Vault } from "./schema.ts"
import { query } from "./transact.ts"

/** Undefined where the item has none. */
export function scheduleOf(vault: Vault, captureId: string): Promise<ScheduleRow | undefined> {
  return query(vault.schedules.get(captureId))
}

/** Those that are on. */
export function schedulesOn(vault: Vault): Promise<ScheduleRow[]> {
  return query(vault.schedules.filter(({ off }) => off === null).toArray())
}

/** The readings of these captures, in the order in which they were taken. */
export async function readingsOfAll(vault: Vault, ids: readonly string[]): Promise<ReadingRow[]> {
  const rows = await query(aboutAll(vault.readings, ids))
  return rows.sort((a, b) => a.custodySeq - b.custodySeq)
}
