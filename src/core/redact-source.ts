/**
 * The source of a page as bytes, without what is never stored (decisions.md,
 * Capture): values of password, one-time-code and card fields, and of hidden
 * anti-forgery fields.
 */
import { type Redaction } from "./evidence.ts"

export type Secret = Redaction["what"]

export const ANTI_FORGERY = /csrf|xsrf|authenticity.?token|requestverificationtoken|_token$|^__viewstate/i

/** Counts redactions of one file. */
export interface RedactionCounter {
  add(what: Secret): void
  list(where: string): Redaction[]
}

export function countRedactions(): RedactionCounter {
  const counts = new Map<Secret, number>()
  return {
    add(what) {
      counts.set(what, (counts.get(what) ?? 0) + 1)
    },
    list: where => Array.from(counts, ([what, count]) => ({ what, count, where })),
  }
}

/**
 * Redacts the anti-forgery and password values of a page's source without
 * touching any other byte: each byte of a value becomes `*`, so that lengths and
 * places stay. Works on bytes read as Latin-1, which holds for every encoding
 * that the web uses and that keeps ASCII as it is.
 */
export function redactSource(latin1: string, counter: RedactionCounter): string {
  const kept: string[] = []
  let done = 0
  let end = 0
  for (const { 0: tag, index } of latin1.matchAll(/<(?:input|meta)(?=[\s/>])/gi)) {
    // What looks like a tag inside another one is part of it.
    if (index < end) continue
    const attributes = attributesFrom(latin1, index + tag.length)
    end = attributes.end
    const secret = secretIn(/meta/i.test(tag), name => attributes.found.get(name)?.text ?? "")
    const value = attributes.found.get(/meta/i.test(tag) ? "content" : "value")
    if (secret === null || value === undefined || value.text === "") continue
    counter.add(secret)
    kept.push(latin1.slice(done, value.at), "*".repeat(value.text.length))
    done = value.at + value.text.length
  }
  return kept.join("") + latin1.slice(done)
}

/** One attribute of a tag, as HTML's tokenizer takes it: a `>` may stand in quotes, and no room need be between two. */
const ATTRIBUTE = /[\s/]*([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/dy

interface Found {
  readonly found: ReadonlyMap<string, { readonly text: string; readonly at: number }>
  readonly end: number
}

function attributesFrom(text: string, from: number): Found {
  const found = new Map<string, { readonly text: string; readonly at: number }>()
  let end = from
  ATTRIBUTE.lastIndex = from
  for (let match = ATTRIBUTE.exec(text); match; match = ATTRIBUTE.exec(text)) {
    end = ATTRIBUTE.lastIndex
    const name = (match[1] ?? "").toLowerCase()
    const taken = match
    const group = [2, 3, 4].find(each => taken[each] !== undefined)
    const at = group === undefined ? undefined : match.indices?.[group]?.[0]
    // Of two attributes with one name, the first counts.
    if (!found.has(name)) found.set(name, { text: group ? (match[group] ?? "") : "", at: at ?? 0 })
  }
  return { found, end }
}

function secretIn(isMeta: boolean, attribute: (name: string) => string): Secret | null {
  const isToken = ANTI_FORGERY.test(`${attribute("name")} ${attribute("id")}`.trim())
  if (isMeta) return isToken ? "anti-forgery" : null
  if (/^password$/i.test(attribute("type"))) return "password"
  if (/(?:current|new)-password/i.test(attribute("autocomplete"))) return "password"
  if (/one-time-code/i.test(attribute("autocomplete"))) return "one-time-code"
  if (/^cc-|\scc-/i.test(attribute("autocomplete"))) return "card"
  return isToken && /^hidden$/i.test(attribute("type")) ? "anti-forgery" : null
}
