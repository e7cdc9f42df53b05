/** A result as sentences, the same for every door: the command line prints them, the page lays them out. */
import type { Finding, FindingCode, Layer, LayerName, Outcome, Result } from "../../core/verify/finding.ts"
import type { VerdictWords } from "./words.ts"

export interface Told {
  readonly title: string
  readonly meaning: string
  /** Whether a person or a script worked the browser; null where the records name no script. */
  readonly automation: string | null
  /** That SM3 was left out; null where it was not. */
  readonly withoutSm3: string | null
  readonly layers: readonly ToldLayer[]
  /** SHA-256 of the ZIP; null where there were no bytes to take it of. */
  readonly fingerprint: string | null
}

export interface ToldLayer {
  readonly layer: LayerName
  readonly outcome: Outcome
  readonly name: string
  readonly outcomeWord: string
  /** Safe to show: what a stranger wrote cannot move the cursor or turn a line. */
  readonly sentences: readonly string[]
  /** How many more there are; the JSON holds all. */
  readonly more: number
}

/** More than this of one layer makes a screen nobody reads. */
const SHOWN = 20

export function told(result: Result, words: VerdictWords): Told {
  return {
    ...words.verdicts[result.verdict],
    ...(has(result, "archive/age") ? { meaning: words.encrypted } : {}),
    automation: automationNote(result, words),
    withoutSm3: has(result, "files/sm3-not-checked") ? words.withoutSm3 : null,
    layers: result.layers.map(layer => toldLayer(layer, words)),
    fingerprint: fingerprintOf(result),
  }
}

function toldLayer({ layer, outcome, detail }: Layer, words: VerdictWords): ToldLayer {
  // The fingerprint has a place of its own.
  const said = detail.filter(({ code }) => code !== "archive/fingerprint")
  return {
    layer,
    outcome,
    name: words.layers[layer],
    outcomeWord: words.outcomes[outcome],
    sentences: said.slice(0, SHOWN).map(found => visible(sentence(found, words))),
    more: Math.max(0, said.length - SHOWN),
  }
}

function sentence<C extends FindingCode>(found: Finding<C>, words: VerdictWords): string {
  return words.findings[found.code](found.facts)
}

function automationNote({ layers }: Result, words: VerdictWords): string | null {
  const outcome = layers.find(({ layer }) => layer === "automation")
  if (outcome?.outcome === "warn") return words.automated
  const unknown = outcome?.detail.some(({ code }) => code === "automation/unknown") ?? false
  return unknown ? words.automationUnknown : null
}

const has = ({ layers }: Result, wanted: FindingCode): boolean =>
  layers.some(({ detail }) => detail.some(({ code }) => code === wanted))

function fingerprintOf({ layers }: Result): string | null {
  const found = layers.flatMap(({ detail }) => detail).find(({ code }) => code === "archive/fingerprint")
  return found?.code === "archive/fingerprint" ? found.facts.sha256 : null
}

/**
 * Names come from the ZIP of a stranger: what could move the cursor or turn the
 * direction of the line is shown by its number.
 */
export function visible(text: string): string {
  return text.replaceAll(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    char => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`,
  )
}
