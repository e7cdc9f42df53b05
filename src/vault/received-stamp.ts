/** A time stamp that came: what of its row can be relied on then. */
import type { Bytes } from "../core/bytes.ts"
import type { ClockStamp } from "../core/clock.ts"
import type { StampRow } from "./schema.ts"

export type ReceivedStamp = StampRow & { readonly reply: Bytes; readonly time: string }

export const isReceived = (row: StampRow): row is ReceivedStamp =>
  row.state === "received" && row.reply !== null && row.time !== null

/** What it tells of the local clock. */
export const clockStamp = ({ authority, time, receivedAt, httpDate = null }: ReceivedStamp): ClockStamp => ({
  authority,
  time,
  receivedAt,
  httpDate,
})
