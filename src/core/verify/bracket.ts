/**
 * The lower end of the time bracket: a round of drand's in an item's record,
 * whose number nobody had before its time. It dates the record and not the
 * pixels, and it seals nothing; one that is not drand's says nothing at all.
 */
import { type BeaconValue, parseBracket } from "../bracket/beacons.ts"
import { CLOCKS_APART_MS, QUICKNET, roundTime } from "../bracket/drand.ts"
import { pulseTime } from "../bracket/nist.ts"
import { roundHolds } from "../bracket/round-holds.ts"
import { EvidenceError } from "../errors.ts"
import { type Finding, type Layer, finding } from "./finding.ts"
import { type Judged, layerOf } from "./stamps.ts"

interface OfItem {
  readonly item: string
  /** As it stands in capture.json. */
  readonly bracket: unknown
}

/** Each costs a pairing of some ten milliseconds: a bundle of nothing else must not keep a reader waiting for hours. */
const MOST_ITEMS = 2_000

/** `innerTime`: the layer of the stamps over single items, for the other end. */
export function bracketLayer(brackets: readonly OfItem[], innerTime: Layer, most = MOST_ITEMS): Layer {
  const detail = brackets.slice(0, most).flatMap(of => judgeBracket(of, earliest(innerTime.detail, of.item)))
  const items = brackets.length - most
  if (items > 0) detail.push(["unknown", finding("bracket/too-many", { items })])
  return layerOf("bracket", detail, finding("bracket/none", {}))
}

function judgeBracket({ item, bracket }: OfItem, before: string | null): Judged[] {
  try {
    const { values, missing } = parseBracket(bracket)
    return [
      ...values.map(value => judgeValue(item, value, before)),
      ...missing.map(({ source }): Judged => ["unknown", finding("bracket/missing", { item, source })]),
    ]
  } catch (thrown) {
    return [["fail", finding("bracket/malformed", { item, reason: EvidenceError.from(thrown).message })]]
  }
}

function judgeValue(item: string, value: BeaconValue, before: string | null): Judged {
  if (value.source === "nist")
    return ["unknown", finding("bracket/not-checked", { item, at: pulseTime(value.raw) })]
  const { round, chain } = value
  if (chain !== QUICKNET.hash) return ["unknown", finding("bracket/other-chain", { item, chain })]
  if (!roundHolds(value)) return ["warn", finding("bracket/false", { item, round })]
  const after = roundTime(round)
  if (before === null) return ["pass", finding("bracket/after", { item, round, after })]
  const facts = { item, round, after, before }
  const lateMs = Date.parse(after) - Date.parse(before)
  if (lateMs <= 0) return ["pass", finding("bracket/between", facts)]
  // Two clocks that nobody sets together: no moment lies between these two.
  return ["warn", finding(lateMs <= CLOCKS_APART_MS ? "bracket/about" : "bracket/later-than-stamp", facts)]
}

/** The earliest time of a stamp over that item's record whose root the reader trusts. */
function earliest(found: readonly Finding[], item: string): string | null {
  const times = found.flatMap(each =>
    each.code === "time/trusted" && each.facts.item === item ? [each.facts.at] : [],
  )
  return times.sort()[0] ?? null
}
