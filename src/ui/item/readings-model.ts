/** What the section of the readings shows, beside the item and its readings. */
import { type AccountTotals } from "../../core/readings/account.ts"
import { type ScheduleRow } from "../../vault/schedule-row.ts"

export interface ReadingsModel {
  /** Whether the browser lets the site be read; null until it is known. */
  readonly allowed: boolean | null
  readonly reading: boolean
  /** True after the browser's question was answered with no. */
  readonly refused: boolean
  readonly schedule: ScheduleRow | null
  /** Null where the account is not known. */
  readonly account: AccountTotals | null
}

export const noReadings: ReadingsModel = {
  allowed: null,
  reading: false,
  refused: false,
  schedule: null,
  account: null,
}
