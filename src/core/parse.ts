/**
 * The small parsers that every border uses: messages, pages, ZIPs. Each takes
 * `unknown` and throws `input/malformed` with the name of what was wrong.
 */
import { EvidenceError } from "./errors.ts"
import { type Sha256, type Sm3, isSha256, isSm3 } from "./seal/hash.ts"

export type Fields = Readonly<Record<string, unknown>>

export function asFields(input: unknown, what: string): Fields {
  if (typeof input !== "object" || input === null || Array.isArray(input)) throw malformed(what)
  return input as Fields
}

export function asString(input: unknown, what: string): string {
  if (typeof input !== "string") throw malformed(what)
  return input
}

export function asStringOrNull(input: unknown, what: string): string | null {
  return input === null || input === undefined ? null : asString(input, what)
}

/** A finite number. */
export function asNumber(input: unknown, what: string): number {
  if (typeof input !== "number" || !Number.isFinite(input)) throw malformed(what)
  return input
}

/** A whole number, zero or more. */
export function asCount(input: unknown, what: string): number {
  const value = asNumber(input, what)
  if (!Number.isSafeInteger(value) || value < 0) throw malformed(what)
  return value
}

export function asBoolean(input: unknown, what: string): boolean {
  if (typeof input !== "boolean") throw malformed(what)
  return input
}

export function asList<T>(input: unknown, what: string, parse: (item: unknown) => T): T[] {
  if (!Array.isArray(input)) throw malformed(what)
  return input.map(item => parse(item))
}

export function asOneOf<const T extends string>(input: unknown, what: string, allowed: readonly T[]): T {
  const found = allowed.find(value => value === input)
  if (found === undefined) throw malformed(what)
  return found
}

export const asStrings = (input: unknown, what: string): string[] =>
  asList(input, what, text => asString(text, what))

export function asMatch(input: unknown, what: string, form: RegExp): string {
  const text = asString(input, what)
  if (!form.test(text)) throw malformed(what)
  return text
}

const UTC = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/

/** ISO 8601 in UTC. */
export const asTime = (input: unknown, what: string): string => asMatch(input, what, UTC)

export function asSha256(input: unknown, what: string): Sha256 {
  if (!isSha256(input)) throw malformed(what)
  return input
}

export function asSm3(input: unknown, what: string): Sm3 {
  if (!isSm3(input)) throw malformed(what)
  return input
}

export const malformed = (what: string) => new EvidenceError("input/malformed", `malformed ${what}`)

/** What a method is given that takes nothing. @throws EvidenceError `input/malformed` */
export function asNothing(input: unknown): null {
  if (input !== null) throw malformed("input, which should be null")
  return null
}
