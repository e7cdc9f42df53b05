/**
 * Passphrases of encrypted bundles. They must open the file years later in any
 * terminal, so only what every keyboard and every code page has may stand in one:
 * age takes the bytes that the terminal sends, and for 汉字 those differ from
 * system to system.
 */
import { type Bytes } from "../bytes.ts"

export const FEWEST_CHARACTERS = 12
/** Terminals take a line at a time, and some no longer one. */
export const MOST_CHARACTERS = 128

/** Long enough to try, and such that a terminal sends the same bytes everywhere. A space at an end is lost when it is copied. */
export const isUsable = (text: string): boolean =>
  text.length >= FEWEST_CHARACTERS &&
  text.length <= MOST_CHARACTERS &&
  /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(text)

/** No i, l, o and u: none is taken for another, or for a digit, when it is read aloud or copied by hand. */
const SYMBOLS = "0123456789abcdefghjkmnpqrstvwxyz"
export const RANDOM_BYTES = 20

/** 100 bits in five groups of four, of as many random bytes as {@link RANDOM_BYTES}. */
export function passphraseOf(random: Bytes): string {
  const symbols = Array.from(random, byte => SYMBOLS[byte % SYMBOLS.length]).join("")
  return symbols.match(/.{1,4}/g)?.join("-") ?? ""
}
