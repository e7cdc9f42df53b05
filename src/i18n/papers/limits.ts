/** Which limit ended the scrolling, for the reader of a bundle. */
import { type Limit, type LimitUnit } from "../../core/limit.ts"

const unitsEn: Readonly<Record<LimitUnit, readonly [one: string, many: string]>> = {
  screens: ["screen", "screens"],
  seconds: ["second", "seconds"],
  items: ["entry", "entries"],
  copies: ["copy", "copies"],
  rows: ["row", "rows"],
}

export function limitEn({ by, unit, n }: Limit): string {
  const amount = `${String(n)} ${unitsEn[unit][n === 1 ? 0 : 1]}`
  return by === "user"
    ? `it ended at the limit of ${amount} that the user had set`
    : `it ended at the tool's own limit of ${amount}`
}

const unitsZh: Readonly<Record<LimitUnit, string>> = {
  screens: "屏",
  seconds: "秒",
  items: "条",
  copies: "份",
  rows: "行",
}

export const limitZh = ({ by, unit, n }: Limit): string =>
  `已到${by === "user" ? "使用者设定的" : "本工具自身的"} ${String(n)} ${unitsZh[unit]}上限`
