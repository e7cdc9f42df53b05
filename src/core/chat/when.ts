/**
 * When a message was sent, as far as the page shows it: its own words, and those
 * of the last line above it that names a day. Read by the parser of all times;
 * what it cannot read stays in the page's words.
 */
import { type TimeValue } from "../post-facts/fields.ts"
import { type PageClock, readWhen } from "../post-facts/when.ts"

const DAY_MS = 86_400_000
const DAY_SECONDS = 86_400

/** The time of a day, and nothing else. */
const CLOCK =
  /^(?:(?:上午|下午|凌晨|早上|清晨|中午|傍晚|晚上|夜里) ?)?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?: ?[ap]\.?m\.?)?$/i
const AT_START = /^(\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?),? /i
const WEEKDAY =
  /^(?:(?:星期|周|週|礼拜)([一二三四五六日天])|(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)(?:,? +|(?=[^a-z]|$))(.*)$/i
const HAN_DAYS = "日一二三四五六"
const LATIN_DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]

const bare = (raw: string): string =>
  raw
    .normalize("NFKC")
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim()

/** What a message's time is read from. */
export interface TimeWords {
  /** What the message itself shows; null where it shows nothing. */
  readonly own: string | null
  /** The last line above it that names a day or a time; null where none was seen. */
  readonly above: string | null
}

/** Whether words are no more than a day, or a time, and so may stand for all messages below them. */
export const namesDay = (raw: string, clock: PageClock): boolean =>
  bare(raw).length <= 40 && !CLOCK.test(bare(raw)) && readDay(raw, clock) !== null

/** Null where the words say no time, or one that could be several. */
export function readMessageTime({ own, above }: TimeWords, clock: PageClock): TimeValue | null {
  if (own === null) return null
  const words = clockWords(own)
  if (words === null) {
    const whole = readDay(own, clock)
    if (whole !== null) return whole
  }
  // A date that could be several: its time of day holds, and the line above names the day.
  const time = words ?? AT_START.exec(bare(own))?.[1] ?? null
  if (time === null) return null
  if (above === null) return null
  const day = bare(above)
  // The line above may name a time too, of the first message below it: the day of it holds for them all.
  const [, without = day] =
    /^(.*?)[ ,]*(?:(?:上午|下午|凌晨|早上|清晨|中午|傍晚|晚上|夜里) ?)?\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?$/i.exec(
      day,
    ) ?? []
  if (without.trim() === "") return null
  const found = readDay(`${without.trim()} ${time}`, clock)
  return found === null ? null : { ...found, basis: `${found.basis}; day shown above the message` }
}

/**
 * The time of a line above, for a message that shows none of its own: it came
 * then or later, and before the next line of the kind.
 *
 * @param next the next line below that names a time; null where none was seen
 */
export function readTimeAbove(above: string, next: string | null, clock: PageClock): TimeValue | null {
  const found = readDay(above, clock)
  if (found === null) return null
  const later = next === null ? null : readDay(next, clock)
  const until = later === null ? null : (Date.parse(later.at) - Date.parse(found.at)) / 1000
  const apart = until !== null && until > 0 ? until : DAY_SECONDS
  return {
    at: found.at,
    plusMinusSeconds: Math.max(found.plusMinusSeconds, apart),
    basis: `${found.basis}; shown above the message, which shows no time of its own`,
  }
}

/** Whether words are a time of any kind, and nothing else. */
export const saysTime = (raw: string, clock: PageClock): boolean =>
  bare(raw).length <= 40 && (CLOCK.test(bare(raw)) || readDay(raw, clock) !== null)

const clockWords = (raw: string): string | null => {
  const words = bare(raw)
  return CLOCK.test(words) ? words : null
}

/** As the parser of times has it, and days of the week: the last one of that name. */
function readDay(raw: string, clock: PageClock): TimeValue | null {
  const words = bare(raw)
  const [, han, latin, rest = ""] = WEEKDAY.exec(words) ?? []
  const index =
    han !== undefined
      ? HAN_DAYS.indexOf(han === "天" ? "日" : han)
      : latin !== undefined
        ? LATIN_DAYS.indexOf(latin.slice(0, 3).toLowerCase())
        : -1
  if (index === -1) {
    const [, time, date] = /^(\d{1,2}:\d{2}(?::\d{2})?),? (\d{4}[-/.年].*)$/.exec(words) ?? []
    return readWhen(time === undefined || date === undefined ? words : `${date} ${time}`, clock)
  }
  // "Tuesday, March 5, 2024" names its date itself.
  if (rest !== "" && !CLOCK.test(rest)) return readWhen(rest, clock)
  const local = new Date(Date.parse(clock.now) + clock.utcOffsetMinutes * 60_000)
  const back = (local.getUTCDay() - index + 7) % 7 || 7
  const day = new Date(local.getTime() - back * DAY_MS)
  const date = day.toISOString().slice(0, 10)
  const found = readWhen(rest === "" ? date : `${date} ${rest}`, clock)
  return found === null
    ? null
    : { ...found, basis: `day of the week, taken to be the last one; ${found.basis}` }
}

/** The beginning of a day that the user gave (`2024-03-05`), in the zone of this computer, in milliseconds. */
export const startOfDay = (day: string, utcOffsetMinutes: number): number =>
  Date.parse(`${day}T00:00:00Z`) - utcOffsetMinutes * 60_000
