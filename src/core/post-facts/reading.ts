/**
 * What the script in a page read of a post: nothing but the page's own words and
 * where they stand. Pages are hostile: every field is checked, every text is cut
 * at a length, every list at a number. What the words mean is judge.ts's matter.
 */
import {
  asCount,
  asFields,
  asList,
  asNumber,
  asOneOf,
  asString,
  asStringOrNull,
  asStrings,
  malformed,
} from "../parse.ts"
import {
  type FieldName,
  fieldNames,
  LONGEST_WHERE,
  longestRaw,
  MOST_COMMENTS,
  MOST_SAYINGS,
  type PageSource,
  pageSources,
  type PageType,
  pageTypes,
} from "./fields.ts"

/** A page's words on one field. */
export interface Candidate {
  readonly field: FieldName
  readonly raw: string
  readonly source: PageSource
  readonly where: string
  /** The page says more than is kept of it. */
  readonly isCut: boolean
}

/** The part of the extension that knows a site; `version` is the day when it was last held against the site. */
export interface AdapterName {
  readonly id: string
  readonly version: string
}

export interface PostReading {
  /** The address of the page when it was read. */
  readonly href: string
  /** What its own addresses are relative to, where the page says so (`<base href>`). */
  readonly base: string | null
  readonly adapter: AdapterName
  /** The zone of the site's country, in minutes east of UTC, where it is known. */
  readonly siteOffsetMinutes: number | null
  readonly pageType: PageType
  readonly candidates: readonly Candidate[]
  readonly comments: readonly (readonly Candidate[])[]
  /** How many more comments the page shows than were read. */
  readonly commentsLeft: number
  /** Names of the page's own data that were looked for, and that stand in none of its scripts. */
  readonly wanted: readonly string[]
  /** Adapters that did not come to their end, and why. */
  readonly faults: readonly AdapterFault[]
}

export interface AdapterFault {
  readonly adapter: string
  readonly message: string
}

/** Of the post, all fields together. */
const MOST_CANDIDATES = fieldNames.length * MOST_SAYINGS
const MOST_FAULTS = 10
const LONGEST_MESSAGE = 500
export const MOST_WANTED = 8
/** What may be asked of a page's own world: plain names. */
const NAME = /^[A-Za-z_$][\w$]{0,60}$/

/** @throws EvidenceError `input/malformed` */
export function parseReading(input: unknown): PostReading {
  const reading = asFields(input, "post reading")
  const adapter = asFields(reading.adapter, "adapter")
  const comments = asList(reading.comments, "comments", parseCandidates)
  if (comments.length > MOST_COMMENTS) throw malformed("comments")
  return {
    href: asString(reading.href, "href").slice(0, longestRaw("text")),
    base: parseBase(reading.base),
    adapter: {
      id: asString(adapter.id, "adapter.id").slice(0, 40),
      version: asString(adapter.version, "adapter.version").slice(0, 40),
    },
    siteOffsetMinutes: parseOffset(reading.siteOffsetMinutes),
    pageType: asOneOf(reading.pageType, "pageType", pageTypes),
    candidates: parseCandidates(reading.candidates),
    comments,
    commentsLeft: asCount(reading.commentsLeft, "commentsLeft"),
    wanted: asStrings(reading.wanted, "wanted")
      .filter(name => NAME.test(name))
      .slice(0, MOST_WANTED),
    faults: asList(reading.faults, "faults", item => {
      const fault = asFields(item, "faults")
      return {
        adapter: asString(fault.adapter, "faults.adapter").slice(0, 40),
        message: asString(fault.message, "faults.message").slice(0, LONGEST_MESSAGE),
      }
    }).slice(0, MOST_FAULTS),
  }
}

function parseBase(input: unknown): string | null {
  const base = asStringOrNull(input ?? null, "base")
  return base !== null && base.length <= longestRaw("authorUrl") && /^https?:\/\//.test(base) ? base : null
}

function parseOffset(input: unknown): number | null {
  if (input === null) return null
  const minutes = asNumber(input, "siteOffsetMinutes")
  if (Math.abs(minutes) > 16 * 60) throw malformed("siteOffsetMinutes")
  return minutes
}

function parseCandidates(input: unknown): Candidate[] {
  const candidates = asList(input, "candidates", parseCandidate)
  if (candidates.length > MOST_CANDIDATES) throw malformed("candidates")
  return candidates
}

function parseCandidate(input: unknown): Candidate {
  const candidate = asFields(input, "candidate")
  const field = asOneOf(candidate.field, "candidate.field", fieldNames)
  const raw = asString(candidate.raw, "candidate.raw")
  const longest = longestRaw(field)
  return {
    field,
    raw: raw.slice(0, longest),
    source: asOneOf(candidate.source, "candidate.source", pageSources),
    where: asString(candidate.where, "candidate.where").slice(0, LONGEST_WHERE),
    isCut: raw.length > longest || candidate.isCut === true,
  }
}
