import type { Finding, FindingCode, Layer, Result } from "../core/verify/finding.ts"
import type { VerdictWords } from "../i18n/verdict/en.ts"

/** More than this of one layer makes a screen nobody reads; `--json` has all. */
const SHOWN = 20

/** The result for a person: the verdict first, then a line a layer, then what is not proved. */
export function printed(result: Result, words: VerdictWords): string {
  const { title, meaning } = words.verdicts[result.verdict]
  const print = fingerprintOf(result)
  const parts = [
    [title, meaning, ...automationNote(result, words)],
    result.layers.flatMap(layer => layerLines(layer, words)),
    print === null ? [] : [words.fingerprintTitle, `  ${inFours(print)}`, `  ${words.fingerprintUse}`],
    [words.limitsTitle, ...words.limits.map(limit => `  - ${limit}`)],
  ]
  return parts
    .filter(lines => lines.length > 0)
    .map(lines => `${lines.join("\n")}\n`)
    .join("\n")
}

function layerLines({ layer, outcome, detail }: Layer, words: VerdictWords): string[] {
  // The fingerprint has its own place below.
  const said = detail.filter(({ code }) => code !== "archive/fingerprint")
  const sentences = said.slice(0, SHOWN).map(found => visible(sentence(found, words)))
  if (said.length > SHOWN) sentences.push(words.more(said.length - SHOWN))
  const head = `[${words.outcomes[outcome]}] ${words.layers[layer]}`
  const [only, ...rest] = sentences
  if (only !== undefined && rest.length === 0) return [words.line(head, only)]
  return [head, ...sentences.map(text => `    ${text}`)]
}

function sentence<C extends FindingCode>(found: Finding<C>, words: VerdictWords): string {
  return words.findings[found.code](found.facts)
}

function automationNote({ layers }: Result, words: VerdictWords): string[] {
  const outcome = layers.find(({ layer }) => layer === "automation")
  if (outcome?.outcome === "warn") return [words.automated]
  const unknown = outcome?.detail.some(({ code }) => code === "automation/unknown") ?? false
  return unknown ? [words.automationUnknown] : []
}

function fingerprintOf({ layers }: Result): string | null {
  const found = layers.flatMap(({ detail }) => detail).find(({ code }) => code === "archive/fingerprint")
  return found?.code === "archive/fingerprint" ? found.facts.sha256 : null
}

const inFours = (digits: string): string => digits.match(/.{1,4}/g)?.join(" ") ?? ""

/**
 * Names come from the ZIP of a stranger: what could move the cursor or turn the
 * direction of the line is shown by its number.
 */
function visible(text: string): string {
  return text.replaceAll(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    char => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`,
  )
}
