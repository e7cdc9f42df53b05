/** Public random numbers, of which the record of a capture says that it came after them: whom they are asked of, and what came. */
import { type ErrorCode, errorCodes } from "../errors.ts"
import { asBoolean, asFields, asList, asMatch, asOneOf, asString, asTime, malformed } from "../parse.ts"
import { asRound, type Round, SIGNATURE_HEX } from "./drand.ts"
import { MOST_PULSE_CHARACTERS } from "./nist.ts"

export const beaconSources = ["drand", "nist"] as const
export type BeaconSource = (typeof beaconSources)[number]

/** The user's choice. drand's relays are asked one after another, until one answers. */
export interface Beacons {
  readonly on: boolean
  readonly drand: readonly string[]
  readonly nist: string
}

/** Relays that the League of Entropy names itself, for one and the same chain. */
export const usualBeacons: Beacons = {
  on: false,
  drand: ["https://api.drand.sh", "https://drand.cloudflare.com"],
  nist: "https://beacon.nist.gov",
}

/** `round` and `signature` are drand's; NIST's pulse is kept as it came. */
export type BeaconValue =
  | (Asked & { readonly source: "drand"; readonly chain: string } & Round)
  | (Asked & { readonly source: "nist"; readonly raw: string })

interface Asked {
  /** The address that answered. */
  readonly from: string
  /** By the capturing computer's clock. */
  readonly askedAt: string
}

/** One that was asked for and did not come before the record was closed. */
export interface BeaconMiss {
  readonly source: BeaconSource
  readonly askedAt: string
  readonly code: ErrorCode
}

/** Stands in capture.json; not there where nothing was asked for. */
export interface BracketRecord {
  readonly values: readonly BeaconValue[]
  readonly missing: readonly BeaconMiss[]
}

/** Throws `input/malformed`. */
export function parseBeacons(input: unknown): Beacons {
  const { on, drand, nist } = asFields(input, "beacons")
  const relays = asList(drand, "beacons.drand", asOrigin)
  if (relays.length === 0 || relays.length > MOST_RELAYS) throw malformed("beacons.drand: their number")
  return { on: asBoolean(on, "beacons.on"), drand: relays, nist: asOrigin(nist) }
}

const MOST_RELAYS = 4
/** Of one record: there are two sources. */
const MOST_VALUES = 8

/** An address without a path. */
function asOrigin(input: unknown): string {
  const text = asString(input, "beacons")
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !/^https?:$/.test(url.protocol) || url.origin !== text)
    throw malformed("beacons: an address")
  return text
}

/** What capture.json says of it. Throws `input/malformed`. */
export function parseBracket(input: unknown): BracketRecord {
  const { values, missing } = asFields(input, "bracket")
  // Each costs a pairing to check.
  if (Array.isArray(values) && values.length > MOST_VALUES) throw malformed("bracket.values: their number")
  return {
    values: asList(values, "bracket.values", parseValue),
    missing: asList(missing, "bracket.missing", each => {
      const miss = asFields(each, "bracket.missing")
      return {
        source: asOneOf(miss.source, "bracket.source", beaconSources),
        askedAt: asTime(miss.askedAt, "bracket.askedAt"),
        code: asOneOf(miss.code, "bracket.code", errorCodes),
      }
    }),
  }
}

function parseValue(input: unknown): BeaconValue {
  const value = asFields(input, "bracket.values")
  const asked = {
    from: asString(value.from, "bracket.from"),
    askedAt: asTime(value.askedAt, "bracket.askedAt"),
  }
  if (asOneOf(value.source, "bracket.source", beaconSources) === "nist") {
    const raw = asString(value.raw, "bracket.raw")
    if (raw.length > MOST_PULSE_CHARACTERS) throw malformed("bracket.raw: its length")
    return { source: "nist", ...asked, raw }
  }
  return {
    ...{ source: "drand", ...asked },
    chain: asMatch(value.chain, "bracket.chain", /^[0-9a-f]{64}$/),
    round: asRound(value.round),
    signature: asMatch(value.signature, "bracket.signature", SIGNATURE_HEX),
  }
}
