/**
 * Times as pages show them, in Chinese and English, made absolute by the clock of
 * the capture. `at` is the beginning of what is shown (its minute, its day), or
 * the clock less what is told ("3小时前"), and `plusMinusSeconds` one unit of that:
 * nobody tells whether a site cuts or rounds.
 */

import { type Day, dayOf, hoursOf } from "./calendar.ts"
import { allOffsets, computersZone, fixedZone, type Zone } from "./zone.ts"

/** The clock that relative times are relative to, and the zone that times without one are taken to be in. */
export interface PageClock {
  /** ISO 8601 in UTC. */
  readonly now: string
  readonly utcOffsetMinutes: number
  /** The IANA name of that zone: its clocks may be an hour ahead for half of the year. Without it they never are. */
  readonly timeZone?: string
  /** The zone of the site's own country, where it may write times in that one instead. */
  readonly siteOffsetMinutes?: number | null
  /** Nobody knows which zone the page writes in: not the reader's, not a country's. */
  readonly isOfAnyZone?: boolean
}

export interface When {
  readonly at: string
  readonly plusMinusSeconds: number
  readonly basis: string
}

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** No time is written in more words: what is longer is a sentence. */
const LONGEST = 120

/** Null where the text holds no time, or one that could be several. */
export function readWhen(raw: string, clock: PageClock): When | null {
  if (raw.length > 2 * LONGEST) return null
  const text = bare(raw)
  if (text.length > LONGEST) return null
  const ground = groundOf(clock)
  for (const read of [unix, withZone, relative, nearDay, chineseDate, englishDate]) {
    const here = read(text, ground)
    if (here === null) continue
    const found = ZONELESS.has(read) ? inZones(here, zone => read(text, groundOf(clock, zone)), clock) : here
    if (found === null || !Number.isFinite(found.ms) || Math.abs(found.ms) > 8.64e15) return null
    return {
      at: new Date(found.ms).toISOString(),
      plusMinusSeconds: found.plusMinus,
      basis: found.basis,
    }
  }
  return null
}

/** Further apart than zones are: of such two readings nobody knows which day, or which year, is meant. */
const MOST_APART = 3 * DAY

/**
 * Nobody tells whether a site writes for its own country or for its reader's
 * clock. Read each way, since a day such as 昨天 may be another there: they are
 * then further apart than the zones.
 */
function inZones(here: Found, readIn: (zone: Zone) => Found | null, clock: PageClock): Found | null {
  const { siteOffsetMinutes, isOfAnyZone = false } = clock
  const offsets = siteOffsetMinutes != null ? [siteOffsetMinutes] : isOfAnyZone ? allOffsets : []
  let apart = 0
  for (const offset of offsets) {
    const there = readIn(fixedZone(offset))
    if (there === null) return null
    apart = Math.max(apart, Math.abs(here.ms - there.ms) / 1000)
  }
  if (apart === 0) return here
  if (apart > MOST_APART) return null
  const of = siteOffsetMinutes != null ? ", or the site's" : "; nobody tells which zone the page's is"
  return { ...here, plusMinus: here.plusMinus + apart, basis: `${here.basis}${of}` }
}

interface Ground {
  readonly nowMs: number
  readonly zone: Zone
  /** Now, as a calendar of that zone shows it. */
  readonly today: { readonly year: number; readonly month: number; readonly day: number }
  /** The site is of a country that writes the year first, then the month. */
  readonly isYearFirst: boolean
}

interface Found {
  readonly ms: number
  readonly plusMinus: number
  readonly basis: string
}

type Reader = (text: string, ground: Ground) => Found | null

/** 中国 has one zone; sites of it write the year first, however short. */
const CHINA_MINUTES = 480

function groundOf(clock: PageClock, zone: Zone = zoneOf(clock)): Ground {
  const nowMs = Date.parse(clock.now)
  const local = new Date(nowMs + zone.offsetAt(nowMs))
  const today = { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() }
  return { nowMs, zone, today, isYearFirst: clock.siteOffsetMinutes === CHINA_MINUTES }
}

const zoneOf = ({ now, utcOffsetMinutes, timeZone }: PageClock): Zone =>
  timeZone === undefined
    ? fixedZone(utcOffsetMinutes)
    : computersZone(timeZone, utcOffsetMinutes, Date.parse(now))

/** Without the words that sites put around a time. */
const bare = (raw: string): string =>
  raw
    .normalize("NFKC")
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(
      /^(?:首次)?(?:发布|發佈|发表|發表|编辑|編輯|更新|修改|回复|回覆)(?:时间|時間)?(?:于|於)?\s*[::]?\s*/,
      "",
    )
    .replace(/^(?:posted|published|edited|updated|last edited)(?: on| at)?:?\s+/i, "")
    .replace(/\s*[·•|]?\s*(?:IP\s*(?:属地|屬地)|来自|來自)\s*[::]?\s*\S{0,12}$/, "")
    .replace(/\s*[((](?:已编辑|已編輯|已修改|修改|edited)[))]$/i, "")
    .replace(/\s*(?:已编辑|已編輯|已修改)$/, "")
    .replace(/\b(\d{1,2})(?:st|nd|rd|th)\b/i, "$1")
    .trim()

const unix: Reader = text => {
  if (!/^1\d{9}$|^1\d{12}$/.test(text)) return null
  const isMs = text.length === 13
  return { ms: Number(text) * (isMs ? 1 : 1000), plusMinus: 1, basis: isMs ? "unix time in ms" : "unix time" }
}

const ZONED = [
  /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)? ?(?:Z|[+-]\d{2}:?\d{2})$/,
  // As 微博 and X have it in their data, and as mail has it.
  /^[A-Z][a-z]{2} [A-Z][a-z]{2} \d{1,2} \d{2}:\d{2}:\d{2} [+-]\d{4} \d{4}$/,
  /^[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}(?::\d{2})? (?:GMT|UTC|[+-]\d{4})$/,
]

const withZone: Reader = text => {
  if (!ZONED.some(form => form.test(text))) return null
  const iso = text.replace(/^(\d{4}-\d{2}-\d{2}) /, "$1T").replace(/ ?([+-]\d{2}):?(\d{2})$/, "$1:$2")
  const ms = Date.parse(/^\d/.test(text) ? iso : text)
  const hasSeconds = /\d{2}:\d{2}:\d{2}/.test(text)
  return Number.isNaN(ms) ? null : { ms, plusMinus: hasSeconds ? 1 : MINUTE, basis: "time with its zone" }
}

const AGO: readonly (readonly [unit: RegExp, seconds: number])[] = [
  [/^(?:秒钟?|秒鐘|s|secs?|seconds?)$/i, 1],
  [/^(?:分钟?|分鐘|m|mins?|minutes?)$/i, MINUTE],
  [/^(?:个?小时|個?小時|h|hrs?|hours?)$/i, HOUR],
  [/^(?:天|日|d|days?)$/i, DAY],
  [/^(?:个?星期|個?星期|周|週|w|wks?|weeks?)$/i, 7 * DAY],
  [/^(?:个?月|個月|mo|mos|months?)$/i, 31 * DAY],
  [/^(?:年|y|yrs?|years?)$/i, 366 * DAY],
]
/** Months and years have no one length: what is taken off is their mean, what is told their longest. */
const MEAN: Readonly<Record<number, number>> = { [31 * DAY]: 30.44 * DAY, [366 * DAY]: 365.25 * DAY }

const relative: Reader = (text, { nowMs }) => {
  if (/^(?:刚刚|剛剛|刚才|剛才|just now|now)$/i.test(text)) {
    return { ms: nowMs, plusMinus: 2 * MINUTE, basis: "relative to the time of capture" }
  }
  const [, digits, han, latin] =
    /^(\d{1,4}) ?(?:(\D{1,3}?)(?:以?前)|([a-z]{1,7})(?:\.? ago)?)$/i.exec(
      text.replace(/^an? /i, "1 ").replace(/^半小[时時]前$/, "30分钟前"),
    ) ?? []
  const unit = AGO.find(([form]) => form.test(han ?? latin ?? ""))?.[1]
  if (digits === undefined || unit === undefined) return null
  const ms = nowMs - Number(digits) * (MEAN[unit] ?? unit) * 1000
  return { ms, plusMinus: unit, basis: "relative to the time of capture" }
}

const NEAR: Readonly<Record<string, number>> = {
  ...{ 今天: 0, 今日: 0, today: 0, 昨天: 1, 昨日: 1, yesterday: 1, 前天: 2 },
}

const nearDay: Reader = (text, ground) => {
  const [, name = "", rest = ""] =
    /^(今[天日]|昨[天日]|前天|today|yesterday)(?:,? at|,)? ?(.*)$/i.exec(text) ?? []
  const back = NEAR[name.toLowerCase()]
  if (back === undefined) return null
  const { year, month, day } = ground.today
  return onDay({ year, month, day: day - back }, rest, ground, "relative to the day of capture")
}

const chineseDate: Reader = (text, ground) => {
  const full = /^(\d{4})(?:[-/.]|年 ?)(\d{1,2})(?:[-/.]|月 ?)(\d{1,2})日?(?:[ T]*(.*))?$/.exec(text)
  if (full !== null) {
    const [, year, month, day, rest = ""] = full
    return onDay({ year: Number(year), month: Number(month), day: Number(day) }, rest, ground, WITHOUT_ZONE)
  }
  const short = /^(\d{2})(-|\/|\.|年 ?)(\d{1,2})(?:[-/.]|月 ?)(\d{1,2})日?(?: *(.*))?$/.exec(text)
  if (short !== null) {
    const [, year, mark = "", month, day, rest = ""] = short
    // 05/06/26 is three days, by who writes it.
    if (!mark.startsWith("年") && !(mark === "-" && ground.isYearFirst)) return null
    return onDay(
      { year: 2000 + Number(year), month: Number(month), day: Number(day) },
      rest,
      ground,
      WITHOUT_ZONE,
    )
  }
  const [, month, mark = "", day, rest = ""] = /^(\d{1,2})(-|月 ?)(\d{1,2})日?(?: *(.*))?$/.exec(text) ?? []
  if (month === undefined || day === undefined) return null
  // 12-5 is a day of May for some; 11-21 is no day of the 21st month.
  const isEither = mark === "-" && Number(month) <= 12 && Number(day) <= 12 && month !== day
  if (isEither && !ground.isYearFirst) return null
  return lastOnDay(Number(month), Number(day), rest, ground)
}

const WITHOUT_ZONE = "date and time without a zone, taken to be this computer's"
const MONTHS = "january february march april may june july august september october november december".split(
  " ",
)

const englishDate: Reader = (text, ground) => {
  const named =
    /^(?:(.*?\d{1,2}:\d{2}.*?)(?: ?·|,)? )?(?:([a-z]{3,9})\.? (\d{1,2})|(\d{1,2}) ([a-z]{3,9})\.?)(?:,? (\d{4}))?(?:,? (?:at )?(.+))?$/i.exec(
      text,
    )
  if (named === null) return null
  const [, before, monthA, dayA, dayB, monthB, year, after] = named
  const month = monthOf(monthA ?? monthB ?? "")
  const day = Number(dayA ?? dayB)
  if (month === 0) return null
  const rest = before ?? after ?? ""
  if (year === undefined) return lastOnDay(month, day, rest, ground)
  return onDay({ year: Number(year), month, day }, rest, ground, WITHOUT_ZONE)
}

/** By its name or the beginning of it that people write; 0 for any other word, such as `marathon`. */
function monthOf(word: string): number {
  const name = word.toLowerCase()
  return (name === "sept" ? 8 : MONTHS.findIndex(month => name === month || name === month.slice(0, 3))) + 1
}

const ZONELESS: ReadonlySet<Reader> = new Set([nearDay, chineseDate, englishDate])

/** As far ahead as a clock that is wrong may see what was written just now. */
const AHEAD_MS = HOUR * 1000

/** A day without a year is the last one of that name: none is written ahead of time. */
function lastOnDay(month: number, day: number, rest: string, ground: Ground): Found | null {
  const basis = "date without a year, taken to be the last one; zone taken to be this computer's"
  for (const year of [ground.today.year + 1, ground.today.year, ground.today.year - 1]) {
    const found = onDay({ year, month, day }, rest, ground, basis)
    if (found !== null && found.ms <= ground.nowMs + AHEAD_MS) return found
  }
  return null
}

const CLOCK =
  /^(上午|下午|凌晨|早上|中午|晚上)? ?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)? ?([ap])?\.?(?:m\.?)?(?: \D{0,12})?$/i

/** @param rest what stands behind the day: a time, a place, nothing */
function onDay(day: Day, rest: string, { zone }: Ground, basis: string): Found | null {
  const startMs = dayOf(day)
  if (startMs === null) return null
  const [, part, hour, minute, second, half] = CLOCK.exec(rest.trim()) ?? []
  if (hour === undefined || minute === undefined) {
    if (/\d/.test(rest)) return null
    const { ms } = zone.momentOf(startMs)
    const end = zone.momentOf(startMs + DAY * 1000)
    // The day on which clocks are put back is longer.
    return { ms, plusMinus: Math.max(DAY, (end.ms - ms) / 1000) + end.slackMs / 1000, basis }
  }
  const hours = hoursOf(Number(hour), part, half)
  if (hours === null || Number(minute) > 59 || Number(second ?? 0) > 59) return null
  const seconds = hours * HOUR + Number(minute) * MINUTE + Number(second ?? 0)
  const { ms, slackMs } = zone.momentOf(startMs + seconds * 1000)
  return { ms, plusMinus: (second === undefined ? MINUTE : 1) + slackMs / 1000, basis }
}
