import { type Translated } from "../catalog.ts"
import { type badge as english } from "../en/badge.ts"

export const badge: Translated<typeof english> = {
  "badge.working": ({ name }) => `${name}：正在采集`,
  "badge.saved": ({ name, item }) => `${name}：已保存为 ${item}`,
  "badge.problem": ({ name, code }) =>
    `${name}：有一次采集遇到问题（${code}）。已保存的内容不受影响；请打开查看。`,
  "menu.capture": "用固证采集此页",
}
