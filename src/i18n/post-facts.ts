/** Words for what a page says of its post: the same on the screens and in the papers. */
import { type FactsWords } from "../core/bundle/words.ts"
import { type Language } from "./language.ts"
import { factsEn } from "./papers/facts-en.ts"
import { factsZh } from "./papers/facts-zh.ts"

export const postWords: Readonly<Record<Language, FactsWords>> = { "zh-CN": factsZh, en: factsEn }

/** What a time was read by (core/post-facts/when.ts), as post.json writes it. */
const BASES: Readonly<Record<string, string>> = {
  "unix time": "时间戳（秒）",
  "unix time in ms": "时间戳（毫秒）",
  "time with its zone": "带时区的时间",
  "relative to the time of capture": "按采集时刻换算",
  "relative to the day of capture": "按采集当日换算",
  "date and time without a zone, taken to be this computer's": "页面未注明时区，按本机时区",
  "date without a year, taken to be the last one; zone taken to be this computer's":
    "页面未写年份，按最近一次；未注明时区，按本机时区",
}
/** What stands behind those where the page may write in another zone. */
const ZONES: readonly (readonly [behind: string, said: string])[] = [
  [", or the site's", "或网站所在时区"],
  ["; nobody tells which zone the page's is", "，页面所用时区不明"],
]

/** How a time was computed, in words; what is not known here stands as post.json has it. */
export function basisSaid(language: Language, basis: string): string {
  if (language === "en") return basis
  const [behind, zones] = ZONES.find(([end]) => basis.endsWith(end)) ?? ["", ""]
  const said = BASES[basis.slice(0, basis.length - behind.length)]
  return said === undefined ? basis : `${said}${zones}`
}
