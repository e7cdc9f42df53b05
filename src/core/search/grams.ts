/**
 * The small pieces of a folded text by which it is found: every character,
 * every pair of neighbours, and of letters every three in a row, since pairs of
 * those are in every text. Whatever stands in a text, at any length, has all
 * its own grams among the text's: so no text is ever passed over.
 */

/** Below are the letters of alphabets; from here on a character is a word or a syllable (CJK, kana, Hangul). */
const FIRST_WIDE = 0x2e80

/** The grams of a folded text, each as a number of 32 bits; two may share one. None reaches over a space. */
export function gramsOf(text: string): Set<number> {
  const grams = new Set<number>()
  let before = 0
  let last = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (isGap(unit)) {
      before = last = 0
      continue
    }
    grams.add(mixed(unit, 0, 0))
    if (last !== 0) grams.add(mixed(unit, last, 0))
    if (before !== 0 && isLetter(unit) && isLetter(last) && isLetter(before)) {
      grams.add(mixed(unit, last, before))
    }
    before = last
    last = unit
  }
  return grams
}

const isGap = (unit: number): boolean => unit === 0x20 || unit === 0x0a || unit === 0
const isLetter = (unit: number): boolean => unit < FIRST_WIDE

/** Spreads three units over 32 bits (the finisher of MurmurHash3). */
function mixed(a: number, b: number, c: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca77) ^ Math.imul(c, 0xc2b2ae3d)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
