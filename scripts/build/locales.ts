import { en } from "../../src/i18n/store/en.ts"
import { zhCN } from "../../src/i18n/store/zh-CN.ts"
import { type Tree } from "./tree.ts"

/** `_locales/`, in the names that browsers use for locales. */
export function localeFiles(): Tree {
  return new Map([
    ["_locales/en/messages.json", messages(en)],
    ["_locales/zh_CN/messages.json", messages(zhCN)],
  ])
}

function messages(texts: Readonly<Record<string, string>>): Buffer {
  const entries = Object.entries(texts).map(([name, message]) => [name, { message }])
  return Buffer.from(`${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`)
}
