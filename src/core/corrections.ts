/**
 * `corrections.json`: what the user says of a field of a post in place of what
 * was read, or where nothing was. `post.json` stays as it was sealed; `of` names
 * the capture.json that this is about. Each correction is kept with its time,
 * the newest of a field last, and none takes an earlier one away.
 */
import { type Bytes, utf8 } from "./bytes.ts"
import { asFields, asList, asOneOf, asSha256, asString, asTime, malformed } from "./parse.ts"
import { type FieldName, fieldNames, longestRaw } from "./post-facts/fields.ts"
import { readWhen, type When } from "./post-facts/when.ts"
import { type Sha256 } from "./seal/hash.ts"

/** In an item's folder. */
export const CORRECTIONS = "corrections.json"

export interface Correction {
  readonly field: FieldName
  /** As the user wrote it; null where they took back what they had said. */
  readonly value: string | null
  readonly source: "user"
  readonly at: string
  /** Why, or where they know it from. */
  readonly note?: string
}

export interface Corrections {
  readonly schema: 1
  /** SHA-256 of the item's capture.json. */
  readonly of: Sha256
  readonly corrections: readonly Correction[]
}

/** UTF-16 units. */
const LONGEST_NOTE = 2_000

/** What the user asks for: an empty value takes back, an empty note is none. */
export interface CorrectionWish {
  readonly field: FieldName
  readonly value: string
  readonly note: string
}

/** @throws EvidenceError `input/malformed` for what is no field, or longer than a field of a page may be */
export function parseCorrectionWish(input: unknown): CorrectionWish {
  const wish = asFields(input, "correction")
  const field = asOneOf(wish.field, "field", fieldNames)
  return {
    field,
    value: asText(wish.value, "value", longestRaw(field)),
    note: asText(wish.note, "note", LONGEST_NOTE),
  }
}

export function correctionOf({ field, value, note }: CorrectionWish, at: string): Correction {
  const said = { value: value === "" ? null : value, source: "user", at } as const
  return { field, ...said, ...(note === "" ? {} : { note }) }
}

export const writeCorrections = (of: Sha256, corrections: readonly Correction[]): Bytes =>
  utf8(`${JSON.stringify({ schema: 1, of, corrections } satisfies Corrections, null, 2)}\n`)

/** Reads it back. @throws EvidenceError `input/malformed`, with the name of the field */
export function parseCorrections(input: unknown): Corrections {
  const { schema, of, corrections } = asFields(input, CORRECTIONS)
  if (schema !== 1) throw malformed("schema")
  return {
    schema,
    of: asSha256(of, "of"),
    corrections: asList(corrections, "corrections", parseCorrection),
  }
}

function parseCorrection(input: unknown): Correction {
  const given = asFields(input, "corrections")
  const field = asOneOf(given.field, "corrections.field", fieldNames)
  const value = given.value === null ? null : asText(given.value, "corrections.value", longestRaw(field))
  if (value === "") throw malformed("corrections.value")
  return {
    field,
    value,
    source: asOneOf(given.source, "corrections.source", ["user"]),
    at: asTime(given.at, "corrections.at"),
    ...(given.note === undefined ? {} : { note: asText(given.note, "corrections.note", LONGEST_NOTE) }),
  }
}

/** What stands for each field now: the newest word, unless that took back what was said before. */
export function standing(corrections: readonly Correction[]): ReadonlyMap<FieldName, Correction> {
  const newest = new Map<FieldName, Correction>()
  for (const correction of corrections) {
    if (correction.value === null) newest.delete(correction.field)
    else newest.set(correction.field, correction)
  }
  return newest
}

/**
 * The time that these words name, read as a page's would be: by the clock of the moment at which they were written, in
 * the zone of the capture. Null where they name none.
 */
export const timeOf = ({ value, at }: Correction, utcOffsetMinutes: number): When | null =>
  value === null ? null : readWhen(value, { now: at, utcOffsetMinutes })

/** Nothing but white space says nothing. */
function asText(input: unknown, what: string, longest: number): string {
  const text = asString(input, what).trim()
  if (text.length > longest) throw malformed(what)
  return text
}
