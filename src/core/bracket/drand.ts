/**
 * drand's public chain "quicknet" (drand.love): each three seconds a number that
 * nobody knew before, signed by a threshold of the League of Entropy's members.
 * Its facts are fixed: the chain's hash is over them.
 */
import { asCount, asFields, asMatch, malformed } from "../parse.ts"

export const QUICKNET = {
  hash: "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971",
  publicKey:
    "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a",
  /** Of round 1, in seconds since 1970. */
  genesis: 1_692_803_367,
  periodSeconds: 3,
} as const

/** One round. Its random number is the SHA-256 of the signature, so that nothing else need be kept. */
export interface Round {
  readonly round: number
  /** A point of BLS12-381's G1, compressed, in hex. */
  readonly signature: string
}

export const SIGNATURE_HEX = /^[0-9a-f]{96}$/
/** In the year 2118; beyond it no time is told. */
const LAST_ROUND = 1_000_000_000

/** A relay's answer to `/public/latest`. Throws `input/malformed`. Whether the signature holds is not asked here. */
export function parseRound(input: unknown): Round {
  const { round, signature } = asFields(input, "drand")
  return { round: asRound(round), signature: asMatch(signature, "drand.signature", SIGNATURE_HEX) }
}

/** Throws `input/malformed` for what is no round's number. */
export function asRound(input: unknown): number {
  const round = asCount(input, "drand.round")
  if (round === 0 || round > LAST_ROUND) throw malformed("drand.round")
  return round
}

/** Authorities state an accuracy of a second; their clocks are not the League's. */
export const CLOCKS_APART_MS = 60_000

/** When a round was published, by the chain's own rule; before that nobody had its number. ISO 8601, UTC. */
export const roundTime = (round: number): string =>
  new Date((QUICKNET.genesis + (round - 1) * QUICKNET.periodSeconds) * 1000).toISOString()
