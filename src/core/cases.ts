/**
 * Cases: where items are filed. What was put in none is in the default one, so
 * that nobody has to decide anything before a capture. A case is the user's own
 * order: it is no part of a capture's record, and moving an item changes no evidence.
 */
import { asMatch, malformed } from "./parse.ts"

export const DEFAULT_CASE = "default"

/** Of the default case; those that are made count on from here. */
export const DEFAULT_CASE_NUMBER = 1

/** UTF-16 units. */
export const LONGEST_CASE_NAME = 80

/** Three digits and more, as items are numbered: c001. Given when it is made, never changed. */
export const caseNumberName = (number: number): string => `c${String(number).padStart(3, "0")}`

/** On one line, without the space around it. @throws EvidenceError `input/malformed` for no name, or one that is too long */
export function asCaseName(input: unknown): string {
  const name = asMatch(input, "case name", /\S/).replace(/\s+/g, " ").trim()
  if (name.length > LONGEST_CASE_NAME) throw malformed("case name")
  return name
}
