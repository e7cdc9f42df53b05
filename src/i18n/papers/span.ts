/**
 * Lengths of time in the units that people count them in, exact: what a time may be
 * off, or is off, is not made smaller or larger by how it is written.
 */

const UNITS = [86_400, 3_600, 60, 1] as const

/** How many days, hours, minutes and seconds; at least one of them is there. */
function partsOf(seconds: number): readonly (readonly [count: number, unit: (typeof UNITS)[number]])[] {
  let left = Math.ceil(seconds)
  const parts = UNITS.map(unit => {
    const count = Math.floor(left / unit)
    left -= count * unit
    return [count, unit] as const
  })
  const said = parts.filter(([count]) => count > 0)
  return said.length === 0 ? [[0, 1]] : said
}

const zh = { 86_400: "天", 3_600: "小时", 60: "分钟", 1: "秒" } as const
const en = { 86_400: "day", 3_600: "hour", 60: "minute", 1: "second" } as const

/** 12 小时; 1 天 3 小时. */
export const spanZh = (seconds: number): string =>
  partsOf(seconds)
    .map(([count, unit]) => `${String(count)} ${zh[unit]}`)
    .join(" ")

/** 12 hours; 1 day 3 hours. */
export const spanEn = (seconds: number): string =>
  partsOf(seconds)
    .map(([count, unit]) => `${String(count)} ${en[unit]}${count === 1 ? "" : "s"}`)
    .join(" ")
