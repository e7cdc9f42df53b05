/** Times as the format writes them, and days that there are: no reader may take 2026-99-99 for one. */
import { asString, malformed } from "../parse.ts"

const UTC = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d+)?Z$/

/** Milliseconds, or null for what is no ISO 8601 in UTC, or a date or an hour that no calendar has. */
export function realTime(text: unknown): number | null {
  const [, seconds] = typeof text === "string" ? (UTC.exec(text) ?? []) : []
  if (seconds === undefined) return null
  const ms = Date.parse(String(text))
  // The 30th of February is read as the 2nd of March, and 24:00 as the next day's first hour.
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(seconds) ? ms : null
}

/** @throws EvidenceError `input/malformed`, with the name of the field */
export function asRealTime(input: unknown, what: string): string {
  if (realTime(input) === null) throw malformed(what)
  return asString(input, what)
}
