/** A time stamp over an item, in a sentence. */
import { LATE_STAMP_MS } from "../../core/clock.ts"
import { type Words } from "../../i18n/words.ts"
import { type CaptureRow } from "../../vault/capture-row.ts"
import { type StampRow } from "../../vault/schema.ts"

export function stampSentence(
  { t, format }: Words,
  row: CaptureRow,
  { authority: name, time }: StampRow,
): string {
  if (time === null) return t("saved.stampWaiting", { name })
  const lateMs = Date.parse(time) - Date.parse(row.endedAt ?? time)
  const said = { name, time: format.time(time) }
  return lateMs < LATE_STAMP_MS
    ? t("saved.stamp", said)
    : t("saved.stampLate", { ...said, late: format.delay(lateMs) })
}
