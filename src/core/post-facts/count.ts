/**
 * Numbers as sites write them: `1.2万`, `3.4k`, `1,234`, `10万+`, with or without
 * their label. What stands behind a number may multiply it: a word there that is
 * not known makes it none.
 */

export interface Count {
  readonly count: number
  /** It was written short: the number stands for a range. */
  readonly rounded: boolean
}

/**
 * Not among them: `mil`, a thousand in Spanish and a million elsewhere; `B`, a
 * thousand in Turkish; `Billion` in the plural of German, which is a thousand of ours.
 */
const LATIN_UNITS: readonly (readonly [words: string, worth: number])[] = [
  ["k|thousands?|tsd|tys|тыс|rb|ribu", 1e3],
  ["w", 1e4],
  ["lakhs?", 1e5],
  ["m|mn|mln|mio|mill|millions?|millionen|millones|milhões|млн|jt|juta", 1e6],
  ["crores?", 1e7],
  ["bn|billions?|mrd|mlrd|milliarden|milliards?|млрд", 1e9],
]
const HAN_UNITS: Readonly<Record<string, number>> = {
  ...{ 十: 10, 百: 100, 千: 1e3, 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 },
  ...{ 십: 10, 백: 100, 천: 1e3, 만: 1e4, 억: 1e8 },
}
const SMALL = "十百千십백천"
const GREAT = "万萬亿億만억"

const HAN_UNIT = new RegExp(`[${SMALL}${GREAT}]`)
const NUMBER = new RegExp(
  String.raw`(\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.(\d{1,3}))?\s?` +
    `([${SMALL}]?[${GREAT}]|[${SMALL}]|` +
    String.raw`(?:${LATIN_UNITS.map(([words]) => words).join("|")})(?![\p{Script=Latin}\p{Script=Cyrillic}])\.?)?` +
    String.raw`\s?([+＋])?`,
  "iu",
)
const MORE_OR_LESS = /约|約|超过|超過|逾|近|余|餘|about|over|almost|nearly|more than|~|≈/i

/** What sites count, as it stands behind the number. */
const HAN_LABEL =
  /^(?:[次人个個条條则則名位篇回件楼樓]|点赞|點讚|赞|讚|喜欢|喜歡|评|評|回[复覆答]|留言|转|轉|分享|收藏|书签|書籤|引用|关注|粉丝|弹幕|观看|觀看|播放|浏览|瀏覽|阅读|閱讀|热度|正在|댓글|좋아요|조회|회|명|개|件|回視聴)/
const LATIN_LABEL =
  /^(?:views?|likes?|loves?|reactions?|repl(?:y|ies)|comments?|answers?|(?:re)?posts?|retweets?|re-?shares?|shares?|quotes?|bookmarks?|saves?|favou?rites?|reads?|plays?|listens?|watching|viewers?|people|persons?|users?|others?|members?|times?|points?|(?:up)?votes?|followers?|impressions?|vues?|commentaires?|partages?|aufrufe?|kommentare?|visualizaciones|comentarios?|visualizações|просмотр(?:а|ов)?|комментари(?:й|я|ев))(?!\p{L})/iu

/** Null where there is no number, more than one, or one that could be read in two ways. */
export function readCount(raw: string): Count | null {
  const text = raw.normalize("NFKC").trim()
  const found = NUMBER.exec(text)
  if (found === null) return null
  const [all, whole = "", decimals, unitName, plus] = found
  const [before, after] = [text.slice(0, found.index), text.slice(found.index + all.length)]
  // Another digit, or a sign that ties one: a date, a fraction, a version, a number below nothing, the nth of many.
  if (/[\d.,:/#第-]$|\d|[-−]\s*$/.test(before) || /^[.,:/%-]|\d/.test(after)) return null
  if (!isLabel(after.trimStart())) return null
  const unit = unitName === undefined ? 1 : worthOf(unitName)
  // `1.234` is one thousand in one country and a little over one in another.
  if (decimals !== undefined && unit === 1) return null
  const count = Math.round(Number(`${whole.replace(/\D/g, "")}.${decimals ?? "0"}`) * unit)
  if (!Number.isSafeInteger(count)) return null
  return { count, rounded: unit !== 1 || plus !== undefined || MORE_OR_LESS.test(before) }
}

/** Whether what begins behind the number is no word, or one that names what is counted. */
function isLabel(after: string): boolean {
  if (HAN_UNIT.test(after)) return false
  return !/^\p{L}/u.test(after) || HAN_LABEL.test(after) || LATIN_LABEL.test(after)
}

function worthOf(unit: string): number {
  const name = unit.replace(/\.$/, "").toLowerCase()
  const latin = LATIN_UNITS.find(([words]) => new RegExp(`^(?:${words})$`, "u").test(name))
  return latin?.[1] ?? Array.from(name).reduce((worth, letter) => worth * (HAN_UNITS[letter] ?? NaN), 1)
}
