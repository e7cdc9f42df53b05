/** OpenTimestamps calendars: servers that gather digests and write their root into Bitcoin. */
import { asBoolean, asFields, asStrings, malformed } from "../parse.ts"
import { withoutSlash } from "./stamp.ts"

/** The name of OpenTimestamps among the authorities of a bundle (bundle.md); no authority's host may take it. */
export const OPEN_TIMESTAMPS = "opentimestamps"

/**
 * The public calendars themselves, not the pools that integrity.md §4 lists: a
 * pool answers with the promise of a calendar behind it, which would have to be
 * asked later without the user having named it.
 */
export const publicCalendars = [
  "https://alice.btc.calendar.opentimestamps.org",
  "https://bob.btc.calendar.opentimestamps.org",
  "https://finney.calendar.eternitywall.com",
  "https://btc.calendar.catallaxy.com",
] as const

/** The user's choice. */
export interface Anchoring {
  readonly on: boolean
  readonly calendars: readonly string[]
}

export const usualAnchoring: Anchoring = { on: false, calendars: publicCalendars }

export const MOST_CALENDARS = 8
const MOST_CHARACTERS = 500

/** A calendar's address in the form in which calendars name themselves. Throws `input/malformed`. */
export function calendarUrl(text: string): string {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null
  if (url === null || !/^https?:$/.test(url.protocol)) throw malformed("calendar: not an http address")
  if (`${url.username}${url.password}${url.search}${url.hash}` !== "")
    throw malformed("calendar: more than an address")
  const plain = withoutSlash(url.href)
  if (plain.length > MOST_CHARACTERS || !/^[A-Za-z0-9\-._/:]+$/.test(plain))
    throw malformed("calendar: its characters")
  return plain
}

/** Throws `input/malformed` for none, for too many, and for one that stands there twice. */
export function parseAnchoring(input: unknown): Anchoring {
  const { on, calendars } = asFields(input, "anchoring")
  const urls = asStrings(calendars, "calendars").map(calendarUrl)
  if (urls.length === 0 || urls.length > MOST_CALENDARS) throw malformed("calendars: their number")
  if (new Set(urls).size < urls.length) throw malformed("calendars: the same one twice")
  return { on: asBoolean(on, "on"), calendars: urls }
}
