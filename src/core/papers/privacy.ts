/** What in a bundle may say more than its owner wants: told before it is made (product.md §6.5). It finds forms of numbers, and no meaning. */

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
  readonly phones: readonly Counted[]
  readonly idNumbers: readonly Counted[]
}

/** Mobile numbers of mainland China, by themselves. */
const PHONE = /(?<![\d.])(?:\+?86[ -]?)?1[3-9]\d{9}(?!\d)/g
/** Resident identity numbers: six digits of a place, a day, three digits, one to check. */
const ID_NUMBER =
  /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g

export function privacyOf(items: readonly Looked[]): PrivacyFindings {
  const counted = (form: RegExp): Counted[] =>
    items.flatMap(({ item, text }) => {
      const count = new Set(text?.match(form) ?? []).size
      return count === 0 ? [] : [{ item, count }]
    })
  return {
    signedIn: items.filter(({ signedIn }) => signedIn === "yes").map(({ item }) => item),
    phones: counted(PHONE),
    idNumbers: counted(ID_NUMBER),
  }
}
