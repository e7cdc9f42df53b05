/** What a page's words on a field mean, and when two of its sayings are one. */
import { readCount } from "./count.ts"
import {
  type AnyValue,
  type CounterValue,
  type FieldKind,
  type FieldName,
  kindOf,
  type TimeValue,
} from "./fields.ts"
import { foldStart } from "./fold-labels.ts"
import { type Candidate } from "./reading.ts"
import { type PageClock, readWhen } from "./when.ts"

/** What relative words are relative to: the time of reading for "3小时前", the page's address for "/u/1". */
export interface Ground {
  readonly clock: PageClock
  readonly href: string
  /** There is an adapter for the site: what it shows is in its reader's zone, where it is not in its country's. */
  readonly isKnownSite?: boolean
}

/** A saying with its meaning; null where it has none that is certain. */
export interface Meant {
  readonly candidate: Candidate
  readonly value: AnyValue | null
}

export const meantBy = (candidate: Candidate, ground: Ground): Meant => ({
  candidate,
  value: candidate.isCut ? null : meaningOf(candidate, ground),
})

function meaningOf({ field, raw, source }: Candidate, ground: Ground): AnyValue | null {
  switch (kindOf[field]) {
    case "name":
      return nameIn(field, raw)
    case "words":
      return raw.trim() === "" || isFolded(raw) ? null : raw.trim()
    case "address":
      return addressIn(raw, ground.href)
    case "addresses": {
      const addresses = raw.split("\n").map(line => addressIn(line, ground.href))
      const found = addresses.filter(address => address !== null)
      return found.length === 0 ? null : [...new Set(found)]
    }
    case "time":
      // What a site wrote for machines, and any site that nobody knows, may be in whichever zone its server is.
      return readWhen(raw, {
        ...ground.clock,
        isOfAnyZone: ground.isKnownSite === false || source !== "dom",
      })
    case "counter": {
      // No page counts below nothing: such a number means something else.
      const count = /^\s*[-−]/.test(raw) ? null : readCount(raw)
      return count !== null && Number.isSafeInteger(count.count) && count.count >= 0 ? count : null
    }
  }
}

/** Sites write before the region that it is one. */
const BEFORE_REGION = /^(?:发布于|發佈於|发表于|来自于?|來自|IP\s*(?:属地|屬地|归属地|所在地)?)\s*[:：]?\s*/i

function nameIn(field: FieldName, raw: string): string | null {
  const name = raw.replace(/\s+/g, " ").trim()
  const bare =
    field === "ipLocation"
      ? name.replace(BEFORE_REGION, "")
      : field === "authorHandle"
        ? name.replace(/^@/, "")
        : name
  return bare === "" ? null : bare
}

/** An address of the web, whole; null for any other. */
function addressIn(raw: string, base: string): string | null {
  const given = raw.trim()
  if (given === "" || !URL.canParse(given, base)) return null
  const url = new URL(given, base)
  if (!/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") return null
  return url.href
}

/** Ends in the words that unfold the rest: what stands there is not all. */
export const isFolded = (raw: string): boolean => foldStart(raw) !== null

/** What stands before the words that unfold the rest. */
export const beforeFold = (raw: string): string => raw.slice(0, foldStart(raw) ?? raw.length)

/**
 * The letters alone. White space, marks without width, and the names of emoji and
 * topics differ between what a site shows and what it sends.
 */
export const lettersOf = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/\[[^[\]\s]{1,10}\]/g, "")
    .replace(/[\s#\u00ad\u200b-\u200f\u2060\ufe0f\ufeff]+/g, "")

/** Whether another saying is no contradiction of the one that was believed. */
export function agrees(field: FieldName, best: Meant, other: Meant): boolean {
  const kind: FieldKind = kindOf[field]
  if (best.value === null) return false
  if (kind === "words") return agreesInWords(best.value as string, other)
  // What has no meaning contradicts nothing.
  if (other.value === null) return true
  switch (kind) {
    case "name":
      return (best.value as string).normalize("NFC") === (other.value as string).normalize("NFC")
    case "address":
      return isSameAddress(best.value as string, other.value as string)
    case "addresses":
      // One picture has many addresses, one for each size of it.
      return true
    case "time":
      return isSameTime(best.value as TimeValue, other.value as TimeValue)
    case "counter":
      return isSameCount(
        { ...(best.value as CounterValue), raw: best.candidate.raw },
        { ...(other.value as CounterValue), raw: other.candidate.raw },
      )
  }
}

/** Of two that have a meaning: negative where the first says it better. The order of sources decides the rest. */
export function compareMeant(field: FieldName, a: AnyValue, b: AnyValue): number {
  if (kindOf[field] === "time") return (a as TimeValue).plusMinusSeconds - (b as TimeValue).plusMinusSeconds
  if (kindOf[field] === "counter") {
    return Number((a as CounterValue).rounded) - Number((b as CounterValue).rounded)
  }
  return 0
}

function agreesInWords(text: string, { candidate }: Meant): boolean {
  const whole = lettersOf(text)
  const other = candidate.raw
  if (candidate.isCut) return whole.startsWith(lettersOf(other))
  if (isFolded(other)) return whole.startsWith(lettersOf(beforeFold(other)))
  return whole === lettersOf(other)
}

/** The same page, however it was come to: what both addresses say is the same. */
function isSameAddress(a: string, b: string): boolean {
  const one = new URL(a)
  const two = new URL(b)
  const placeOf = ({ hostname, pathname }: URL) =>
    `${hostname.replace(/^(?:www|m|mobile)\./, "")}${pathname.replace(/\/+$/, "")}`
  if (placeOf(one) !== placeOf(two)) return false
  return [...one.searchParams].every(
    ([name, value]) => !two.searchParams.has(name) || two.searchParams.get(name) === value,
  )
}

const isSameTime = (a: TimeValue, b: TimeValue): boolean =>
  Math.abs(Date.parse(a.at) - Date.parse(b.at)) <= (a.plusMinusSeconds + b.plusMinusSeconds) * 1000

interface Counted extends CounterValue {
  readonly raw: string
}

function isSameCount(a: Counted, b: Counted): boolean {
  if (!a.rounded && !b.rounded) return a.count === b.count
  const [lowA, highA] = rangeOf(a)
  const [lowB, highB] = rangeOf(b)
  return lowA <= highB && lowB <= highA
}

/** What a number that was written short may stand for: 1.2万 is anything that is cut or rounded to it, 10万+ anything above. */
function rangeOf({ count, rounded, raw }: Counted): [low: number, high: number] {
  if (!rounded) return [count, count]
  if (/[+＋]/.test(raw)) return [count, Infinity]
  const digits = /\d[\d,，]*(?:\.(\d+))?/.exec(raw)
  const written = Number(digits?.[0].replace(/[,，]/g, "") ?? NaN)
  // The worth of the last digit that was written.
  const unit = written > 0 ? count / written / 10 ** (digits?.[1]?.length ?? 0) : count
  return [count - unit / 2, count + unit - 1]
}
