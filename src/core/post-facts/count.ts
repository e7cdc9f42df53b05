/** Numbers as sites write them: `1.2万`, `3.4k`, `1,234`, `10万+`, with or without their label. */

export interface Count {
  readonly count: number
  /** It was written short: the number stands for a range. */
  readonly rounded: boolean
}

const UNITS: Readonly<Record<string, number>> = {
  ...{ 千: 1e3, k: 1e3, 万: 1e4, 萬: 1e4, w: 1e4 },
  ...{ m: 1e6, mil: 1e6, mn: 1e6, 亿: 1e8, 億: 1e8, b: 1e9, bn: 1e9 },
}
const NUMBER =
  /(\d{1,3}(?:[,，\u00a0\u202f]\d{3})+|\d+)(?:\.(\d{1,3}))?\s?(千|万|萬|亿|億|(?:mil|mn|bn|[kwmb])(?![a-z]))?\s?([+＋])?/i
const MORE_OR_LESS = /约|約|超过|超過|近|余|餘|about|over|almost|~|≈/i

/** Null where there is no number, more than one, or one that could be read in two ways. */
export function readCount(raw: string): Count | null {
  const text = raw.normalize("NFKC").trim()
  const found = NUMBER.exec(text)
  if (found === null) return null
  const [all, whole = "", decimals, unitName, plus] = found
  const [before, after] = [text.slice(0, found.index), text.slice(found.index + all.length)]
  // Another digit, or a sign that ties one: a date, a fraction, a version, a number below nothing.
  if (/[\d.,:/-]$|\d|[-−]\s*$/.test(before) || /^[.,:/%-]|\d/.test(after)) return null
  const unit = unitName === undefined ? 1 : (UNITS[unitName.toLowerCase()] ?? NaN)
  // `1.234` is one thousand in one country and a little over one in another.
  if (decimals !== undefined && unit === 1) return null
  const count = Math.round(Number(`${whole.replace(/\D/g, "")}.${decimals ?? "0"}`) * unit)
  if (!Number.isSafeInteger(count)) return null
  return { count, rounded: unit !== 1 || plus !== undefined || MORE_OR_LESS.test(before) }
}
