import type { Schedule } from "../core/readings/schedule.ts"

/** An item whose page is read again without a click, as the user chose. No row: it is not, which is how every item begins. */
export interface ScheduleRow extends Schedule {
  /** The id of the capture. */
  readonly of: string
  /** Why it was switched off without the user; null while it is on. */
  readonly off: "no-permission" | null
}
