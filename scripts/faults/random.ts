/** Chance that can be had again: the same seed gives the same moments. */
export interface Chance {
  /** A number from `low` up to `high`. */
  between(low: number, high: number): number
  /** A whole number from 0 up to but not with `count`. */
  below(count: number): number
}

/** Mulberry32: small, and good enough to spread moments. */
export function chanceOf(seed: number): Chance {
  const state = { word: seed >>> 0 }
  const next = () => {
    state.word = (state.word + 0x6d2b79f5) >>> 0
    let mixed = state.word
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    between: (low, high) => low + next() * (high - low),
    below: count => Math.floor(next() * count),
  }
}
