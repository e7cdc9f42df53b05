/**
 * A text's grams as a row of bits (a Bloom filter): small enough for ten
 * thousand of them to be in memory, and gone through in a few milliseconds. It
 * may say "perhaps" of a text that does not hold what is looked for, never "no"
 * of one that does.
 */
import { type Bytes } from "../bytes.ts"
import { gramsOf } from "./grams.ts"

/** With two bits a gram, about one question of twenty for a gram that is not there is answered with "perhaps". */
const BITS_A_GRAM = 8
const FEWEST_BYTES = 8

/** Of a folded text. */
export function signatureOf(text: string): Bytes {
  const grams = gramsOf(text)
  const signature = new Uint8Array(Math.max(FEWEST_BYTES, Math.ceil((grams.size * BITS_A_GRAM) / 8)))
  const bits = signature.length * 8
  for (const gram of grams) {
    set(signature, gram % bits)
    set(signature, second(gram) % bits)
  }
  return signature
}

/** False only where a text of this signature cannot have all these grams. */
export function mayHold(signature: Uint8Array, grams: Iterable<number>): boolean {
  const bits = signature.length * 8
  for (const gram of grams) {
    if (!isSet(signature, gram % bits) || !isSet(signature, second(gram) % bits)) return false
  }
  return true
}

const second = (gram: number): number => Math.imul(gram ^ (gram >>> 15), 0x2c1b3c6d) >>> 0

function set(signature: Uint8Array, bit: number): void {
  signature[bit >>> 3] = (signature[bit >>> 3] ?? 0) | (1 << (bit & 7))
}

const isSet = (signature: Uint8Array, bit: number): boolean =>
  ((signature[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0
