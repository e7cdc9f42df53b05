/**
 * Who speaks in a paper that goes to a platform, the police or a court. Nothing of
 * it is in the evidence: it is typed once, kept only if its owner wants it, and
 * what is missing is a visible blank in the paper (草稿).
 */
import { BLANK } from "./draft.ts"

/** Each as typed, trimmed; null where nothing was typed. */
export interface Person {
  readonly name: string | null
  /** 身份证号 or another document's, with its kind where it is another. */
  readonly idNumber: string | null
  readonly address: string | null
  readonly phone: string | null
  readonly email: string | null
  /** A lawyer or another who acts for the person: name, firm, how to reach them, in one line. */
  readonly agent: string | null
}

/** Somebody of whom nothing was typed yet. */
export const NOBODY: Person = {
  name: null,
  idNumber: null,
  address: null,
  phone: null,
  email: null,
  agent: null,
}

/** What was typed, or the blank to be filled in by hand. */
export function orBlank(typed: string | null): string {
  return typed === null || typed.trim() === "" ? BLANK : typed
}
