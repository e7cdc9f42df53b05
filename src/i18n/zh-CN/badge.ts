import { type Translated } from "../catalog.ts"
import { type badge as english } from "../en/badge.ts"

export const badge: Translated<typeof english> = {
  "badge.working": "固证：正在采集",
  "badge.saved": ({ item }) => `固证：已保存为 ${item}`,
  "badge.problem": ({ code }) =>
    `固证：有一次采集遇到问题（${code}）。已保存的内容不受影响；请打开固证查看。`,
  "menu.capture": "用固证采集此页",
}
