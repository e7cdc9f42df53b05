/**
 * Numbers in a text by which a person can be found: telephone and identity
 * numbers as they are written in China. They are shown with the words around
 * them, so that somebody looks for them in the picture; where they stand in it
 * is not known, and not guessed.
 */
export const numberKinds = ["mobile", "landline", "identity"] as const
export type NumberKind = (typeof numberKinds)[number]

export interface FoundNumber {
  readonly kind: NumberKind
  readonly before: string
  readonly number: string
  readonly after: string
}

/** So many characters of the text stand on each side of a number. */
const AROUND = 12
/** More than this are not listed. */
export const MOST_NUMBERS = 100

// Not within a longer number, or a name of Latin letters and digits: half of a post's number is nobody's telephone.
const START = "(?<![0-9A-Za-z_])"
const END = "(?![0-9A-Za-z_])"
const GAP = "[ \\u00a0-]?"

const forms: Readonly<Record<NumberKind, RegExp>> = {
  mobile: new RegExp(`${START}(?:(?:\\+|00)?86${GAP})?1[3-9]\\d${GAP}\\d{4}${GAP}\\d{4}${END}`, "g"),
  /** With its area code: 010, 02x, or four digits from 03 on (国家通信网编号计划). */
  landline: new RegExp(`${START}[(（]?0(?:10|2\\d|[3-9]\\d{2})[)）]?${GAP}[2-8]\\d{6,7}${END}`, "g"),
  identity: new RegExp(`${START}[1-9]\\d{16}[0-9Xx]${END}`, "g"),
}

/** Those in a text, in the order in which they stand there, at most {@link MOST_NUMBERS} of each kind. */
export function findNumbers(text: string): FoundNumber[] {
  const found = numberKinds.flatMap(kind =>
    Array.from(text.matchAll(forms[kind]), match => ({ kind, number: match[0], at: match.index }))
      .filter(({ number }) => kind !== "identity" || isIdentity(number))
      .slice(0, MOST_NUMBERS),
  )
  return found
    .sort((a, b) => a.at - b.at)
    .map(({ kind, number, at }) => ({
      kind,
      number,
      before: oneLine(text.slice(Math.max(0, at - AROUND), at)),
      after: oneLine(text.slice(at + number.length, at + number.length + AROUND)),
    }))
}

const oneLine = (text: string): string => text.replaceAll(/\s+/gu, " ")

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = "10X98765432"

/** By its date of birth and its check digit (GB 11643-1999, ISO 7064 MOD 11-2). */
export function isIdentity(number: string): boolean {
  if (!/^[1-9]\d{16}[0-9Xx]$/.test(number)) return false
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)]
  const born = new Date(`${year}-${month}-${day}T00:00:00Z`)
  if (Number.isNaN(born.getTime()) || born.toISOString().slice(0, 10) !== `${year}-${month}-${day}`)
    return false
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0)
  return CHECKS[sum % 11] === number.at(-1)?.toUpperCase()
}
