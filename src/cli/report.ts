import type { Result } from "../core/verify/finding.ts"
import type { VerdictWords } from "../i18n/verdict/words.ts"
import { type ToldLayer, told } from "../i18n/verdict/told.ts"

/** The result for a person: the verdict first, then a line a layer, then what is not proved. */
export function printed(result: Result, words: VerdictWords): string {
  const { title, meaning, automation, withoutSm3, layers, fingerprint } = told(result, words)
  const parts = [
    [title, meaning, ...[automation, withoutSm3].filter(note => note !== null)],
    layers.flatMap(layer => layerLines(layer, words)),
    fingerprint === null
      ? []
      : [words.fingerprintTitle, `  ${inFours(fingerprint)}`, `  ${words.fingerprintUse}`],
    [words.limitsTitle, ...words.limits.map(limit => `  - ${limit}`)],
  ]
  return parts
    .filter(lines => lines.length > 0)
    .map(lines => `${lines.join("\n")}\n`)
    .join("\n")
}

function layerLines({ outcomeWord, name, sentences, more }: ToldLayer, words: VerdictWords): string[] {
  const head = `[${outcomeWord}] ${name}`
  const lines = more > 0 ? [...sentences, words.more(more)] : sentences
  const [only, ...rest] = lines
  if (only !== undefined && rest.length === 0) return [words.line(head, only)]
  return [head, ...lines.map(text => `    ${text}`)]
}

const inFours = (digits: string): string => digits.match(/.{1,4}/g)?.join(" ") ?? ""
