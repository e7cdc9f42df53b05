/**
 * Numbers, sizes and times as people of a language write them. Times are on the
 * 24-hour clock and name their zone: a time without one says nothing in a case.
 */
import { type Language } from "./language.ts"

export interface Formats {
  number(value: number): string
  /** In decimal units, as disks and download lists count them. */
  size(bytes: number): string
  /** An amount in 分, as yuan: ¥1,200.00, CN¥1,200.00. */
  money(cents: number): string
  /** Date, hour and minute with the zone, of an ISO 8601 time. */
  time(iso: string): string
  /** The month that an ISO 8601 time is of: 2026年9月, September 2026. */
  month(iso: string): string
  /** A length of time in its two largest units, from minutes on: 3 h 12 min. */
  delay(ms: number): string
  /** Minutes and seconds, for a running capture: 00:06. */
  elapsed(ms: number): string
}

const locales = { "zh-CN": "zh-CN", en: "en-GB" } as const
const units = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const

/** `timeZone` is an IANA name; without it, the zone of this device. */
export function formatsFor(language: Language, timeZone?: string): Formats {
  const locale = locales[language]
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const money = new Intl.NumberFormat(locale, { style: "currency", currency: "CNY" })
  const zone = timeZone === undefined ? {} : { timeZone }
  const month = language === "en" ? "short" : "2-digit"
  const date = new Intl.DateTimeFormat(locale, { year: "numeric", month, day: "2-digit", ...zone })
  const clock = new Intl.DateTimeFormat(locale, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    ...zone,
  })
  const monthOnly = new Intl.DateTimeFormat(locale, { year: "numeric", month: "long", ...zone })
  const offset = new Intl.DateTimeFormat("en-GB", { timeZoneName: "shortOffset", ...zone })
  return {
    number: value => whole.format(value),
    size: bytes => {
      const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
      const value = bytes / 1000 ** step
      const unit = units[step] ?? "byte"
      const maximumFractionDigits = step > 0 && value < 10 ? 1 : 0
      // The short form of bytes has no plural in English.
      const unitDisplay = step > 0 ? "short" : "long"
      const style = { style: "unit", unit, unitDisplay, maximumFractionDigits } as const
      return new Intl.NumberFormat(locale, style).format(value)
    },
    money: cents => money.format(cents / 100),
    time: iso => {
      const at = new Date(iso)
      if (Number.isNaN(at.getTime())) return "—"
      // "UTC+8" is how the papers write a zone; Intl says "GMT+8", and "GMT" or "GMT+0" for UTC itself.
      const named = offset.formatToParts(at).find(part => part.type === "timeZoneName")?.value ?? "GMT"
      return `${date.format(at)} ${clock.format(at)} (${named.replace("GMT", "UTC").replace(/\+0$/, "")})`
    },
    month: iso => {
      const at = new Date(iso)
      return Number.isNaN(at.getTime()) ? "—" : monthOnly.format(at)
    },
    delay: ms => {
      const minutes = Math.max(1, Math.round(ms / 60_000))
      const parts = [
        ["day", Math.floor(minutes / 1440)],
        ["hour", Math.floor((minutes % 1440) / 60)],
        ["minute", minutes % 60],
      ] as const
      const first = parts.findIndex(([, value]) => value > 0)
      const said = parts.slice(first, first + 2).filter(([, value]) => value > 0)
      return said.map(([unit, value]) => lengthFormat(locale, unit).format(value)).join(" ")
    },
    elapsed: ms => {
      const seconds = Math.floor(Math.max(0, Number.isNaN(ms) ? 0 : ms) / 1000)
      return `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`
    },
  }
}

const lengthFormat = (locale: string, unit: "day" | "hour" | "minute") =>
  new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short" })
