/**
 * What the user chose for the captures to come: how far a page that grows is
 * followed, and what is to be kept besides what every capture keeps. Each
 * capture carries the choice that it was begun with, so that a receipt can say
 * which limit ended it.
 */
import { asCount, asFields, asList, asOneOf, malformed } from "./parse.ts"

/** What a capture keeps only where the user switched it on. */
export const extraNames = ["originals", "mhtml", "server-record", "unfold"] as const
export type ExtraName = (typeof extraNames)[number]

/** Where the scrolling of a page that grows while it is scrolled ends. */
export interface CaptureLimits {
  /** Heights of the window. */
  readonly screens: number
  readonly seconds: number
  /** Entries of the feed; null for as many as come. */
  readonly items: number | null
}

export interface CaptureOptions {
  readonly limits: CaptureLimits
  readonly extras: readonly ExtraName[]
}

export const usualOptions: CaptureOptions = {
  limits: { screens: 40, seconds: 300, items: null },
  extras: [],
}

/** @throws EvidenceError `input/malformed` for what is no choice, or none that a capture can end by */
export function parseCaptureOptions(input: unknown): CaptureOptions {
  const options = asFields(input, "options")
  const limits = asFields(options.limits, "options.limits")
  return {
    limits: {
      screens: asLimit(limits.screens, "screens"),
      seconds: asLimit(limits.seconds, "seconds"),
      items: limits.items === null ? null : asLimit(limits.items, "items"),
    },
    extras: [
      ...new Set(
        asList(options.extras, "options.extras", name => asOneOf(name, "options.extras", extraNames)),
      ),
    ],
  }
}

/** What each of the limits may be, if it is one. */
export const limitRange = { least: 1, most: 10_000 } as const

function asLimit(input: unknown, what: string): number {
  const limit = asCount(input, `options.limits.${what}`)
  if (limit < limitRange.least || limit > limitRange.most) throw malformed(`options.limits.${what}`)
  return limit
}
