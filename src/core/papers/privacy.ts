/** What in a bundle may say more than its owner wants: told before it is made (product.md §6.5). It finds forms of numbers, and no meaning. */

import { findNumbers } from "../picture/numbers.ts"

export interface Looked {
  /** e001. */
  readonly item: string
  readonly signedIn: "yes" | "no" | "unknown"
  /** The visible text of its page; null where none is kept. */
  readonly text: string | null
}

export interface Counted {
  readonly item: string
  readonly count: number
}

export interface PrivacyFindings {
  /** Items whose pages were seen signed in: an account's name and picture may be in them. */
  readonly signedIn: readonly string[]
  /** Items of which nobody can say whether their pages were. */
  readonly maybeSignedIn: readonly string[]
  readonly phones: readonly Counted[]
  readonly idNumbers: readonly Counted[]
}

/** Resident identity numbers: six digits of a place, a day, three digits, one to check. */
const ID_NUMBER =
  /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g

export function privacyOf(items: readonly Looked[]): PrivacyFindings {
  const counted = (numbersIn: (text: string) => readonly string[]): Counted[] =>
    items.flatMap(({ item, text }) => {
      const count = new Set(numbersIn(text ?? "")).size
      return count === 0 ? [] : [{ item, count }]
    })
  const named = (said: Looked["signedIn"]) =>
    items.filter(({ signedIn }) => signedIn === said).map(({ item }) => item)
  return {
    signedIn: named("yes"),
    maybeSignedIn: named("unknown"),
    phones: counted(phonesIn),
    idNumbers: counted(text => text.match(ID_NUMBER) ?? []),
  }
}

/** However each is written, once: its last digits are the same. */
const phonesIn = (text: string): string[] =>
  findNumbers(text)
    .filter(({ kind }) => kind !== "identity")
    .map(({ number }) => number.replace(/\D/g, "").slice(-11))
