/** By how much a time may be off: in units that people count in, and exact. */
import { expect, test } from "vitest"
import { spanEn, spanZh } from "../../../src/i18n/papers/span.ts"

test.each([
  [0, "0 秒", "0 seconds"],
  [1, "1 秒", "1 second"],
  [59, "59 秒", "59 seconds"],
  [60, "1 分钟", "1 minute"],
  [97, "1 分钟 37 秒", "1 minute 37 seconds"],
  [1800, "30 分钟", "30 minutes"],
  [43_200, "12 小时", "12 hours"],
  [86_400, "1 天", "1 day"],
  [90_061, "1 天 1 小时 1 分钟 1 秒", "1 day 1 hour 1 minute 1 second"],
  [15_552_000, "180 天", "180 days"],
  [0.2, "1 秒", "1 second"],
])("%d seconds are %s, %s", (seconds, zh, en) => {
  expect([spanZh(seconds), spanEn(seconds)]).toEqual([zh, en])
})
